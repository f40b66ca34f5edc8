/**
 * What happened in a time and what to do about it, told to people: collected once, and
 * shown as JSON, Markdown or a page to print. Imports event.mark and the engine. Start
 * with {@link io.github.raspspring.event.report.ReportSection}.
 */
@NullMarked
package io.github.raspspring.event.report;

import org.jspecify.annotations.NullMarked;

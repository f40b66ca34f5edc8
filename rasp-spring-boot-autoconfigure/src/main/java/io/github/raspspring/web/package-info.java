/**
 * The servlet edge: filters, the advice around controllers, and the answers to what is
 * refused. Imports document and the engine. Start with
 * {@link io.github.raspspring.web.InspectionFilter}.
 */
@NullMarked
package io.github.raspspring.web;

import org.jspecify.annotations.NullMarked;

/**
 * Reports for the accountant. Imports Spring and JDBC only. Start with
 * {@link io.github.raspspring.demo.reports.ReportController}, open to SQL injection past
 * the pool.
 */
@NullMarked
package io.github.raspspring.demo.reports;

import org.jspecify.annotations.NullMarked;

/**
 * Brings SQL that runs through {@code DataSource} beans to the guard. Imports sink,
 * engine, Spring and JDBC. Start with
 * {@link io.github.raspspring.sink.jdbc.DataSourceGuardPostProcessor}.
 */
@NullMarked
package io.github.raspspring.sink.jdbc;

import org.jspecify.annotations.NullMarked;

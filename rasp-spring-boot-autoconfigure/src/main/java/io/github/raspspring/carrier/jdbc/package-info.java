/**
 * Brings SQL that runs through {@code DataSource} beans to the guard. Imports the
 * families of attacks, sink, engine, Spring and JDBC. Start with
 * {@link io.github.raspspring.carrier.jdbc.DataSourceGuardPostProcessor}.
 */
@NullMarked
package io.github.raspspring.carrier.jdbc;

import org.jspecify.annotations.NullMarked;

/**
 * SQL injection (CWE-89): how SQL is read, recognized in values, and judged when a
 * statement is about to run. Imports inspect, sink, text, the engine, Caffeine and the
 * JDK. Start with {@link io.github.raspspring.attack.sql.SqlInjectionDetector} and
 * {@link io.github.raspspring.attack.sql.SqlJudge}.
 */
@NullMarked
package io.github.raspspring.attack.sql;

import org.jspecify.annotations.NullMarked;

/**
 * Reads which rows of guarded tables a statement can reach: whose they must be by its
 * conditions, and in which columns of the result their owners stand. Imports JSqlParser,
 * which is kept private (decision 13), and the JDK. Start with
 * {@link io.github.raspspring.ownership.statement.StatementReader}.
 */
@NullMarked
package io.github.raspspring.ownership.statement;

import org.jspecify.annotations.NullMarked;

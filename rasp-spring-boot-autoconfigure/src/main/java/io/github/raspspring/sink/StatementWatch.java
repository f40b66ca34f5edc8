package io.github.raspspring.sink;

import org.jspecify.annotations.Nullable;

/**
 * Port to who watches what statements do to rows. Carriers ask it once per prepared
 * statement, or per text that is executed. Called by many threads at once.
 */
@FunctionalInterface
public interface StatementWatch {

	/**
	 * Ask whether a statement is to be watched.
	 * @param sql its text
	 * @return takes note of its execution, or {@code null}, as for most statements, if
	 * nobody wants to know
	 */
	@Nullable WatchedStatement watch(String sql);

}

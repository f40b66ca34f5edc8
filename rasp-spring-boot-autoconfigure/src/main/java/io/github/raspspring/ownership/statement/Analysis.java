package io.github.raspspring.ownership.statement;

import java.util.List;

/**
 * What is known of a statement.
 *
 * @param readable whether the parser understood it; otherwise only its rows tell
 * @param query whether it is a query, so that an identifier in its rows is that of a row
 * that was read
 * @param accesses the places that reach rows of guarded tables
 * @param columns where owners stand in its result
 */
public record Analysis(boolean readable, boolean query, List<Access> accesses, List<OwnerColumn> columns) {

	/** A statement that reaches no guarded table. */
	public static final Analysis NOTHING = new Analysis(true, true, List.of(), List.of());

	public Analysis {
		accesses = List.copyOf(accesses);
		columns = List.copyOf(columns);
	}

	/**
	 * Put together what is known of several statements of one text. Nobody knows which
	 * brings a result.
	 * @param each what is known of them
	 * @param columns where owners may stand in their results
	 * @return what is known of all
	 */
	static Analysis ofAll(List<Analysis> each, List<OwnerColumn> columns) {
		List<Access> accesses = each.stream().flatMap((one) -> one.accesses().stream()).toList();
		return new Analysis(true, each.stream().anyMatch(Analysis::query), accesses, columns);
	}

	/**
	 * Return whether the statement reaches no guarded table.
	 * @return {@code true} if there is nothing to watch
	 */
	public boolean isEmpty() {
		return this.accesses.isEmpty() && this.columns.isEmpty();
	}

}

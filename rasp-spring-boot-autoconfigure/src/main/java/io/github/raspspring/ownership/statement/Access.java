package io.github.raspspring.ownership.statement;

/**
 * One place of a statement that reaches rows of a guarded table.
 *
 * @param table the table
 * @param kind what is done to the rows
 * @param owner what the conditions, or the values that are written, say of the owner
 * @param id what the conditions say of the column that identifies a row
 * @param proven whether the rows that come back show their owner
 */
public record Access(GuardedTable table, Kind kind, Restriction owner, Restriction id, boolean proven) {

	/**
	 * What is done to rows.
	 */
	public enum Kind {

		/** They are read. */
		READ,

		/** They are changed or deleted. */
		CHANGE,

		/** They are made, or given to an owner. */
		ASSIGN,

		/** They are changed where a row that was to be made is there already. */
		REPLACE

	}

}

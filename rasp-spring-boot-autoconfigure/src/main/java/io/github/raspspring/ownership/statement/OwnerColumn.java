package io.github.raspspring.ownership.statement;

/**
 * Where the owner of a row stands in a result.
 *
 * @param table the table that the row is of
 * @param owner where its owner stands
 * @param id where its identifier stands
 */
public record OwnerColumn(GuardedTable table, Place owner, Place id) {

	/**
	 * A column of a result.
	 *
	 * @param position its number, from 1 on, or 0 if only its label is known
	 * @param label its label in lower case, empty if it is not there
	 * @param times how many columns of the result have this label by the statement
	 */
	public record Place(int position, String label, int times) {

		static final Place ABSENT = new Place(0, "", 0);

	}

}

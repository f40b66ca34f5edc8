package io.github.raspspring.ownership.statement;

import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * The queries that {@code WITH} names for a place of a statement, the latest first.
 * Immutable.
 *
 * @param item the latest, {@code null} where a scope begins
 * @param earlier those that it can read from
 * @param around where the query that is read was asked for: a recursive one may read from
 * what is named behind it
 */
record NamedQueries(@Nullable WithItem<?> item, @Nullable NamedQueries earlier, @Nullable NamedQueries around) {

	static final NamedQueries NONE = new NamedQueries(null, null, null);

	NamedQueries and(WithItem<?> next) {
		return new NamedQueries(next, this, this.around);
	}

	/**
	 * Return what a query of these can read from: neither itself nor what is named behind
	 * it hides a table from it.
	 */
	NamedQueries within(NamedQueries query) {
		return new NamedQueries(null, query.earlier(), this);
	}

	/**
	 * Find what a name stands for.
	 * @param name the name
	 * @param table whether a guarded table has that name
	 * @return the query, or {@code null} if the name is that of a table
	 */
	@Nullable NamedQueries find(String name, boolean table) {
		for (NamedQueries query = this; query != null; query = query.earlier) {
			if (query.item != null && GuardedTable.plain(query.item.getUnquotedAliasName()).equals(name)) {
				return query;
			}
		}
		return (this.around != null && !table) ? this.around.find(name, false) : null;
	}

}

package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One table, view or derived table that a query block reads from. Compared by identity: a
 * table joined with itself is two.
 */
final class Source {

	private final String alias;

	private final @Nullable GuardedTable table;

	/** What a derived table is made of: several blocks for a union. */
	private final List<Block> parts = new ArrayList<>();

	/** Names that a derived table gives its columns, empty to keep those it has. */
	private final List<String> names = new ArrayList<>();

	Source(String alias, @Nullable GuardedTable table) {
		this.alias = alias;
		this.table = table;
	}

	String alias() {
		return this.alias;
	}

	@Nullable GuardedTable table() {
		return this.table;
	}

	List<Block> parts() {
		return this.parts;
	}

	List<String> names() {
		return this.names;
	}

	/**
	 * Return whether a column is known to be here.
	 */
	boolean has(String column) {
		if (this.table != null) {
			return column.equals(this.table.owner()) || column.equals(this.table.id());
		}
		return this.names.contains(column) || this.parts.stream().anyMatch((part) -> part.exposes(column));
	}

}

package io.github.raspspring.ownership.statement;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A table, or view, whose rows belong to somebody.
 *
 * @param rule number of the rule that guards it
 * @param schema its schema in lower case, or {@code null} for any
 * @param name its name in lower case
 * @param owner the column that names the owner, in lower case
 * @param id the column that identifies a row, in lower case
 */
public record GuardedTable(int rule, @Nullable String schema, String name, String owner, String id) {

	/**
	 * Create a table of names as they are written in a configuration.
	 * @param rule number of the rule that guards it
	 * @param table its name, with or without its schema
	 * @param owner the column that names the owner
	 * @param id the column that identifies a row
	 * @return the table
	 */
	public static GuardedTable of(int rule, String table, String owner, String id) {
		String plain = plain(table);
		int dot = plain.lastIndexOf('.');
		String schema = (dot < 0) ? null : plain.substring(plain.lastIndexOf('.', dot - 1) + 1, dot);
		return new GuardedTable(rule, schema, plain.substring(dot + 1), plain(owner), plain(id));
	}

	boolean is(@Nullable String otherSchema, String otherName) {
		return this.name.equals(otherName)
				&& (this.schema == null || otherSchema == null || this.schema.equals(otherSchema));
	}

	/**
	 * Return a name without its quotes. Names that differ in case only are taken for the
	 * same, as too much is guarded rather than too little.
	 */
	static String plain(String name) {
		StringBuilder plain = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c != '"' && c != '`' && c != '[' && c != ']') {
				plain.append(c);
			}
		}
		return plain.toString().toLowerCase(Locale.ROOT);
	}

}

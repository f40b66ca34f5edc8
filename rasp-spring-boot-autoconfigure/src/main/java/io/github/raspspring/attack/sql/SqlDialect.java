package io.github.raspspring.attack.sql;

import java.util.Locale;

/**
 * What differs between databases in how a statement is split into tokens.
 */
public enum SqlDialect {

	/**
	 * The union of all, for text whose database is unknown. What could swallow text in
	 * one dialect only, such as an unclosed backtick, swallows none.
	 */
	ANY(Feature.ALL & ~Feature.NESTED_COMMENTS & ~Feature.SPACED_DASHES),

	/** MySQL and MariaDB. */
	MYSQL(Feature.BACKSLASH | Feature.HASH_COMMENTS | Feature.SPACED_DASHES | Feature.DOUBLE_QUOTED_STRINGS
			| Feature.BACKTICKS | Feature.EXECUTABLE_COMMENTS),

	/** PostgreSQL and what descends from it. */
	POSTGRESQL(Feature.NESTED_COMMENTS | Feature.DOLLAR_QUOTES | Feature.ESCAPE_STRINGS),

	/** Oracle. */
	ORACLE(Feature.Q_QUOTES),

	/** Microsoft SQL Server. */
	SQL_SERVER(Feature.NESTED_COMMENTS | Feature.BRACKETS | Feature.HASH_NAMES),

	/** H2. */
	H2(Feature.NESTED_COMMENTS | Feature.DOLLAR_QUOTES | Feature.BACKTICKS),

	/** SQLite. */
	SQLITE(Feature.BRACKETS | Feature.BACKTICKS),

	/**
	 * ISO/IEC 9075 and databases close to it, such as Db2, Derby and HSQLDB. A backtick
	 * means nothing to them; where the product is unknown it encloses a name.
	 */
	STANDARD(Feature.BACKTICKS);

	private final int features;

	SqlDialect(int features) {
		this.features = features;
	}

	/**
	 * Return the dialect of a database.
	 * @param productName the name as told by {@code DatabaseMetaData}
	 * @return its dialect, {@link #ANY} for an unknown one
	 */
	public static SqlDialect ofProduct(String productName) {
		String name = productName.toLowerCase(Locale.ROOT);
		if (name.contains("mysql") || name.contains("mariadb") || name.contains("tidb")) {
			return MYSQL;
		}
		if (name.contains("postgres") || name.contains("cockroach") || name.contains("redshift")) {
			return POSTGRESQL;
		}
		if (name.contains("microsoft") || name.contains("sql server") || name.contains("adaptive server")) {
			return SQL_SERVER;
		}
		if (name.contains("db2") || name.contains("derby") || name.contains("hsql")) {
			return STANDARD;
		}
		return switch (name) {
			case "oracle" -> ORACLE;
			case "h2" -> H2;
			case "sqlite" -> SQLITE;
			default -> ANY;
		};
	}

	boolean has(int feature) {
		return (this.features & feature) != 0;
	}

	/**
	 * What a dialect may have.
	 */
	static final class Feature {

		/** A backslash escapes the next character of a plain literal. */
		static final int BACKSLASH = 1;

		/** A number sign starts a comment. */
		static final int HASH_COMMENTS = 1 << 1;

		/** Two hyphens start a comment only before white space. */
		static final int SPACED_DASHES = 1 << 2;

		/** Double quotes enclose strings. */
		static final int DOUBLE_QUOTED_STRINGS = 1 << 3;

		/** Backticks enclose names. */
		static final int BACKTICKS = 1 << 4;

		/** Square brackets enclose names. */
		static final int BRACKETS = 1 << 5;

		/** Comments within slash-asterisk-exclamation mark are executed. */
		static final int EXECUTABLE_COMMENTS = 1 << 6;

		/** Block comments nest. */
		static final int NESTED_COMMENTS = 1 << 7;

		/** {@code $tag$} encloses strings. */
		static final int DOLLAR_QUOTES = 1 << 8;

		/** {@code E'..'} is a literal with backslash escapes. */
		static final int ESCAPE_STRINGS = 1 << 9;

		/** {@code q'[..]'} is a literal. */
		static final int Q_QUOTES = 1 << 10;

		/** Names of temporary tables start with a number sign. */
		static final int HASH_NAMES = 1 << 11;

		static final int ALL = -1;

		private Feature() {
		}

	}

}

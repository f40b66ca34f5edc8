package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;

import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.statement.Statement;

/**
 * Reads statements. Time is bounded by the length and the nesting of a text, which are
 * looked at before the parser is asked. Thread-safe.
 */
public final class StatementReader {

	static final int MAX_NESTING = 24;

	private static final int MAX_LENGTH = 1 << 15;

	private static final int MAX_COLONS = 8;

	/** Deeper texts cost the parser exponential time where it has to look ahead. */
	private static final int MAX_LOOKAHEAD_NESTING = 8;

	private final List<GuardedTable> tables;

	/**
	 * Create a reader.
	 * @param tables the tables that are guarded
	 */
	public StatementReader(List<GuardedTable> tables) {
		this.tables = List.copyOf(tables);
	}

	/**
	 * Return the guarded tables whose name stands somewhere in a text.
	 * @param sql the text
	 * @return the tables, empty for most texts
	 */
	public List<GuardedTable> named(String sql) {
		List<GuardedTable> named = new ArrayList<>();
		for (GuardedTable table : this.tables) {
			if (contains(sql, table.name())) {
				named.add(table);
			}
		}
		return named;
	}

	/**
	 * Read a statement.
	 * @param sql its text
	 * @return what is known of it; if it can't be read, that its rows are to be looked at
	 */
	public Analysis read(String sql) {
		List<GuardedTable> named = named(sql);
		if (named.isEmpty()) {
			return Analysis.NOTHING;
		}
		try {
			return readAll(ExplainedStatement.of(sql));
		}
		catch (Exception | StackOverflowError ex) {
			return new Analysis(false, false, List.of(), named.stream().map(OwnerColumns::byLabel).toList());
		}
	}

	private Analysis readAll(String sql) throws Exception {
		KeyMerge merge = KeyMerge.of(sql);
		if (merge != null) {
			return new AccessReader(this.tables).read(parse(merge.insert()), merge);
		}
		if (!hasSeveral(sql)) {
			return new AccessReader(this.tables).read(parse(sql));
		}
		checkSize(sql);
		List<Analysis> each = new ArrayList<>();
		for (Statement statement : new CCJSqlParser(sql).withAllowComplexParsing(true).Statements()) {
			each.add(new AccessReader(this.tables).read(statement));
		}
		return Analysis.ofAll(each, named(sql).stream().map(OwnerColumns::byLabel).toList());
	}

	/**
	 * Some drivers run several statements of one text.
	 */
	private static boolean hasSeveral(String sql) {
		int end = sql.indexOf(';');
		return end >= 0 && !sql.substring(end + 1).isBlank();
	}

	/**
	 * Colons may be casts, slices, paths and parameters, and the parser tries them all.
	 */
	private static boolean hasManyColons(String sql) {
		boolean quoted = false;
		int colons = 0;
		for (int i = 0; i < sql.length(); i++) {
			char c = sql.charAt(i);
			quoted ^= c == '\'';
			if (c == ':' && !quoted) {
				boolean cast = i + 1 < sql.length() && sql.charAt(i + 1) == ':';
				colons += cast ? 0 : 1;
				i += cast ? 1 : 0;
			}
		}
		return colons > MAX_COLONS;
	}

	private static void checkSize(String sql) {
		if (sql.length() > MAX_LENGTH || nesting(sql) > MAX_LOOKAHEAD_NESTING || hasManyColons(sql)) {
			throw new UnreadableStatementException("Too long or too deep");
		}
	}

	private static Statement parse(String sql) throws Exception {
		int nesting = nesting(sql);
		if (sql.length() > MAX_LENGTH || nesting > MAX_NESTING || hasManyColons(sql)) {
			throw new UnreadableStatementException("Too long or too deep");
		}
		try {
			return new CCJSqlParser(sql).withAllowComplexParsing(false).Statement();
		}
		catch (Exception ex) {
			if (nesting > MAX_LOOKAHEAD_NESTING) {
				throw ex;
			}
			return new CCJSqlParser(sql).withAllowComplexParsing(true).Statement();
		}
	}

	/**
	 * Parentheses, brackets and braces within literals count too: nobody needs many of
	 * them.
	 */
	private static int nesting(String sql) {
		int depth = 0;
		int deepest = 0;
		for (int i = 0; i < sql.length(); i++) {
			char c = sql.charAt(i);
			if (c == '(' || c == '[' || c == '{') {
				deepest = Math.max(deepest, ++depth);
			}
			else if (c == ')' || c == ']' || c == '}') {
				depth--;
			}
			else if ((c == 'c' || c == 'C') && sql.regionMatches(true, i, "case", 0, 4)) {
				deepest = Math.max(deepest, ++depth);
			}
			else if ((c == 'e' || c == 'E') && depth > 0 && sql.regionMatches(true, i, "end", 0, 3)) {
				depth--;
			}
		}
		return deepest;
	}

	private static boolean contains(String sql, String name) {
		for (int i = 0; i <= sql.length() - name.length(); i++) {
			if (sql.regionMatches(true, i, name, 0, name.length()) && !isPart(sql, i - 1)
					&& !isPart(sql, i + name.length())) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPart(String sql, int index) {
		return index >= 0 && index < sql.length()
				&& (Character.isLetterOrDigit(sql.charAt(index)) || sql.charAt(index) == '_');
	}

}

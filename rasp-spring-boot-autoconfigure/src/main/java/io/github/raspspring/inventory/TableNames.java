package io.github.raspspring.inventory;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/**
 * Finds the tables that a statement names. One that the parser can't read names none.
 */
final class TableNames {

	private static final int LONGEST = 8_192;

	private TableNames() {
	}

	static Set<String> of(String sql) {
		Set<String> names = new TreeSet<>();
		if (sql.length() <= LONGEST) {
			try {
				Statement statement = new CCJSqlParser(sql).withAllowComplexParsing(false).Statement();
				new TablesNamesFinder<Void>().getTables(statement).forEach((name) -> names.add(plain(name)));
			}
			catch (Exception | StackOverflowError ex) {
				names.clear();
			}
		}
		return names;
	}

	/**
	 * Quotes and case tell nothing of which table it is.
	 */
	private static String plain(String name) {
		return name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
	}

}

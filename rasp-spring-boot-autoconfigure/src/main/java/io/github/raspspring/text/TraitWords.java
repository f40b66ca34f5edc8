package io.github.raspspring.text;

import io.github.raspspring.attack.command.ShellVocabulary;
import io.github.raspspring.attack.sql.SqlWord;

/**
 * Words that make a text interesting, found by a hash that is cheap to keep while the
 * text is walked over. Another word with the same hash is found too: that costs time, and
 * hides nothing.
 */
final class TraitWords {

	/** Multiplier of the hash; the hash of a word takes each character with bit 5 set. */
	static final int FACTOR = 31;

	private static final int BITS = 15;

	private static final int SHIFT = Integer.SIZE - BITS;

	private static final int SPREAD = 0x9E3779B1;

	/** The lowest trait that words have; the others follow it. */
	private static final int FIRST = Long.numberOfTrailingZeros(Traits.SQL_KEYWORD);

	private static final byte[] TRAITS = new byte[1 << BITS];

	static {
		for (SqlWord word : SqlWord.values()) {
			add(traitOf(word), word.spellings());
		}
		add(Traits.SCRIPT_WORD, "alert", "confirm", "prompt", "eval", "settimeout", "setinterval", "document", "window",
				"location");
		add(Traits.EXPRESSION_WORD, "t", "getruntime", "getclass", "class", "constructor", "java", "javax", "runtime",
				"systemproperties", "systemenvironment", "processbuilder", "scriptenginemanager", "urlclassloader",
				"initialcontext", "groovyshell", "spelexpressionparser");
		add(Traits.COMMAND_WORD, ShellVocabulary.firstWords());
		add(Traits.COMMAND_WORD, "then", "do", "eval", "exec", "command", "builtin", "echo", "printf", "source", "if",
				"while", "for", "fi", "done", "tmp", "var", "etc", "dev", "home", "root", "usr", "opt", "proc");
	}

	private TraitWords() {
	}

	static long traitsOf(int hash) {
		return (TRAITS[(hash * SPREAD) >>> SHIFT] & 0xFFL) << FIRST;
	}

	private static long traitOf(SqlWord word) {
		return switch (word) {
			case SELECT, EXECUTE, CATALOG, FILE_TARGET, WAITFOR -> Traits.SQL_KEYWORD;
			case LOGIC, LIKE, NOT, ARITHMETIC, SET_OPERATION, WHERE, HAVING, ORDER_OR_GROUP, LIMIT, CASE, IF, DECLARE,
					ANALYSE, HARMFUL_FUNCTION ->
				Traits.SQL_LOGIC;
			case INSERT, UPDATE, DELETE, DEFINE, SHUTDOWN, STATEMENT, SET, INTO -> Traits.SQL_STATEMENT;
			default -> 0;
		};
	}

	private static void add(long trait, String... words) {
		for (String word : words) {
			int hash = 0;
			for (int i = 0; i < word.length(); i++) {
				hash = hash * FACTOR + (word.charAt(i) | 0x20);
			}
			TRAITS[(hash * SPREAD) >>> SHIFT] |= (byte) (trait >>> FIRST);
		}
	}

}

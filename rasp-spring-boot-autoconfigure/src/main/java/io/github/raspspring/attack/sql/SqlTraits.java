package io.github.raspspring.attack.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.text.TraitWords;
import io.github.raspspring.text.Traits;

/**
 * The words that make a text interesting as SQL.
 */
public final class SqlTraits {

	private SqlTraits() {
	}

	/**
	 * Return the words of SQL that a text needs to be looked at.
	 * @return the words, by the part that they play
	 */
	public static List<TraitWords> words() {
		List<TraitWords> words = new ArrayList<>();
		for (SqlWord word : SqlWord.values()) {
			long trait = traitOf(word);
			if (trait != 0) {
				words.add(new TraitWords(trait, Arrays.asList(word.spellings())));
			}
		}
		words.add(new TraitWords(Traits.SQL_STATEMENT, SqlStacking.verbsOfServers()));
		return words;
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

}

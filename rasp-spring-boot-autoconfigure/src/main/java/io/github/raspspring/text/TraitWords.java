package io.github.raspspring.text;

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

	private static final long[] KEYWORDS = new long[1 << (BITS - 6)];

	private static final long[] LOGIC = new long[1 << (BITS - 6)];

	private static final long[] STATEMENTS = new long[1 << (BITS - 6)];

	static {
		for (SqlWord word : SqlWord.values()) {
			switch (word) {
				case SELECT, EXECUTE, CATALOG, FILE_TARGET, WAITFOR -> add(KEYWORDS, word);
				case LOGIC, LIKE, NOT, ARITHMETIC, SET_OPERATION, WHERE, HAVING, ORDER_OR_GROUP, LIMIT, CASE, IF,
						DECLARE, ANALYSE, HARMFUL_FUNCTION ->
					add(LOGIC, word);
				case INSERT, UPDATE, DELETE, DEFINE, SHUTDOWN, STATEMENT, SET, INTO -> add(STATEMENTS, word);
				default -> {
				}
			}
		}
	}

	private TraitWords() {
	}

	static long traitsOf(int hash) {
		int index = (hash * SPREAD) >>> SHIFT;
		long bit = 1L << index;
		long traits = ((KEYWORDS[index >>> 6] & bit) != 0) ? Traits.SQL_KEYWORD : 0;
		traits |= ((LOGIC[index >>> 6] & bit) != 0) ? Traits.SQL_LOGIC : 0;
		return ((STATEMENTS[index >>> 6] & bit) != 0) ? traits | Traits.SQL_STATEMENT : traits;
	}

	private static void add(long[] set, SqlWord word) {
		for (String spelling : word.spellings()) {
			int hash = 0;
			for (int i = 0; i < spelling.length(); i++) {
				hash = hash * FACTOR + (spelling.charAt(i) | 0x20);
			}
			int index = (hash * SPREAD) >>> SHIFT;
			set[index >>> 6] |= 1L << index;
		}
	}

}

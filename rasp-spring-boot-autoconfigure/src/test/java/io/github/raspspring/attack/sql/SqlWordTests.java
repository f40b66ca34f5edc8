package io.github.raspspring.attack.sql;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlWord}.
 */
class SqlWordTests {

	private static final int TEXTS = 200_000;

	@Test
	void ofWhenWordIsKnownThenReturnsItsFirstMeaningInAnyCase() {
		for (SqlWord word : SqlWord.values()) {
			for (String spelling : word.spellings()) {
				assertThat(of(spelling)).as(spelling).isEqualTo(slowly(spelling));
				String capitals = spelling.toUpperCase(Locale.ROOT);
				assertThat(of(capitals)).as(capitals).isEqualTo(slowly(spelling));
			}
		}
		assertThat(of("fetch")).isEqualTo(SqlWord.LIMIT);
		assertThat(of("database")).isEqualTo(SqlWord.OBJECT);
	}

	/**
	 * Neither signs that differ in the bit of upper case nor letters of other scripts are
	 * taken for those of a word.
	 */
	@Test
	void ofWhenSpellingIsChangedThenFindsWhatComparisonFinds() {
		SqlWord[] words = SqlWord.values();
		Random random = new Random(5);
		for (int i = 0; i < TEXTS; i++) {
			String[] spellings = words[random.nextInt(words.length)].spellings();
			StringBuilder changed = new StringBuilder(spellings[random.nextInt(spellings.length)]);
			int at = random.nextInt(changed.length() + 1);
			switch (random.nextInt(3)) {
				case 0 -> changed.insert(at, "aeT_0$\u0130\u212a".charAt(random.nextInt(8)));
				case 1 -> changed.delete(at, at + 1);
				default -> changed.replace(at, at + 1, String.valueOf((char) (random.nextInt(0x60) + 0x20)));
			}
			assertThat(of(changed.toString())).as("%s", changed).isEqualTo(slowly(changed.toString()));
		}
	}

	private static SqlWord of(String word) {
		return SqlWord.of("-" + word + "-", 1, word.length() + 1);
	}

	private static SqlWord slowly(String word) {
		String folded = word.chars()
			.map((c) -> (c >= 'A' && c <= 'Z') ? c + 0x20 : c)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		for (SqlWord known : SqlWord.values()) {
			for (String spelling : known.spellings()) {
				if (spelling.equals(folded)) {
					return known;
				}
			}
		}
		return SqlWord.NAME;
	}

}

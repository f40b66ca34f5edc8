package io.github.raspspring.policy.pattern;

import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinearPatternTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '~',
			value = { "[a-z]+ ~ abc", "[^a-z]* ~ 123", "a|b|cd ~ cd", "(ab)+c? ~ ababc", "a{2,3} ~ aaa",
					"a{2,} ~ aaaaa", "a{2} ~ aa", "^abc$ ~ abc", "\\d{4}-\\d{2} ~ 2026-05",
					"[\\w.-]+@[\\w-]+\\.[a-z]{2,} ~ a.b@c-d.org", "(?i)straße ~ STRAßE", "\\u0041\\x42 ~ AB", "[]] ~ ]",
					"\\p{L}+ ~ Grüße", ". ~ 😀", "a*?b ~ aab", "(?:x|y){0,2} ~ xy", "[a\\-z] ~ -", "[+-] ~ -",
					"(a|)b ~ b", "\\$\\{ ~ ${", "(a*)* ~ aaa", "[\\d-]+ ~ 1-2" })
	void matchesWhenWholeTextIsLikeThePatternThenSaysSo(String pattern, String text) {
		assertThat(LinearPattern.compile(pattern).matches(text)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '~',
			value = { "[a-z]+ ~ abC", "[a-z]+ ~ abc1", "a|b ~ ab", "a{2,3} ~ aaaa", "a{2} ~ a", "^a$b ~ ab",
					"\\d+ ~ १२", "[^x] ~ x", ". ~ ab", "(?i)a ~ b", "\\. ~ a", "[a-c]{3} ~ abd" })
	void matchesWhenSomethingDiffersThenDeclines(String pattern, String text) {
		assertThat(LinearPattern.compile(pattern).matches(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '~',
			value = { "b+ ~ abc ~ true", "^b ~ abc ~ false", "c$ ~ abc ~ true",
					"(?i)union\\s+select ~ 1 UNION  SELECT 2 ~ true", "^$ ~ a ~ false", "a.c ~ xxabcxx ~ true",
					"\\.\\./ ~ a/../b ~ true", "\\.\\./ ~ a./b ~ false" })
	void isFoundInWhenPartOfTextIsLikeThePatternThenSaysSo(String pattern, String text, boolean found) {
		assertThat(LinearPattern.compile(pattern).isFoundIn(text)).isEqualTo(found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a+", "a)", "[a", "*a", "a**", "a{3,2}", "a{", "(?=a)b", "(?!a)", "(?<=a)", "(?<n>a)",
			"(a)\\1", "\\k<n>", "a++", "\\q", "\\p{Han}", "[b-a]", "[a&&b]", "a{99999}", "((a{100}){100}){100}",
			"(((){9999}){9999}){9999}", "", "\\", "[[:alpha:]]", "\\xZZ" })
	void compileWhenPatternIsNoneOrNotLinearThenRefuses(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> LinearPattern.compile(pattern))
			.withMessageMatching("(at character|it ).*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a+)+b", "(a|a)*b", "(a|aa)+b", "(a*)*b", "((a*)*)*b", "(.*a){12}b", "(a?){30}a{30}b" })
	void matchesWhenPatternWouldExplodeElsewhereThenStepsGrowWithTheTextOnly(String pattern) {
		LinearPattern linear = LinearPattern.compile(pattern);
		String text = "a".repeat(20_000).substring(0, Math.min(20_000, linear.longestText()));
		assertThat(linear.matches(text)).isFalse();
		assertThat(linear.isFoundIn(text + "b")).isEqualTo(text.length() < linear.longestText());
	}

	@Test
	void matchesWhenTextIsLongerThanCanBeAskedThenDeclines() {
		LinearPattern linear = LinearPattern.compile("a*");
		assertThat(linear.matches("a".repeat(linear.longestText()))).isTrue();
		assertThat(linear.matches("a".repeat(linear.longestText() + 1))).isFalse();
	}

	/**
	 * The same as what the JDK says, which tries one way after the other.
	 */
	@Test
	void matchesWhenPatternsAreRandomThenIsTheSameAsTheJdk() {
		Random random = new Random(18);
		String[] atoms = { "a", "b", "[ab]", "[^a]", ".", "(ab)", "(a|b)", "(a|)", "c" };
		String[] repetitions = { "", "", "*", "+", "?", "{2}", "{1,2}" };
		for (int i = 0; i < 5_000; i++) {
			StringBuilder pattern = new StringBuilder();
			for (int j = 0; j <= random.nextInt(4); j++) {
				pattern.append(atoms[random.nextInt(atoms.length)])
					.append(repetitions[random.nextInt(repetitions.length)]);
				pattern.append((random.nextInt(8) == 0) ? "|" : "");
			}
			StringBuilder text = new StringBuilder();
			for (int j = 0; j < random.nextInt(7); j++) {
				text.append("abc".charAt(random.nextInt(3)));
			}
			LinearPattern linear = LinearPattern.compile(pattern.toString());
			Pattern jdk = Pattern.compile(pattern.toString(), Pattern.DOTALL);
			assertThat(linear.matches(text)).as(pattern + " on " + text).isEqualTo(jdk.matcher(text).matches());
			assertThat(linear.isFoundIn(text)).as(pattern + " in " + text).isEqualTo(jdk.matcher(text).find());
		}
	}

}

package io.github.raspspring.attack.query;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.text.TraitReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tells cheaply that a text has no sign of a query agrees with what reads all of it.
 */
class SignGateTests {

	private static final int TEXTS = 60_000;

	private static final int MOST_PIECES = 9;

	private static final String[] PIECES = { "'", "\"", "]", "[", "(", ")", "|", "/", "//", "/*", ",", " ", "\n", "or",
			"AND", "x", "1", "=", "::", "ancestor", "node()", "count(", "doc('http://a", "concat(", "@a", "*", "union",
			"true()", "ä", "_", "-", "&", "!", "\\", "%", "\0", ")(", "uid" };

	private static final String[] PAIRS = { ")(", "(|", "(&", "(!", "*(", "=*", "*)", ")|(", ")&(" };

	private final TraitReader reader = FamilyTraits.reader();

	@Test
	void noSignOfXPathIsMissed() {
		Random random = new Random(41);
		int found = 0;
		for (int n = 0; n < TEXTS; n++) {
			String text = text(random);
			long traits = this.reader.read(text);
			if (new XPathScanner(text, traits).findFirst()) {
				found++;
				assertThat(new XPathScanner(text, traits).hasAny(traits)).as(text).isTrue();
			}
		}
		assertThat(found).isPositive();
	}

	@Test
	void parenthesesOfFiltersAreToldAsByEachPairOfThem() {
		Random random = new Random(42);
		for (int n = 0; n < TEXTS; n++) {
			String text = text(random);
			assertThat(LdapInjectionDetector.mayMatter(text)).as(text).isEqualTo(holdsPair(text));
		}
	}

	@Test
	void unionOfPathsIsPossibleWhereItFollows() {
		Random random = new Random(43);
		String[] pieces = { ",", "|", " ", "//a", "/*", "'", "\"", "(", "x" };
		int follows = 0;
		for (int n = 0; n < TEXTS; n++) {
			String text = "'" + text(random, pieces);
			for (int joint = 1; joint < text.length(); joint++) {
				if (new PathUnion(text).follows(joint, '\'')) {
					follows++;
					assertThat(new PathUnion(text).isPossible()).as(text).isTrue();
				}
			}
		}
		assertThat(follows).isPositive();
	}

	private static boolean holdsPair(String text) {
		boolean pair = text.startsWith("|(") || text.startsWith("&(");
		for (String sign : PAIRS) {
			pair |= text.contains(sign);
		}
		return pair || text.contains(")") && (text.contains("\0") || text.contains(")\\") || text.contains(")%"));
	}

	private static String text(Random random) {
		return text(random, PIECES);
	}

	private static String text(Random random, String[] pieces) {
		StringBuilder text = new StringBuilder();
		for (int n = random.nextInt(MOST_PIECES) + 1; n > 0; n--) {
			text.append(pieces[random.nextInt(pieces.length)]);
		}
		return text.toString();
	}

}

package io.github.raspspring.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.text.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The traits by which texts are kept away from the detector must never hide what it would
 * have found.
 */
class SqlPrefilterTests {

	private static final List<String> PIECES = List.of("'", "\"", "`", " ", "\t", "(", ")", "1", "0x2", "or", "AND",
			"xor", "not", "=", "<>", "<", "like", "is", "null", "in", "true", "between", "union", "all", "select",
			"from", "users", "where", "having", "order", "by", "group", "limit", "into", "outfile", "case", "when",
			"then", "--", "#", "/*", "*/", ";", "drop", "table", "exec", "declare", "@a", "@@version", "waitfor",
			"delay", "sleep", "benchmark", "extractvalue", "version()", "chr(1)", "||", "&&", "|", "+", "-", "*", ",",
			".", "name", "if", "x", "div", "$$", ":", "[", "]", "{", "!", "~", "%", "\\", "call", ":=", "@b:=1", "1or",
			"0x1or", "$or", "values", "information_schema", "procedure", "analyse");

	@Test
	void traitsWhenAnythingIsFoundInOwnCorpusThenSqlIsAmongThem() {
		List<String> texts = new ArrayList<>(Corpus.lines("sql-injection/attacks.txt"));
		texts.addAll(Corpus.lines("sql-injection/benign.txt"));
		assertThat(texts).allSatisfy(SqlPrefilterTests::assertNotHidden);
	}

	@Test
	void traitsWhenAnythingIsFoundInDevelopmentListsThenSqlIsAmongThem() {
		assumeTrue(Corpus.developmentListsPresent(), "the development lists are not present");
		assertThat(Corpus.developmentSamples()).allSatisfy((sample) -> assertNotHidden(sample.text()));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void traitsWhenAnythingIsFoundInRandomTextThenSqlIsAmongThem(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			int pieces = 1 + random.nextInt(12);
			for (int j = 0; j < pieces; j++) {
				text.append(PIECES.get(random.nextInt(PIECES.size())));
				text.append(random.nextBoolean() ? " " : "");
			}
			assertNotHidden(text.toString());
		}
	}

	private static void assertNotHidden(String text) {
		boolean hidden = (Traits.of(text) & Traits.SQL) == 0;
		if (hidden) {
			assertThat(TestDetectors.findingsWithoutPrefilter(text, new SqlInjectionDetector())).as(text).isEmpty();
		}
	}

}

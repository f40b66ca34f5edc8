package io.github.raspspring.inspect;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShownCode}.
 */
class ShownCodeTests {

	private static final String[] PIECES = { "\n```\n", "\n~~~sh\n", "```", "~~~", "\n", "<pre>", "<code class='x'>",
			"</code>", "</pre>", "curl a", "; tar x", " # note", "$ id", "-", "<", "</", "`", "x".repeat(600) };

	@Test
	void commandInBlockIsShown() {
		String text = "Do this:\n```sh\ncurl a\ntar x; id\n```\nand go; on";
		assertThat(ShownCode.at(text, text.indexOf("; id"))).isTrue();
		assertThat(ShownCode.at(text, text.indexOf("; on"))).isFalse();
	}

	@Test
	void commandInBlockThatStaysOpenIsNotShown() {
		String text = "Do this:\n```sh\ncurl a\ntar x; id\n";
		assertThat(ShownCode.at(text, text.indexOf("; id"))).isFalse();
	}

	@Test
	void commandInElementIsShown() {
		String text = "<pre>curl a; id</pre> and; so";
		assertThat(ShownCode.at(text, text.indexOf("; id"))).isTrue();
		assertThat(ShownCode.at(text, text.indexOf("; so"))).isFalse();
	}

	/**
	 * Whatever was asked before, and in whatever order, the answer is that of the first
	 * question.
	 */
	@Test
	void answerDoesNotDependOnQuestionsBefore() {
		Random random = new Random(7);
		int shown = 0;
		for (int n = 0; n < 3_000; n++) {
			String text = IntStream.range(0, 4 + random.nextInt(20))
				.mapToObj((i) -> PIECES[random.nextInt(PIECES.length - (random.nextInt(5) == 0 ? 0 : 1))])
				.collect(Collectors.joining());
			ShownCode code = new ShownCode(text);
			int step = 1 + random.nextInt(Math.max(1, text.length() / 8));
			for (int i = 0; i < text.length(); i += 1 + random.nextInt(step)) {
				int separator = (random.nextInt(20) > 0) ? i : random.nextInt(text.length());
				boolean expected = ShownCode.at(text, separator);
				assertThat(code.at(separator)).as("%s at %d", text, separator).isEqualTo(expected);
				shown += expected ? 1 : 0;
			}
		}
		assertThat(shown).isGreaterThan(500);
	}

}

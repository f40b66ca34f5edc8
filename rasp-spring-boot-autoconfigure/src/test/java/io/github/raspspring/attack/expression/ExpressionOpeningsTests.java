package io.github.raspspring.attack.expression;

import java.util.Random;
import java.util.stream.IntStream;

import io.github.raspspring.attack.Pieces;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.text.TraitReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told by the neighbors of signs must be what is told by asking each character.
 */
class ExpressionOpeningsTests {

	private static final int TEXTS = 300_000;

	private static final TraitReader TRAITS = FamilyTraits.reader();

	private static final String[] PIECES = { "$", "%", "*", "~", "#", "@", "{", "<", "[", "?", "_", "(", ".", "!", "}",
			"=", "'", "\\", " ", "\n", "a", "7", "*7)", "\u00e9", "T", "t ", "java", "JAVAX", "Runtime", "class",
			"getClass", "getRuntime", "getClassLoader", "getServletContext", "constructor", "methodAccessor",
			"systemProperties", "systemEnvironment", "ognl.", "org.", "php}", "Smarty", "if ", "elseif ", "new ",
			"new(", "api", "interpret", "_memberAccess", "__class__.__", "set", "foreach", " ($", "get", "(2" };

	@Test
	void firstWhenTextIsOfPiecesThenIsWhatTheFirstCharacterTells() {
		Random random = new Random(7);
		int found = 0;
		for (int i = 0; i < TEXTS; i++) {
			String text = Pieces.text(random, PIECES);
			int first = IntStream.range(0, text.length())
				.map((index) -> ExpressionOpenings.at(text, index))
				.filter((index) -> index >= 0)
				.findFirst()
				.orElse(-1);
			assertThat(ExpressionOpenings.first(text, -1L)).as(text).isEqualTo(first);
			assertThat(ExpressionOpenings.first(text, TRAITS.read(text))).as(text).isEqualTo(first);
			found += (first >= 0) ? 1 : 0;
		}
		assertThat(found).isBetween(TEXTS / 10, TEXTS - TEXTS / 10);
	}

}

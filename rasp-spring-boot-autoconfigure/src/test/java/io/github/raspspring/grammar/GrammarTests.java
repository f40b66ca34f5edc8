package io.github.raspspring.grammar;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GrammarTests {

	private static final String PLACE = "== QUERY q\n";

	@Test
	void nextWhenSeedIsTheSameThenWritesTheSame() {
		Grammar grammar = Grammar.read("attack/sql-injection");
		assertThat(grammar.next(new Random(7))).isEqualTo(grammar.next(new Random(7)));
	}

	@Test
	void nextWhenRuleRefersToAnotherThenWritesItsText() {
		assertThat(write("a⟨x⟩c\n:: x\nb")).isEqualTo("abc");
	}

	@Test
	void nextWhenPlaceIsNameThenTextIsTheName() {
		Grammar grammar = Grammar.of("== FORM *\nclass.x");
		Grammar.Sample sample = grammar.next(new Random(1));
		assertThat(sample.place().of(sample)).isEqualTo(InputValue.ofName(InputLocation.FORM, "class.x"));
	}

	@ParameterizedTest
	@CsvSource({ "a b|tabbed, 'a\tb'", "é<|percent, %c3%a9%3c", "<|percent2, %253c", "a<|escaped, a\\u003c",
			"ab|base64, YWI=", "ab|hex, 6162", "a|upper, A", "<|fullwidth, ＜" })
	void nextWhenReferenceIsTransformedThenWritesItDifferently(String text, String expected) {
		String[] parts = text.split("\\|");
		assertThat(write("⟨x|" + parts[1] + "⟩\n:: x\n" + parts[0])).isEqualTo(expected);
	}

	@Test
	void nextWhenReferenceIsTerminalThenWritesCharacters() {
		assertThat(write("⟨CR⟩⟨LF⟩⟨NUL⟩⟨U+0027⟩⟨⟩⟨3..3⟩")).isEqualTo("\r\n\0'3");
		assertThat(write("⟨hex 8⟩")).matches("[0-9a-f]{8}");
	}

	@Test
	void nextWhenLineIsRemarkThenLeavesItOut() {
		assertThat(write("#! why\nx")).isEqualTo("x");
	}

	@Test
	void nextWhenRuleIsUnknownThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> write("⟨none⟩")).withMessageContaining("none");
	}

	@Test
	void nextWhenRuleHasNoEndThenSaysSo() {
		assertThatIllegalStateException().isThrownBy(() -> write("⟨x⟩\n:: x\n⟨x⟩")).withMessageContaining("'x'");
	}

	@Test
	void ofWhenRuleStandsTwiceThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> Grammar.of(":: x\na\n:: x\nb"))
			.withMessageContaining("'x'");
	}

	@Test
	void ofWhenReferenceHasNoEndThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> Grammar.of(PLACE + "a⟨b")).withMessageContaining("a⟨b");
	}

	@Test
	void readWhenFileIsMissingThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> Grammar.read("attack/none"))
			.withMessageContaining("none");
	}

	private static String write(String rules) {
		return Grammar.of(PLACE + rules).next(new Random(1)).text();
	}

}

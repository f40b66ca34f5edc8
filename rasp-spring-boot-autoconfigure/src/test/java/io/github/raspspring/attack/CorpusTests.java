package io.github.raspspring.attack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CorpusTests {

	@Test
	void unescapeWhenControlCharactersAreEscapedThenResolvesThem() {
		assertThat(Corpus.unescape("a\\nb\\rc\\td\\0e\\\\n")).isEqualTo("a\nb\rc\td\0e\\n");
	}

	@Test
	void unescapeWhenUnitIsEscapedThenResolvesIt() {
		assertThat(Corpus.unescape("x\\uD800y")).isEqualTo("x\uD800y");
	}

	@Test
	void unescapeWhenBackslashEscapesNothingThenKeepsIt() {
		assertThat(Corpus.unescape("w\\hoami \\")).isEqualTo("w\\hoami \\");
	}

	@Test
	void readWhenFileIsMissingThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> Corpus.read("none.txt"))
			.withMessageContaining("none.txt");
	}

	@Test
	void readWhenLineIsRemarkThenLeavesItOut() {
		assertThat(Corpus.lines("sql-injection/attacks.txt")).anyMatch((line) -> line.startsWith("#! "));
		assertThat(Corpus.read("sql-injection/attacks.txt")).noneMatch((line) -> line.startsWith("#! "));
	}

}

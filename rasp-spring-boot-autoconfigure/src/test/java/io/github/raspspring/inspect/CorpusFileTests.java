package io.github.raspspring.inspect;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CorpusFileTests {

	@Test
	void unescapeWhenControlCharactersAreEscapedThenResolvesThem() {
		assertThat(CorpusFile.unescape("a\\nb\\rc\\td\\0e\\\\n")).isEqualTo("a\nb\rc\td\0e\\n");
	}

	@Test
	void unescapeWhenUnitIsEscapedThenResolvesIt() {
		assertThat(CorpusFile.unescape("x\\uD800y")).isEqualTo("x\uD800y");
	}

	@Test
	void unescapeWhenBackslashEscapesNothingThenKeepsIt() {
		assertThat(CorpusFile.unescape("w\\hoami \\")).isEqualTo("w\\hoami \\");
	}

	@Test
	void readWhenFileIsMissingThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> CorpusFile.read("none.txt"))
			.withMessageContaining("none.txt");
	}

}

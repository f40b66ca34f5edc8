package io.github.raspspring.inspect;

import io.github.raspspring.text.HashedWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NestedNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "file", "/order/file", "order.file", "order[file]", "orders[0].file", "/0/FILE",
			"a/b.c[file]" })
	void lastPartIsThatOfTheInnermostName(String name) {
		assertThat(NestedName.lastPart(name)).isEqualTo(HashedWords.hash("file"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "files", "file/name", "file-", "", "file[0]", "_file" })
	void lastPartIsNotThatOfAnotherName(String name) {
		assertThat(NestedName.lastPart(name)).isNotEqualTo(HashedWords.hash("file"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "return-to", "/page/return-to", "ReturnTo", "-return-to-", "page[return-to]" })
	void lastPartWithoutJointsIsOneWord(String name) {
		assertThat(NestedName.lastPart(name, "-")).isEqualTo(HashedWords.hash("returnto"));
		assertThat(NestedName.lastPart("return_to", "-")).isNotEqualTo(HashedWords.hash("returnto"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/order/file", "order.file", "order[file]", "/orders/order/0/file", "order[12].file",
			"/or-der/3/file" })
	void parentIsThatAroundTheInnermostNameWithoutIndices(String name) {
		assertThat(NestedName.parent(name, "-")).isEqualTo(HashedWords.hash("order"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "order", "/order", "/order/3/line/file", "/orders/file", "" })
	void parentIsNotThatOfAnotherName(String name) {
		assertThat(NestedName.parent(name, "-")).isNotEqualTo(HashedWords.hash("order"));
	}

}

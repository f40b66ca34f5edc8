package io.github.raspspring.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLeavesTests {

	private final JsonLeaves leaves = new JsonLeaves();

	@Test
	void readWhenObjectIsNestedThenNamesLeavesByPointer() {
		assertThat(read("{\"a\":{\"b/c\":\"x\"},\"d\":\"y\"}")).containsExactly("NAME /a=a", "NAME /a/b~1c=b/c",
				"VALUE /a/b~1c=x", "NAME /d=d", "VALUE /d=y");
	}

	@Test
	void readWhenArrayHasObjectsThenElementsShareAPointer() {
		assertThat(read("{\"i\":[{\"n\":\"x\"},{\"n\":\"y\"},\"z\"],\"t\":\"u\"}")).containsExactly("NAME /i=i",
				"NAME /i/-/n=n", "VALUE /i/-/n=x", "NAME /i/-/n=n", "VALUE /i/-/n=y", "VALUE /i/-=z", "NAME /t=t",
				"VALUE /t=u");
	}

	@Test
	void readWhenKeyIsRepeatedThenSeesEveryValue() {
		assertThat(read("{\"a\":\"x\",\"a\":\"y\"}")).contains("VALUE /a=x", "VALUE /a=y");
	}

	@Test
	void readWhenTextIsEscapedThenSeesWhatItMeans() {
		assertThat(read("{\"\\u0061\":\"\\u0027\"}")).containsExactly("NAME /a=a", "VALUE /a='");
	}

	@Test
	void readWhenScalarsAreNoTextThenLeavesThemOut() {
		assertThat(read("[1, true, null, 1.5e3]")).isEmpty();
	}

	@Test
	void readWhenRootIsTextThenSeesIt() {
		assertThat(read("\"x\"")).containsExactly("VALUE =x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE" })
	void readWhenEncodingIsOneOfJsonThenSeesText(String charset) {
		BoundedValues values = new BoundedValues();
		byte[] body = "{\"a\":\"\u00e9\"}".getBytes(Charset.forName(charset));
		assertThat(this.leaves.read(body, body.length, values)).isTrue();
		assertThat(values).extracting(InputValue::value).containsExactly("a", "\u00e9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'a':'x'}", "{a:\"x\"}", "/* c */{\"a\":\"x\",}", "{\"a\":\"x\"}{\"b\":1}",
			"{\"a\":\"x\" # c\n}" })
	void readWhenDialectIsLaxThenSeesText(String body) {
		assertThat(read(body)).contains("VALUE /a=x");
	}

	@Test
	void readWhenNestingIsDeepThenReachesTheLeaf() {
		String body = "[".repeat(1_000) + "\"x\"" + "]".repeat(1_000);
		assertThat(read(body)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":", "<a/>", "{\"a\" \"b\"}" })
	void readWhenBodyIsNoJsonThenSaysSo(String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		assertThat(this.leaves.read(bytes, bytes.length, new BoundedValues())).isFalse();
	}

	private List<String> read(String body) {
		BoundedValues values = new BoundedValues();
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		assertThat(this.leaves.read(bytes, bytes.length, values)).isTrue();
		return values.stream().map((value) -> value.kind() + " " + value.name() + "=" + value.value()).toList();
	}

}

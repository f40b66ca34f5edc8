package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedValuesTests {

	private static final int LEAVES = BoundedValues.MOST_LEAVES;

	static Stream<String> within() {
		return Stream.of("[" + "\"a\",".repeat(LEAVES - 1) + "\"a\"]", "{" + "\"a\":1,".repeat(LEAVES - 1) + "\"a\":1}",
				"[".repeat(1_000) + "]".repeat(1_000), "{\"" + "n".repeat(1_000_000) + "\":1}",
				"[" + "1,".repeat(500_000) + "1]",
				"{\"" + "p".repeat(500) + "\":{" + "\"a\":1,".repeat(50_000) + "\"a\":1}}");
	}

	static Stream<String> beyond() {
		return Stream.of("[" + "\"a\",".repeat(LEAVES) + "\"a\"]", "{" + "\"a\":1,".repeat(LEAVES) + "\"a\":1}",
				"[".repeat(1_001), "{\"a\":".repeat(1_001), "[{\"a\":".repeat(501) + "1",
				"{\"" + "n".repeat(3_000_000) + "\":1}",
				"{" + ("\"" + "n".repeat(100) + "\":1,").repeat(25_000) + "\"a\":1}");
	}

	@ParameterizedTest
	@MethodSource("within")
	void readWhenJsonStaysWithinBoundsThenAllOfItIsTaken(String json) {
		BoundedValues values = new BoundedValues();
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		assertThat(new JsonLeaves().read(body, body.length, values)).isTrue();
		assertThat(values.isFull()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("beyond")
	void readWhenJsonIsBeyondABoundThenStops(String json) {
		BoundedValues values = new BoundedValues();
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		new JsonLeaves().read(body, body.length, values);
		assertThat(values.exceeded()).isNotNull();
		assertThat(values).hasSizeLessThanOrEqualTo(LEAVES);
	}

	@Test
	void readWhenXmlOrFormIsBeyondABoundThenStops() {
		BoundedValues elements = new BoundedValues();
		new XmlLeaves().read(("<a>" + "<b/>".repeat(LEAVES) + "</a>").getBytes(StandardCharsets.UTF_8), elements);
		assertThat(elements.isFull()).isTrue();
		BoundedValues nested = new BoundedValues();
		new XmlLeaves().read("<a>".repeat(2_000).getBytes(StandardCharsets.UTF_8), nested);
		assertThat(nested.isFull()).isTrue();
		BoundedValues fields = new BoundedValues();
		QueryString.read("a=b&".repeat(LEAVES), InputLocation.FORM, fields);
		assertThat(fields.isFull()).isTrue();
	}

	@Test
	void readWhenXmlStaysBelowTheBoundsThenReadsAllOfIt() {
		BoundedValues nested = new BoundedValues();
		String deep = "<a>".repeat(900) + "<b "
				+ IntStream.range(0, 900).mapToObj((i) -> "c" + i + "='d'").collect(Collectors.joining(" ")) + "/>"
				+ "</a>".repeat(900);
		assertThat(new XmlLeaves().read(deep.getBytes(StandardCharsets.UTF_8), nested)).isTrue();
		assertThat(nested.isFull()).isFalse();
		assertThat(nested).hasSize(1801);
	}

	@Test
	void addWhenMemoryIsTakenByOthersThenSmallBodiesStillFind() {
		BodyMemory memory = new BodyMemory(100_000);
		BodyMemory.Lease large = memory.lease();
		assertThat(large.take(130_000)).isTrue();
		BodyMemory.Lease another = memory.lease();
		assertThat(another.take(40_000)).isFalse();
		BoundedValues small = new BoundedValues(memory.lease());
		assertThat(small.add(new InputValue(InputLocation.JSON, "/a", "x".repeat(20_000)))).isTrue();
		large.giveBack();
		assertThat(memory.taken()).isZero();
		assertThat(memory.lease().take(40_000)).isTrue();
	}

	@Test
	void giveBackWhenSomethingIsTakenLaterThenNothingStaysTaken() {
		BodyMemory memory = new BodyMemory(1_000_000);
		BodyMemory.Lease lease = memory.lease();
		lease.take(500_000);
		lease.giveBack();
		assertThat(lease.take(100_000)).isFalse();
		assertThat(memory.taken()).isZero();
	}

}

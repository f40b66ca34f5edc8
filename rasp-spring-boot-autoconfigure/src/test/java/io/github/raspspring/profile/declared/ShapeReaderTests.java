package io.github.raspspring.profile.declared;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.raspspring.profile.declared.Shape.Fields;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What types look like, as Jackson's own deserializers say.
 */
class ShapeReaderTests {

	private final JsonMapper mapper = JsonMapper.builder().build();

	@Test
	void shapeWhenTypeIsARecordThenHasItsComponents() {
		assertThat(of(Order.class).known().keySet()).containsExactlyInAnyOrder("id", "lines", "parent", "labels");
		assertThat(of(Order.class).find("id")).isInstanceOf(Shape.Scalar.class);
		assertThat(of(Order.class).find("lines")).isInstanceOf(Shape.Items.class);
		assertThat(of(Order.class).find("labels")).isSameAs(Shape.ANYTHING);
	}

	@Test
	void shapeWhenTypeRefersToItselfThenIsTheSame() {
		Fields order = of(Order.class);
		assertThat(order.find("parent")).isSameAs(order);
	}

	@Test
	void shapeWhenPropertyIsReadOnlyThenIsNotKnown() {
		Fields account = of(Account.class);
		assertThat(account.find("role")).isNull();
		assertThat(account.isReadOnly("role")).isTrue();
	}

	@Test
	void shapeWhenTypeIsAMapThenIsAnything() {
		assertThat(shape(Map.class)).isSameAs(Shape.ANYTHING);
		assertThat(shape(Object.class)).isSameAs(Shape.ANYTHING);
	}

	private Fields of(Class<?> type) {
		return (Fields) shape(type);
	}

	private Shape shape(Class<?> type) {
		return new ShapeReader(this.mapper._deserializationContext(), this.mapper.deserializationConfig())
			.of(this.mapper.constructType(type));
	}

	record Order(long id, List<Line> lines, Order parent, Map<String, String> labels) {

	}

	record Line(String sku) {

	}

	static class Account {

		public String name;

		@JsonProperty(access = JsonProperty.Access.READ_ONLY)
		public String role;

	}

}

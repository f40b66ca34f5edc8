package io.github.raspspring.behavior;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names are told by their last letters as if each ending were compared.
 */
class ObjectNamesTests {

	private static final List<String> ENDINGS = List.of("Id", "ID", "_id", "-id", "uuid", "Uuid", "UUID", "guid",
			"Guid", "Number", "_number", "-number");

	private static final String[] PIECES = { "i", "d", "I", "D", "s", "_", "-", "uu", "gu", "Gu", "UU", "order", "Numb",
			"numb", "er", "mbe", "r", "\u0130", "\u0131", "x" };

	private final Random random = new Random(3);

	@ParameterizedTest
	@ValueSource(
			strings = { "id", "ids", "ID", "orderId", "order_ids", "uuid", "cardNumber", "card-number", "\u0130d" })
	void nameWhenItEndsAsNamesOfObjectsDoThenIsOne(String name) {
		assertThat(ObjectNames.name(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "s", "d", "customer", "address", "paid", "number", "requestId", "sessionIds" })
	void nameWhenItEndsOtherwiseThenIsNone(String name) {
		assertThat(ObjectNames.name(name)).isFalse();
	}

	@Test
	void nameWhenMadeOfPiecesThenIsWhatItsEndingsTell() {
		int objects = 0;
		for (int i = 0; i < 50_000; i++) {
			StringBuilder name = new StringBuilder();
			for (int j = this.random.nextInt(5); j >= 0; j--) {
				name.append(PIECES[this.random.nextInt(PIECES.length)]);
			}
			boolean expected = isObject(name.toString());
			assertThat(ObjectNames.name(name.toString())).as(name.toString()).isEqualTo(expected);
			objects += expected ? 1 : 0;
		}
		assertThat(objects).isGreaterThan(300);
	}

	private static boolean isObject(String name) {
		String single = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
		return single.equalsIgnoreCase("id") || ENDINGS.stream().anyMatch(single::endsWith);
	}

}

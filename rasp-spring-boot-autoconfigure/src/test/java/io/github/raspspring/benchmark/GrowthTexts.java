package io.github.raspspring.benchmark;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Honest texts of any size, by kind.
 */
public enum GrowthTexts {

	/** Sentences with apostrophes and brackets, as one value. */
	PROSE("We ordered two of them last week; they arrived on time, and the quality is better than expected. It's the "
			+ "third order, and I'd like to know if there are others (say, in blue). "),

	/** Sentences in other scripts, as one value. */
	OTHER_SCRIPTS("\u0414\u043e\u0441\u0442\u0430\u0432\u043a\u0430 \u0437\u0430\u043d\u044f\u043b\u0430 \u0442\u0440"
			+ "\u0438 \u0434\u043d\u044f, \u0438 \u0432\u0441\u0451 \u0446\u0435\u043b\u043e. \u8fd9\u672c\u4e66\u7684"
			+ "\u5370\u5237\u8d28\u91cf\u5f88\u597d\uff0c\u8bfb\u8d77\u6765\u5f88\u8212\u670d\u3002 "),

	/** Lines of program code and markup, as one value. */
	CODE("if (order.total() > 100 && !order.isPaid()) { log.info(\"order {} is open\", order.id()); }\n"
			+ "String sql = \"select id, title from book where author = ? and price < 20 order by title\";\n"
			+ "<li class=\"note\"><a href=\"https://docs.example.org/pool?version=2&amp;lang=en\">pool</a></li>\n"),

	/** Numbers, each a value of its own. */
	NUMBERS(""),

	/** An image, as one value. */
	BASE64("");

	private final String sample;

	GrowthTexts(String sample) {
		this.sample = sample;
	}

	/**
	 * Return values of so many characters together.
	 */
	List<InputValue> values(int size) {
		return switch (this) {
			case NUMBERS -> numbers(size);
			case BASE64 -> List.of(value(image(size)));
			default -> List.of(value(this.sample.repeat(size / this.sample.length() + 1).substring(0, size)));
		};
	}

	private static List<InputValue> numbers(int size) {
		Random random = new Random(3);
		List<InputValue> values = new ArrayList<>();
		for (int length = 0; length < size; length += values.get(values.size() - 1).value().length()) {
			values.add(value(String.format(Locale.ROOT, "%.6f", 90 * random.nextDouble())));
		}
		return values;
	}

	private static String image(int size) {
		byte[] image = new byte[size * 3 / 4];
		new Random(3).nextBytes(image);
		return Base64.getEncoder().encodeToString(image);
	}

	private static InputValue value(String text) {
		return new InputValue(InputLocation.JSON, "/value", text);
	}

}

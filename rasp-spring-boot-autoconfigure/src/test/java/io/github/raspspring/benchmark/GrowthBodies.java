package io.github.raspspring.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * Honest bodies of JSON of any size, as clients send them. Each seed makes other texts.
 */
public enum GrowthBodies {

	/** Lines of orders with identifiers, dates, and a note now and then. */
	ORDERS((random) -> "{\"sku\":\"SKU-" + random.nextInt(100_000) + "-" + letter(random) + "\",\"orderId\":\""
			+ new UUID(random.nextLong(), random.nextLong()) + "\",\"quantity\":" + random.nextInt(9)
			+ ",\"unitPrice\":\"" + random.nextInt(90) + ".95\",\"currency\":\"EUR\",\"orderedAt\":\"" + time(random)
			+ "\",\"customer\":\"" + name(random) + "\",\"gift\":" + random.nextBoolean()
			+ ((random.nextInt(3) == 0) ? ",\"note\":\"" + WordLists.ENGLISH.sentence(random, 9) + "\"}" : "}")),

	/** Positions, each a list of numbers. */
	COORDINATES((random) -> "[" + decimal(random, 180) + "," + decimal(random, 90) + "," + random.nextInt(900) + "]"),

	/** Images of some kilobytes each. */
	BASE64((random) -> "{\"name\":\"scan-" + random.nextInt(1_000) + ".png\",\"data\":\"" + image(random) + "\"}"),

	/** Reviews in several scripts. */
	PROSE((random) -> "{\"rating\":" + random.nextInt(5) + ",\"review\":\"" + WordLists.any(random).text(random, 700)
			+ "\"}"),

	/** Lines of a log, each a text of a list. */
	LOG_LINES((random) -> '"' + time(random) + "  INFO 4711 --- [nio-8081-exec-" + random.nextInt(9)
			+ "] c.e.shop.OrderService : " + WordLists.ENGLISH.sentence(random, 6) + " id=" + random.nextInt(1_000_000)
			+ " took " + random.nextInt(900) + " ms (" + random.nextInt(12) + " rows)\""),

	/** An article of HTML in one field. */
	ARTICLE((random) -> "<p class=\\\"c" + random.nextInt(9) + "\\\">" + WordLists.ENGLISH.sentence(random, 12)
			+ " <em>" + WordLists.ENGLISH.sentence(random, 2) + "</em>, see <a href=\\\"https://docs.example.org/a"
			+ random.nextInt(9_999) + "\\\">" + name(random) + "</a> &ndash; " + WordLists.ENGLISH.sentence(random, 14)
			+ "</p>\\n"),

	/** A query with variables. */
	GRAPHQL((random) -> "{\"isbn\":\"978-" + random.nextInt(1_000_000_000) + "\",\"title\":\""
			+ WordLists.ENGLISH.sentence(random, 4) + "\",\"pages\":" + random.nextInt(900) + ",\"tags\":[\""
			+ name(random) + "\",\"new\"]}"),

	/** What another service answered, passed on. */
	NESTED((random) -> "{\"id\":\"" + Long.toHexString(random.nextLong()) + "\",\"type\":\"node\",\"links\":{\"self\":{"
			+ "\"href\":\"https://api.example.com/v2/nodes/" + random.nextInt(100_000) + "?page=" + random.nextInt(99)
			+ "\"}},\"attributes\":{\"owner\":{\"name\":\"" + name(random) + "\",\"mail\":\"" + letter(random)
			+ random.nextInt(999) + "@example.com\",\"roles\":[\"reader\",\"writer\"]},\"size\":{\"w\":"
			+ random.nextInt(999) + ",\"h\":" + random.nextInt(999) + "},\"state\":null,\"changed\":\"" + time(random)
			+ "\"}}");

	private static final String QUERY = "query Books($filter: Filter, $first: Int = 10) {\\n  books(filter: $filter, "
			+ "first: $first, orderBy: [TITLE_ASC]) {\\n    edges { node { id title author { name } } }\\n  }\\n}";

	private final Function<Random, String> element;

	GrowthBodies(Function<Random, String> element) {
		this.element = element;
	}

	/**
	 * Return a body of so many bytes, or a little more.
	 */
	byte[] body(int size, long seed) {
		Random random = new Random(seed);
		StringBuilder body = new StringBuilder(begin());
		String separator = (this == ARTICLE) ? "" : ",";
		int length = 0;
		while (length == 0 || length < size) {
			String element = this.element.apply(random);
			body.append((length > 0) ? separator : "").append(element);
			length += element.getBytes(StandardCharsets.UTF_8).length;
		}
		return body.append(end()).toString().getBytes(StandardCharsets.UTF_8);
	}

	private String begin() {
		return switch (this) {
			case ARTICLE -> "{\"title\":\"News\",\"html\":\"";
			case GRAPHQL ->
				"{\"operationName\":\"Books\",\"query\":\"" + QUERY + "\",\"variables\":{\"first\":10,\"filter\":[";
			default -> "{\"version\":1,\"items\":[";
		};
	}

	private String end() {
		return switch (this) {
			case ARTICLE -> "\"}";
			case GRAPHQL -> "]}}";
			default -> "]}";
		};
	}

	private static char letter(Random random) {
		return (char) ('A' + random.nextInt(26));
	}

	private static String name(Random random) {
		return WordLists.NAMES.sentence(random, 2);
	}

	private static String time(Random random) {
		return String.format(Locale.ROOT, "2026-%02d-%02dT%02d:%02d:%02d.%03dZ", 1 + random.nextInt(12),
				1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60),
				random.nextInt(1_000));
	}

	private static String decimal(Random random, int most) {
		return String.format(Locale.ROOT, "%.6f", most * (2 * random.nextDouble() - 1));
	}

	private static String image(Random random) {
		byte[] image = new byte[600 + random.nextInt(3_000)];
		random.nextBytes(image);
		return Base64.getEncoder().encodeToString(image);
	}

}

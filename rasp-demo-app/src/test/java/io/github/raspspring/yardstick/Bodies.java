package io.github.raspspring.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Bodies of requests as honest clients send them, of a size that is asked for. Each call
 * gives the same text.
 */
final class Bodies {

	static final int KILOBYTE = 1024;

	private static final List<String> NOTES = List.of("Please leave the parcel with the neighbour, second floor.",
			"Gift wrap, no invoice inside the box.", "Select the larger size if this one is sold out.",
			"O'Brien & Sons; call before 9:00 or after 17:30.", "Union Street entrance, code 4471 -- ring twice.");

	private static final int IMAGE_BYTES = 1500;

	private final Random random = new Random(7);

	/**
	 * An order with notes in plain English.
	 */
	String order(int size) {
		return repeated(
				"{\"id\":\"ord-100045\",\"customer\":\"Maria O'Neill\",\"address\":\"12 Union Street, Apt. 5\","
						+ "\"lines\":[",
				(i) -> "{\"sku\":\"SKU-%05d\",\"qty\":%d,\"note\":%s}".formatted(i * 37, 1 + i % 9,
						quoted(NOTES.get(i % NOTES.size()))),
				"],\"extra\":{\"coupon\":\"SPRING-25\",\"newsletter\":true,\"score\":0.75}}", size);
	}

	/**
	 * Coordinates with measures.
	 */
	String numbers(int size) {
		return repeated("{\"type\":\"FeatureCollection\",\"track\":[",
				(i) -> String.format(Locale.ROOT, "{\"at\":%d,\"position\":[%.6f,%.6f],\"speed\":%.2f,\"fix\":%b}",
						1_760_000_000L + 5L * i, 13.3 + this.random.nextDouble(), 52.5 + this.random.nextDouble(),
						30 * this.random.nextDouble(), i % 7 != 0),
				"]}", size);
	}

	/**
	 * Issues of a tracker with their authors, labels and links, as a public interface
	 * answers.
	 */
	String nested(int size) {
		return repeated("{\"total_count\":512,\"items\":[",
				(i) -> """
						{"id":%d,"url":"https://api.example.com/repos/reader/issues/%d","title":%s,\
						"user":{"login":"octavia-%d","type":"User","site_admin":false,\
						"links":{"self":{"href":"https://api.example.com/users/octavia-%d"},"followers":null}},\
						"labels":[{"id":%d,"name":"good first issue","color":"7057ff"}],\
						"created_at":"2026-03-%02dT08:15:%02dZ","milestone":null,"score":1.0}""".formatted(
						9_000_000 + this.random.nextInt(900_000), i, quoted(NOTES.get(i % NOTES.size())), i, i,
						this.random.nextInt(100_000), 1 + i % 28, i % 60),
				"]}", size);
	}

	/**
	 * A query of GraphQL with its variables.
	 */
	String graphQl() {
		return "{\"operationName\":\"Books\",\"query\":" + quoted(
				"query Books($author: String!, $first: Int = 20) {\n  books(author: $author, first: $first) {\n"
						+ "    edges { node { id title price(currency: EUR) reviews(last: 3) { text stars } } }\n"
						+ "    pageInfo { endCursor hasNextPage }\n  }\n}")
				+ ",\"variables\":{\"author\":\"Flann O'Brien\",\"first\":10}}";
	}

	/**
	 * Images in Base64.
	 */
	String images(int size) {
		return repeated("{\"album\":\"summer\",\"images\":[", (i) -> {
			byte[] image = new byte[IMAGE_BYTES];
			this.random.nextBytes(image);
			return "{\"name\":\"photo-" + i + ".jpg\",\"data\":\"" + Base64.getEncoder().encodeToString(image) + "\"}";
		}, "]}", size);
	}

	/**
	 * Lines of a file, each a text of a list.
	 */
	String lines(String file, int size) {
		List<String> lines = read(file).lines().toList();
		return repeated("{\"title\":\"" + file + "\",\"lines\":[",
				(i) -> "{\"number\":" + i + ",\"text\":" + quoted(lines.get(i % lines.size())) + "}", "]}", size);
	}

	/**
	 * A file as often as fits in one text.
	 */
	String text(String file, int size) {
		String content = read(file);
		String start = "{\"id\":77,\"slug\":\"pool-size\",\"html\":\"";
		StringBuilder body = new StringBuilder(start);
		while (body.length() < size) {
			String escaped = quoted(content);
			body.append(escaped, 1, escaped.length() - 1);
		}
		body.setLength(body.lastIndexOf("\\n", size));
		return body.append("\"}").toString();
	}

	/**
	 * A feed in XML.
	 */
	String feed(int size) {
		List<String> lines = read("prose.txt").lines().toList();
		return repeated("<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed>",
				(i) -> "<entry id=\"%d\"><title>%s</title><price currency=\"EUR\">%d.95</price></entry>".formatted(i,
						lines.get(i % lines.size()), 5 + i),
				"</feed>", size)
			.replace("</entry>,", "</entry>");
	}

	/**
	 * Fields of a form.
	 */
	String form(int fields) {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < fields; i++) {
			form.append((i == 0) ? "" : "&")
				.append("field")
				.append(i)
				.append("=")
				.append(NOTES.get(i % NOTES.size())
					.replace("&", "%26")
					.replace(";", "%3B")
					.replace("'", "%27")
					.replace(' ', '+'));
		}
		return form.toString();
	}

	static String read(String file) {
		try (InputStream stream = Objects.requireNonNull(Bodies.class.getResourceAsStream("/yardstick/" + file))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String repeated(String start, IntFunction<String> item, String end, int size) {
		StringBuilder body = new StringBuilder(start);
		int bytes = start.length() + end.length();
		for (int i = 0; bytes < size; i++) {
			String next = ((i == 0) ? "" : ",") + item.apply(i);
			body.append(next);
			bytes += next.getBytes(StandardCharsets.UTF_8).length;
		}
		return body.append(end).toString();
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			switch (c) {
				case '"', '\\' -> quoted.append('\\').append(c);
				case '\n' -> quoted.append("\\n");
				case '\t' -> quoted.append("\\t");
				default -> quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

}

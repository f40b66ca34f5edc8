package io.github.raspspring.yardstick;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What the sides are asked.
 */
final class Workloads {

	private static final int VARIANTS = 16;

	/** So many that nobody remembers all of them. */
	private static final int VARIED = 1000;

	private static final int TEN = 10 * Bodies.KILOBYTE;

	private final int bodies;

	private Workloads(int bodies) {
		this.bodies = bodies;
	}

	/**
	 * Return all workloads.
	 * @param token opens the protected route, {@code null} if there is none
	 * @param varied whether each body of JSON comes in a thousand variations, so that no
	 * text comes again soon
	 */
	static List<Workload> all(@Nullable String token, boolean varied) {
		return new Workloads(varied ? VARIED : 1).all(token);
	}

	private List<Workload> all(@Nullable String token) {
		Bodies bodies = new Bodies();
		List<Workload> all = new ArrayList<>();
		all.add(json("order-1k", "/orders", bodies.order(Bodies.KILOBYTE)));
		all.add(json("order-10k", "/orders", bodies.order(TEN)));
		all.add(get("parameters",
				(i) -> "/parameters?q=red%20shoes" + i + "&page=" + i % 7 + "&size=20&sort=price,desc&city=San%20Jose",
				""));
		all.add(get("h2", (i) -> "/items/" + (1 + i * 61 % 1000) + "?name=green%20tea" + i, ""));
		if (token != null) {
			all.add(get("protected", (i) -> "/protected/items/" + (1 + i * 61 % 1000) + "?name=green%20tea" + i,
					"Authorization: Bearer " + token + "\r\n"));
		}
		all.add(json("numbers-10k", "/documents", bodies.numbers(TEN)));
		all.add(json("nested-10k", "/documents", bodies.nested(TEN)));
		all.add(json("graphql", "/documents", bodies.graphQl()));
		all.add(json("base64-10k", "/documents", bodies.images(TEN)));
		all.add(json("prose-10k", "/documents", bodies.lines("prose.txt", TEN)));
		all.add(json("log-10k", "/documents", bodies.lines("log.txt", TEN)));
		all.add(json("html-10k", "/documents", bodies.text("article.html", TEN)));
		all.add(post("form-30", "/forms", "application/x-www-form-urlencoded", bodies.form(30)));
		all.add(post("form-50", "/forms", "application/x-www-form-urlencoded", bodies.form(50)));
		all.add(get("headers-40", (i) -> "/headers", headers()));
		all.add(post("multipart", "/uploads", "multipart/form-data; boundary=part", multipart(bodies)));
		all.add(post("xml-10k", "/feeds", "application/xml", bodies.feed(TEN)));
		return all;
	}

	private Workload json(String name, String path, String body) {
		return new Workload(name,
				IntStream.range(0, this.bodies)
					.mapToObj((i) -> request(path, "application/json", (i == 0) ? body : Variation.of(body, i)))
					.toList());
	}

	private static Workload post(String name, String path, String type, String body) {
		return new Workload(name, List.of(request(path, type, body)));
	}

	private static byte[] request(String path, String type, String body) {
		String start = "POST " + path + " HTTP/1.1\r\nContent-Type: " + type + "\r\n";
		return Connection.request(start, body.getBytes(StandardCharsets.UTF_8));
	}

	private static Workload get(String name, IntFunction<String> path, String headers) {
		return new Workload(name,
				IntStream.range(0, VARIANTS)
					.mapToObj(
							(i) -> Connection.request("GET " + path.apply(i) + " HTTP/1.1\r\n" + headers, new byte[0]))
					.toList());
	}

	/**
	 * Forty headers and thirty cookies.
	 */
	private static String headers() {
		StringBuilder headers = new StringBuilder();
		for (int i = 0; i < 40; i++) {
			headers.append("X-Request-Context-").append(i).append(": region=eu-central; shard=").append(i);
			headers.append("; trace=4bf92f3577b34da6a3ce929d0e0e47").append(10 + i).append("\r\n");
		}
		headers.append("Cookie: ");
		for (int i = 0; i < 30; i++) {
			headers.append((i == 0) ? "" : "; ").append("preference-").append(i).append("=dark.en-US.").append(i);
		}
		return headers.append("\r\n").toString();
	}

	private static String multipart(Bodies bodies) {
		String field = "--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
		return field.formatted("title", "A day at the lake") + field.formatted("description", Bodies.read("prose.txt"))
				+ "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"track.json\"\r\n"
				+ "Content-Type: application/json\r\n\r\n" + bodies.numbers(8 * Bodies.KILOBYTE) + "\r\n--part--\r\n";
	}

}

package io.github.raspspring.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One thing that an honest client does.
 *
 * @param name what it is
 * @param request does it
 * @param expectation what it is answered
 */
record HonestUse(String name, Function<Bookshop, Answer> request, Consumer<Answer> expectation) {

	static Stream<HonestUse> all() {
		return Stream
			.of(searches(), books(), reviews(), covers(), imports(), labels(), greetings(), logins(), orders(),
					reports())
			.flatMap(Function.identity());
	}

	void on(Bookshop shop) {
		this.expectation.accept(this.request.apply(shop));
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static Stream<HonestUse> searches() {
		return Lines.of("/honest/titles.txt").map((line) -> line.split("\t")).map((cells) -> {
			String title = cells[0];
			return new HonestUse("search: " + title, (shop) -> shop.get("/api/books", "title", title),
					served(200, cells[1]));
		});
	}

	private static Stream<HonestUse> books() {
		return Stream.of(new HonestUse("book: 1", (shop) -> shop.get("/api/books/1"), served(200, "Dune")),
				new HonestUse("book: 4711", (shop) -> shop.get("/api/books/4711"), served(404, "Not Found")));
	}

	private static Stream<HonestUse> reviews() {
		return Lines.of("/honest/reviews.txt")
			.map((text) -> new HonestUse("review: " + text,
					(shop) -> shop.post("/api/books/1/reviews", Map.of("author", "O'Reilly", "text", text)),
					served(201, "").andThen((answer) -> {
						assertThat(answer.json().path("author").asString()).isEqualTo("O'Reilly");
						assertThat(answer.json().path("text").asString()).isEqualTo(text);
					})));
	}

	private static Stream<HonestUse> covers() {
		return Stream.concat(
				Stream.of("dune.txt", "the-hobbit.txt", "./frankenstein.txt")
					.map((file) -> new HonestUse("cover: " + file, (shop) -> shop.get("/api/covers", "file", file),
							served(200, "[ "))),
				Stream.of(new HonestUse("cover: missing", (shop) -> shop.get("/api/covers", "file", "moby-dick.txt"),
						served(404, "no such cover"))));
	}

	private static Stream<HonestUse> imports() {
		return Stream.of("http://covers.example/dune.txt", "http://covers.example:80/the-hobbit.txt?size=xl")
			.map((url) -> new HonestUse("import: " + url, (shop) -> shop.post("/api/covers/import", Map.of("url", url)),
					served(200, "[ ")));
	}

	private static Stream<HonestUse> labels() {
		return Lines.of("/honest/labels.txt")
			.map((text) -> new HonestUse("label: " + text,
					(shop) -> shop.post("/api/labels", Map.of("printer", "desk 2", "text", text)),
					served(200, " to desk 2")));
	}

	private static Stream<HonestUse> greetings() {
		return Stream.of(new HonestUse("greeting: name", (shop) -> shop.get("/api/greeting", "template", "name"),
				served(200, "Hello dear reader")));
	}

	private static Stream<HonestUse> logins() {
		return Stream.of(
				new HonestUse("login: wrong password", (shop) -> shop.login("alice", "open sesame"),
						served(401, "Unauthorized")),
				new HonestUse("order: alice's own", (shop) -> shop.order(shop.tokenOf("alice"), 1),
						served(200, "alice")),
				new HonestUse("order: bob's own", (shop) -> shop.order(shop.tokenOf("bob"), 2), served(200, "bob")));
	}

	private static Stream<HonestUse> orders() {
		return Stream.of("first", "second identical")
			.map((which) -> new HonestUse("order: " + which, (shop) -> shop.placeOrder(shop.tokenOf("bob"), ""),
					served(201, "\"discount\":0")))
			.flatMap((order) -> Stream.of(order,
					new HonestUse("order: with a coupon",
							(shop) -> shop.placeOrder(shop.tokenOf("bob"), "?coupon=READER-5"),
							served(201, "\"discount\":5"))));
	}

	private static Stream<HonestUse> reports() {
		return Stream.of("Herbert", "Austen", "")
			.map((author) -> new HonestUse("report: " + author, (shop) -> shop.get("/api/reports", "author", author),
					served(200, "\"books\":1")));
	}

	/**
	 * Settings that are no attack, of use only where the edge doesn't refuse all objects.
	 */
	static HonestUse settings() {
		return new HonestUse("settings", (shop) -> shop.importSettings(new TreeMap<>(Map.of("theme", "dark"))),
				served(200, "theme=dark"));
	}

	private static Consumer<Answer> served(int status, String text) {
		return (answer) -> {
			assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
			assertThat(answer.body()).contains(text);
		};
	}

}

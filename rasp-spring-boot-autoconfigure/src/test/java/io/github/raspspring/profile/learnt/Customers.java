package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;

import static io.github.raspspring.profile.learnt.Market.number;
import static io.github.raspspring.profile.learnt.Market.text;

/**
 * Makes what customers of the bookshop honestly send, and what others do.
 */
final class Customers {

	private static final String[] TITLES = { "Dune", "The Left Hand of Darkness", "Emma", "1984", "Catch-22",
			"Snow Crash", "Middlemarch", "Ulysses", "It", "Contact", "O Pioneers!", "Who's Afraid?", "Momo", "V.",
			"Fahrenheit 451", "Die Verwandlung", "Les Misérables", "S.", "R.U.R." };

	private static final String[] NAMES = { "Ann", "Bob Miller", "Zoë", "Jean-Luc", "O'Hara", "María José", "Li",
			"Ngọc", "Sven", "Fatima Al-Sayed" };

	private static final String[] WORDS = { "good", "bad", "long", "I", "liked", "it,", "really!", "the", "end.", "5/5",
			"(almost)", "and", "\"great\"", "so", "much", "more:", "read;", "again", "it's", "100%" };

	private static final String[] FOREIGN = { "1e9", "0x10", "null", "NaN", "1 or 1", "admin", "../../etc", "{}", "-",
			"true" };

	private final Random random;

	Customers(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * An endpoint and what it gets.
	 */
	record Request(String route, List<RequestLeaf> leaves) {

	}

	Request honest() {
		return switch (this.random.nextInt(4)) {
			case 0 -> order(1 + this.random.nextInt(200), 1 + (int) Math.abs(this.random.nextGaussian() * 4));
			case 1 -> new Request("/api/books", List.of(text("param.title", any(TITLES))));
			case 2 -> new Request("/api/books/{id}/reviews", List.of(number("path.id", 1 + this.random.nextInt(200)),
					text("body.author", any(NAMES)), text("body.text", prose())));
			default -> new Request("/api/delivery",
					List.of(text("body.method", any("POST", "PICKUP", "COURIER")), text("body.mail", mail()),
							text("body.wanted",
									"2026-0" + (1 + this.random.nextInt(9)) + "-1" + this.random.nextInt(9)),
							text("body.cart", uuid())));
		};
	}

	private Request order(long book, long quantity) {
		List<RequestLeaf> leaves = new ArrayList<>(
				List.of(number("body.bookId", book), number("body.quantity", quantity)));
		if (this.random.nextInt(3) == 0) {
			leaves.add(text("param.coupon", any("READER-5", "SPRING-7", "")));
		}
		return new Request(Market.ORDERS, leaves);
	}

	/**
	 * What somebody sends who tries what happens.
	 */
	Request tampered() {
		return switch (this.random.nextInt(9)) {
			case 0 -> order(1 + this.random.nextInt(200), 10_000L + this.random.nextInt(1_000_000));
			case 1 -> order(1 + this.random.nextInt(200), -1 - this.random.nextInt(1000));
			case 2 -> order(1_000_000L + this.random.nextInt(1_000_000), 1);
			case 3 ->
				new Request(Market.ORDERS, List.of(text("body.bookId", any(FOREIGN)), number("body.quantity", 1)));
			case 4 ->
				new Request(Market.ORDERS, List.of(number("body.bookId", 5), text("body.quantity", any(FOREIGN))));
			case 5 ->
				new Request("/api/books", List.of(text("param.title", "x".repeat(200 + this.random.nextInt(5000)))));
			case 6 -> new Request("/api/delivery", List.of(text("body.method", any("ADMIN", "FREE", "TELEPORT"))));
			case 7 -> new Request("/api/delivery", List.of(text("body.mail", any("a b", "x", "a@b", "@", "a@b@c.de"))));
			default -> new Request("/api/delivery", List.of(text("body.cart", any("1", "x", "../a", "1' or '1"))));
		};
	}

	RequestLeaf leafOf(String path, String text) {
		return new RequestLeaf(path, LeafType.TEXT, text);
	}

	private String prose() {
		StringBuilder prose = new StringBuilder();
		for (int i = this.random.nextInt(60); i >= 0; i--) {
			prose.append(any(WORDS)).append(' ');
		}
		return prose.toString();
	}

	private String mail() {
		return "user" + this.random.nextInt(100_000) + "@example.org";
	}

	private String uuid() {
		return new java.util.UUID(this.random.nextLong(), this.random.nextLong()).toString();
	}

	private String any(String... texts) {
		return texts[this.random.nextInt(texts.length)];
	}

}

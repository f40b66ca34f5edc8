package io.github.raspspring.profile.answer;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import com.sun.management.ThreadMXBean;

/**
 * Prints what answers take of the processor and of the heap to be looked at, a line per
 * kind: nanoseconds and bytes per kilobyte, the least of some rounds, at one kilobyte and
 * at sixteen, and at sixteen where answers come again. Arguments choose kinds.
 */
final class AnswerCost {

	private static final int[] KILOBYTES = { 1, 16 };

	private static final int VARIETY = 64;

	/** So few that hardly two of them share a place. */
	private static final int FEW = 4;

	private static final int ROUNDS = 12;

	private static final long ROUND = 25_000_000;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final String PROSE = "It was the best of times, it was the worst of times: 12 of 365 days, O'Hara "
			+ "said. Nobody had an address near the station, or so the token of the past was told. ";

	private static final String SCRIPTS = "\u041e\u0434\u043d\u0430\u0436\u0434\u044b \u0432\u0435\u0441\u043d\u043e\u0439, "
			+ "\u5728\u4e00\u4e2a\u665a\u4e0a\u3002 \u00c0 la fin de l'\u00e9t\u00e9, \u00e7a va. ";

	private static final String HTML = "<p class=\"lead\">The <b>left</b> hand &amp; the <a href=\"/books/12\">right</a> "
			+ "one.</p>\n<ul><li id=\"a-1\">One</li></ul>\n";

	private static final String LOG = "2026-05-04T12:00:00.123Z  INFO 4711 --- [nio-8080-exec-3] o.e.shop.OrderService "
			+ "    : Order 100234 of customer 77 paid, 49.90 EUR in 12 ms\n";

	private final Random random = new Random(3);

	private final String[] chosen;

	private AnswerCost(String[] chosen) {
		this.chosen = chosen;
	}

	/**
	 * Print a line per kind.
	 * @param arguments names of kinds, all if there are none
	 */
	public static void main(String[] arguments) {
		new AnswerCost(arguments).print();
	}

	private void print() {
		print("orders", true, this::order);
		print("snake", true, this::snake);
		print("nested", true, this::nested);
		print("numbers", true, (i) -> (this.random.nextInt(2_000_000) / 1000.0) + ",");
		print("prose", true, (i) -> "{\"id\":" + i + ",\"text\":\"" + PROSE.repeat(4) + "\"},");
		print("scripts", true, (i) -> "{\"id\":" + i + ",\"text\":\"" + SCRIPTS.repeat(4) + "\"},");
		print("html-in-json", true, (i) -> "{\"id\":" + i + ",\"html\":\"" + escape(HTML.repeat(3)) + "\"},");
		print("base64", true, (i) -> "{\"id\":" + i + ",\"file\":\"" + base64() + "\"},");
		print("log-in-json", true, (i) -> "{\"line\":\"" + escape(LOG) + "\"},");
		print("identities", true, (i) -> "{\"key\":\"" + new UUID(this.random.nextLong(), this.random.nextLong())
				+ "\",\"at\":\"2026-05-04T12:00:00Z\",\"state\":\"PENDING\"},");
		print("html", false, (i) -> HTML + PROSE);
		print("log", false, (i) -> LOG);
		print("prose-text", false, (i) -> PROSE);
		minimal();
	}

	private String order(int i) {
		return "{\"id\":" + this.random.nextInt(100_000) + ",\"title\":\"" + word() + " of " + word()
				+ "\",\"email\":\"ann@example.org\",\"price\":" + this.random.nextInt(9999) / 100.0 + ",\"quantity\":"
				+ (1 + i % 3) + ",\"at\":\"2026-05-04T12:00:00Z\",\"sku\":\"SKU-" + this.random.nextInt(100_000)
				+ "\",\"gift\":" + this.random.nextBoolean() + ",\"note\":null},";
	}

	private String snake(int i) {
		return "{\"user_id\":" + i + ",\"first_name\":\"" + word() + "\",\"zip_code\":\"10115\",\"is_active\":true,"
				+ "\"created_at\":\"2026-05-04 12:00:00\",\"order_status\":\"IN_PROGRESS\"},";
	}

	private String nested(int i) {
		return "{\"customer\":{\"name\":\"" + word() + "\",\"address\":{\"street\":\"" + word() + "\",\"city\":\""
				+ word() + "\",\"geo\":{\"lat\":52.52000659999999,\"lon\":13.404953999999975}}},\"tags\":[\"" + word()
				+ "\",\"" + word() + "\"],\"n\":" + i + "},";
	}

	private String word() {
		StringBuilder word = new StringBuilder();
		for (int i = 3 + this.random.nextInt(9); i > 0; i--) {
			word.append((char) ('a' + this.random.nextInt(26)));
		}
		return word.toString();
	}

	private String base64() {
		byte[] bytes = new byte[600];
		this.random.nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}

	private void minimal() {
		byte[][] answers = List
			.of("{\"id\":4711,\"title\":\"Dune\",\"price\":9.90}", "{\"status\":\"UP\"}", "[]",
					"{\"count\":12,\"items\":[{\"id\":1},{\"id\":2}]}")
			.stream()
			.map((text) -> text.getBytes(StandardCharsets.UTF_8))
			.toArray(byte[][]::new);
		if (this.chosen.length == 0 || List.of(this.chosen).contains("minimal")) {
			System.out
				.println("minimal |" + perKilobyte(answers, (answer) -> AnswerScan.of(answer, answer.length, true)));
		}
	}

	private void print(String kind, boolean json, IntFunction<String> part) {
		if (this.chosen.length > 0 && !List.of(this.chosen).contains(kind)) {
			return;
		}
		StringBuilder line = new StringBuilder(kind).append(" |");
		for (int kilobytes : KILOBYTES) {
			byte[][] answers = new byte[VARIETY][];
			for (int i = 0; i < VARIETY; i++) {
				answers[i] = answer(json, kilobytes * 1024, part);
			}
			line.append(perKilobyte(answers, (answer) -> AnswerScan.of(answer, answer.length, json)));
			if (kilobytes > 1) {
				KnownAnswers known = new KnownAnswers();
				byte[][] few = Arrays.copyOf(answers, FEW);
				line.append(perKilobyte(few, (answer) -> known.look(answer, answer.length, json)));
			}
		}
		System.out.println(line);
	}

	private static byte[] answer(boolean json, int size, IntFunction<String> part) {
		StringBuilder text = new StringBuilder(json ? "[" : "");
		for (int i = 0; text.length() == 1 || text.length() < size; i++) {
			text.append(part.apply(i));
		}
		if (json) {
			text.setCharAt(text.length() - 1, ']');
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String perKilobyte(byte[][] answers, Consumer<byte[]> look) {
		double least = Double.MAX_VALUE;
		double allocated = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long start = THREADS.getCurrentThreadCpuTime();
			long before = THREADS.getCurrentThreadAllocatedBytes();
			long now = start;
			long bytes = 0;
			while (now - start < ROUND) {
				for (byte[] answer : answers) {
					look.accept(answer);
					bytes += answer.length;
				}
				now = THREADS.getCurrentThreadCpuTime();
			}
			least = Math.min(least, 1024.0 * (now - start) / bytes);
			allocated = 1024.0 * (THREADS.getCurrentThreadAllocatedBytes() - before) / bytes;
		}
		return String.format(Locale.ROOT, " %.0f ns %.0f B |", least, allocated);
	}

}

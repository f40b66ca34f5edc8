package io.github.raspspring.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.github.raspspring.attack.Judgement;
import io.github.raspspring.attack.sql.SqlCall;
import io.github.raspspring.attack.sql.SqlDialect;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.document.MultipartBody;
import io.github.raspspring.document.QueryString;
import io.github.raspspring.document.XmlLeaves;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.sink.SinkGuard;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the bytes that judging a benign request allocates, and fails when they grow.
 * Bytes, not times: the same on a busy machine.
 */
class AllocationTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final RequestFacts FACTS = new RequestFacts("GET", "/api/books", new ClientIdentity("192.0.2.1"),
			false);

	private static final int WARM_UP = 3_000;

	private static final int REQUESTS = 1_000;

	private final InspectionScope scope = new InspectionScope();

	private final ValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final JsonLeaves json = JsonLeaves.strict();

	private final BodyMemory memory = new BodyMemory(1 << 20);

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final InspectionPipeline pipeline = new InspectionPipeline((method, path) -> this.policy,
			List.copyOf(Judgement.byAll().detectors()), this.reader, List.of(), (event) -> {
			}, () -> "reference", Clock.systemUTC());

	private final SinkGuard guard = new SinkGuard(this.scope, this.reader, this.pipeline, (event) -> {
	}, () -> "reference", Clock.systemUTC(), List.of(new SqlJudge()));

	@Test
	void judgeWhenValuesArePlainThenAllocatesOfTheRequestOnly() {
		List<InputValue> values = values("42", "Ann Example", "ann@example.com", "EUR", "19.99", "SKU-2041-B",
				"2026-11-23T10:15:30Z", "550e8400-e29b-41d4-a716-446655440000", "created_at desc", "3 of 5");
		assertThat(bytesOf(() -> judge(values))).isLessThan(900);
	}

	@Test
	void judgeWhenManyPlainValuesThenAllocatesTheirListOnly() {
		List<InputValue> values = IntStream.range(0, 1_000)
			.mapToObj((i) -> new InputValue(InputLocation.JSON, "/track", "13.30" + i))
			.toList();
		assertThat(bytesOf(() -> judge(values))).isLessThan(900 + 12 * 1_000);
	}

	@Test
	void judgeWhenValuesAreProseThenAllocatesLittlePerKilobyte() {
		List<InputValue> values = GrowthTexts.PROSE.values(10 * 1024);
		assertThat(bytesOf(() -> judge(values))).isLessThan(2_000);
	}

	@Test
	void judgeWhenDocumentHoldsNumbersThenAllocatesItsTapeOnly() {
		assertThat(bytesOf(judging("{\"at\":%d,\"position\":[13.3%d,52.5],\"fix\":true}"))).isLessThan(14_000);
	}

	@Test
	void judgeWhenDocumentHoldsProseThenAllocatesItsTapeOnly() {
		assertThat(bytesOf(judging("{\"number\":%d,\"text\":\"It rained all day long, %d times\"}"))).isLessThan(9_500);
	}

	@Test
	void judgeWhenDocumentComesAgainThenAllocatesOfTheRequestOnly() {
		byte[] document = bytes("{\"number\":%d,\"text\":\"It rained all day long, %d times\"}");
		assertThat(bytesOf(() -> judge(document))).isLessThan(1_500);
	}

	@Test
	void judgeWhenHeadersAndCookiesRepeatThenAllocatesOfTheRequestOnly() {
		List<InputValue> values = Stream
			.concat(IntStream.range(0, 40)
				.mapToObj((i) -> new InputValue(InputLocation.HEADER, "x-context-" + i,
						"region=eu-central; shard=" + i + "; trace=4bf92f3577b34da6a3ce929d0e0e47" + (10 + i))),
					IntStream.range(0, 30)
						.mapToObj((i) -> new InputValue(InputLocation.COOKIE, "preference-" + i, "dark.en-US." + i)))
			.toList();
		assertThat(bytesOf(() -> judge(values))).isLessThan(2_200);
	}

	@Test
	void judgeWhenMarkupOnlyFormatsThenAllocatesItsDecodedReading() {
		String article = "<p class=\"x\">It&rsquo;s <em>so</em>: <a href=\"https://docs.example.org/a\">b</a></p>\n"
			.repeat(120);
		List<InputValue> values = List.of(new InputValue(InputLocation.JSON, "/html", article));
		assertThat(bytesOf(() -> judge(values))).isLessThan(6 * article.length());
	}

	@Test
	void judgeWhenFormHasFiftyFieldsThenAllocatesItsFieldsOnly() {
		String form = IntStream.range(0, 50)
			.mapToObj((i) -> "field" + i + "=Gift+wrap%2C+no+invoice+inside+box+" + i)
			.collect(Collectors.joining("&"));
		assertThat(bytesOf(() -> {
			BoundedValues values = new BoundedValues(this.memory.lease());
			QueryString.read(form, InputLocation.FORM, values);
			return judge(List.copyOf(values));
		})).isLessThan(24_000);
	}

	@Test
	void judgeWhenDocumentIsXmlThenAllocatesItsLeavesOnly() {
		byte[] document = IntStream.range(0, 100)
			.mapToObj((i) -> "<entry id=\"" + i + "\"><title>A day at the lake</title><price>" + i
					+ ".95</price></entry>")
			.collect(Collectors.joining("", "<feed>", "</feed>"))
			.getBytes(StandardCharsets.UTF_8);
		XmlLeaves leaves = new XmlLeaves();
		assertThat(bytesOf(() -> {
			BoundedValues values = new BoundedValues(this.memory.lease());
			leaves.read(document, values);
			return judge(List.copyOf(values));
		})).isLessThan(90_000);
	}

	@Test
	void judgeWhenBodyHasPartsThenAllocatesTheirContentOnly() {
		byte[] body = IntStream.range(0, 10)
			.mapToObj((i) -> "--part\r\nContent-Disposition: form-data; name=\"field" + i
					+ "\"\r\n\r\nIt rained all day long, and the lake was grey. ".repeat(20) + "\r\n")
			.collect(Collectors.joining("", "", "--part--\r\n"))
			.getBytes(StandardCharsets.UTF_8);
		assertThat(bytesOf(() -> judge(MultipartBody.pieces(body, "multipart/form-data; boundary=part")
			.stream()
			.map((piece) -> new InputValue(InputLocation.MULTIPART, "field",
					new String(piece.content(), StandardCharsets.UTF_8)))
			.toList()))).isLessThan(3 * body.length);
	}

	@Test
	void checkWhenStatementsRepeatThenAllocatesForTheFirstOnly() {
		List<InputValue> values = values("the left hand", "42", "price,desc", "San Jose", "en-US,en;q=0.5");
		long one = bytesOf(() -> query(values, 1));
		long eleven = bytesOf(() -> query(values, 11));
		assertThat((eleven - one) / 10).isLessThan(64);
	}

	private Object judge(List<InputValue> values) {
		Exchange exchange = this.pipeline.begin(FACTS);
		this.pipeline.enter(exchange, Phase.REQUEST, values);
		this.pipeline.complete(exchange, 200);
		if (!exchange.findings().isEmpty()) {
			throw new AssertionError("Not benign: " + exchange.findings());
		}
		return exchange;
	}

	/**
	 * Judge a document of some 10 KB, of which a number is another one each time.
	 */
	private Supplier<Object> judging(String element) {
		byte[] document = bytes(element);
		return () -> {
			int digit = 10;
			while (++document[digit] > '9') {
				document[digit--] = '0';
			}
			return judge(document);
		};
	}

	private static byte[] bytes(String element) {
		return IntStream.range(0, 200)
			.mapToObj((i) -> element.formatted(i, i))
			.collect(Collectors.joining(",", "[1000000000,", "]"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private Object judge(byte[] document) {
		Exchange exchange = this.pipeline.begin(FACTS);
		this.pipeline.enter(exchange, Phase.REQUEST, List.of());
		BodyMemory.Lease lease = this.memory.lease();
		exchange.onCompletion(lease::giveBack);
		BoundedValues values = new BoundedValues(lease);
		if (!this.json.scan(document, Objects.requireNonNull(this.pipeline.sieve(exchange)), values)) {
			throw new AssertionError("No JSON");
		}
		if (values.isFull()) {
			throw new AssertionError("Not read to its end");
		}
		this.pipeline.arrived(exchange, values, Objects.requireNonNull(values.omitted()));
		this.pipeline.complete(exchange, 200);
		return exchange;
	}

	private Object query(List<InputValue> values, int statements) {
		Exchange exchange = this.pipeline.begin(FACTS);
		exchange.routedTo("/api/books");
		this.pipeline.enter(exchange, Phase.REQUEST, values);
		SqlCall call = new SqlCall("prepareStatement", "select id, title from books where id = ? order by title",
				() -> SqlDialect.H2);
		try (InspectionScope.Binding binding = this.scope.bind(exchange)) {
			for (int i = 0; i < statements; i++) {
				this.guard.check(call);
			}
		}
		return exchange;
	}

	private static List<InputValue> values(String... texts) {
		return Stream.of(texts).map((text) -> new InputValue(InputLocation.QUERY, "q", text)).toList();
	}

	private static long bytesOf(Supplier<Object> request) {
		for (int i = 0; i < WARM_UP; i++) {
			request.get();
		}
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < REQUESTS; i++) {
			request.get();
		}
		return (THREADS.getCurrentThreadAllocatedBytes() - before) / REQUESTS;
	}

}

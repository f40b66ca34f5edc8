package io.github.raspspring.profile.declared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.profile.KeptLeaves;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaves;
import io.github.raspspring.profile.sealed.SealKeys;
import io.github.raspspring.profile.sealed.Signed;
import io.github.raspspring.profile.sealed.SignedValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body that comes again is walked once more where the outcome may be another one, and
 * else its values are taken at once.
 */
class KnownReadingsTests {

	private static final KeptLeaves KEPT = new KeptLeaves() {
	};

	private final InspectionScope scope = new InspectionScope();

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(), ValueReader.AS_ARRIVED, List.of(),
			(event) -> {
			}, () -> "reference", Clock.systemUTC());

	private final SignedValues signed = new SignedValues(new SealKeys(List.of(new byte[32])), Duration.ofHours(1),
			this.scope, Clock.systemUTC());

	private final List<String> taken = new ArrayList<>();

	private final DeclaredBodyAdvice advice = new DeclaredBodyAdvice(
			new DeclaredModel(JsonMapper.builder().build(), this.signed), this.scope, this.pipeline,
			(inspection) -> new Taken(), 1 << 20);

	@Test
	void bodyWhenItComesAgainThenIsTakenAtOnce() throws IOException {
		ScannedBody body = body("{\"id\":\"a\",\"pages\":7}");
		for (int i = 0; i < 4; i++) {
			assertThat(send(body, 0, null)).isEmpty();
		}
		assertThat(this.taken).containsExactly("body.id", "body.pages", "keep", "body.id", "body.pages", "again",
				"again");
	}

	@Test
	void bodyWhenItIsReadAnewEachTimeThenIsWalked() throws IOException {
		for (int i = 0; i < 4; i++) {
			send(body("{\"id\":\"a\"}"), 0, null);
		}
		assertThat(this.taken).containsExactly("body.id", "body.id", "body.id", "body.id");
	}

	@Test
	void bodyWhenItIsBoundToAnotherTypeThenIsComparedWithThat() throws IOException {
		ScannedBody body = body("{\"id\":\"a\",\"pages\":7}");
		for (int i = 0; i < 3; i++) {
			assertThat(send(body, 0, null)).isEmpty();
		}
		for (int i = 0; i < 3; i++) {
			assertThat(send(body, 1, null)).containsExactly("unknown-property");
		}
	}

	@Test
	void bodyWhenSomethingIsFoundThenIsFoundEachTime() throws IOException {
		ScannedBody body = body("{\"id\":\"a\",\"isAdmin\":true}");
		for (int i = 0; i < 5; i++) {
			assertThat(send(body, 0, null)).containsExactly("unknown-property");
		}
		assertThat(this.taken).doesNotContain("again").containsOnlyOnce("keep");
	}

	@Test
	void bodyWhenItHoldsWhatIsSignedThenIsJudgedForEachSubject() throws IOException {
		Exchange alice = exchange("alice");
		String price;
		try (InspectionScope.Binding bound = this.scope.bind(alice)) {
			price = this.signed.sign("price", "7");
		}
		ScannedBody body = body("{\"price\":\"" + price + "\"}");
		for (int i = 0; i < 4; i++) {
			assertThat(send(body, 1, "alice")).isEmpty();
		}
		assertThat(send(body, 1, "bob")).containsExactly("forged-value");
		assertThat(send(body, 1, "alice")).isEmpty();
	}

	private static ScannedBody body(String text) {
		return new ScannedBody(text.getBytes(StandardCharsets.UTF_8));
	}

	private List<String> send(ScannedBody body, int parameter, @Nullable String subject) throws IOException {
		Exchange exchange = exchange(subject);
		this.pipeline.arrived(exchange, body.values(), body.omitted());
		MethodParameter bound = parameter(parameter);
		try (InspectionScope.Binding binding = this.scope.bind(exchange)) {
			this.advice.beforeBodyRead(body, bound, bound.getParameterType(), JacksonJsonHttpMessageConverter.class);
		}
		assertThat(this.advice.failures()).isZero();
		return exchange.findings().stream().map(Finding::rule).map((rule) -> rule.id()).toList();
	}

	private Exchange exchange(@Nullable String subject) {
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("POST", "/books", new ClientIdentity("192.0.2.1"), subject != null));
		exchange.identifiedAs((subject != null) ? new Subject(subject, "shop") : null);
		return exchange;
	}

	private static MethodParameter parameter(int index) {
		try {
			return new MethodParameter(KnownReadingsTests.class.getDeclaredMethod("take", Book.class, Offer.class),
					index);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unused")
	private static void take(Book book, Offer offer) {
	}

	private record Book(String id, int pages) {

	}

	private record Offer(String id, @Signed("price") String price) {

	}

	private final class Taken implements RequestLeaves {

		private boolean keeps;

		@Override
		public void add(String path, LeafType type, String text) {
			KnownReadingsTests.this.taken.add(path);
		}

		@Override
		public void add(String path, LeafType type, byte[] body, int start) {
			KnownReadingsTests.this.taken.add(path);
		}

		@Override
		public void keep() {
			this.keeps = true;
			KnownReadingsTests.this.taken.add("keep");
		}

		@Override
		public @Nullable KeptLeaves kept() {
			return this.keeps ? KEPT : null;
		}

		@Override
		public void addAll(KeptLeaves kept) {
			assertThat(kept).isSameAs(KEPT);
			KnownReadingsTests.this.taken.add("again");
		}

		@Override
		public void end() {
		}

	}

}

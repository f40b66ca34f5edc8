package io.github.raspspring.profile.sealed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Signed values come back to the same subject, under the same name, in time, whatever
 * they are, also after the secret was replaced, and otherwise not at all.
 */
class SignedValuesTests {

	private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

	private static final Subject ANN = new Subject("ann", "shop");

	private static final String FIRST = "first secret of thirty-two bytes!";

	private static final String SECOND = "second secret of thirty-two bytes";

	private static final String THIRD = "third secret of thirty-two bytes!";

	private final InspectionPipeline pipeline = new InspectionPipeline(
			(method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(), ValueReader.AS_ARRIVED, List.of(),
			(event) -> {
			}, () -> "reference", Clock.systemUTC());

	@ParameterizedTest
	@ValueSource(
			strings = { "19.99", "", "a.b.c", "..", "{\"price\":1}", "Zo\u00eb \ud83d\ude00", "9999999999", "x y&z=1" })
	void valueWhenItComesBackThenIsRead(String value) {
		SignedValues values = values(NOON, FIRST);
		assertThat(values.read("price", values.sign("price", value))).contains(value);
		assertThat(state(values, values.sign("price", value), ANN)).isEqualTo(SealState.FORGED);
	}

	@ParameterizedTest
	@CsvSource({ "ann,shop", "bob,shop", "ann,other", "Zo\u00eb,shop", "a b,shop", "'',shop", "nobody,nobody" })
	void valueWhenItIsOfTheSameSubjectThenIsIntact(String name, String issuer) {
		String signed = sign(NOON, FIRST, new Subject(name, issuer));
		assertThat(state(values(NOON, FIRST), signed, new Subject(name, issuer))).isEqualTo(SealState.INTACT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "bob|shop", "ann|other shop", "Ann|shop", "'ann '|shop", "shop ann|", "n|shop a", "|shop ann" })
	void valueWhenItIsOfAnotherSubjectThenIsForged(@Nullable String name, @Nullable String issuer) {
		String signed = sign(NOON, FIRST, ANN);
		SignedValues values = values(NOON, FIRST);
		Subject other = new Subject((name != null) ? name : "", (issuer != null) ? issuer : "");
		assertThat(state(values, signed, other)).isEqualTo(SealState.FORGED);
		assertThat(state(values, signed, null)).as("of nobody").isEqualTo(SealState.FORGED);
		assertThat(state(values, sign(NOON, FIRST, null), ANN)).as("for nobody").isEqualTo(SealState.FORGED);
	}

	@Test
	void valueWhenNamesOfSubjectsRunTogetherThenIsForged() {
		Subject[][] pairs = { { new Subject("b c", "a"), new Subject("c", "a b") },
				{ new Subject("a", null), new Subject("a", "null") }, { new Subject("a", null), new Subject("a", "") },
				{ new Subject("ab", "c"), new Subject("a", "bc") }, { new Subject("a", "b"), new Subject("b", "a") },
				{ new Subject("1:a", "b"), new Subject("a", "1:b") } };
		for (Subject[] pair : pairs) {
			assertThat(state(values(NOON, FIRST), sign(NOON, FIRST, pair[0]), pair[0])).isEqualTo(SealState.INTACT);
			assertThat(state(values(NOON, FIRST), sign(NOON, FIRST, pair[0]), pair[1])).isEqualTo(SealState.FORGED);
			assertThat(state(values(NOON, FIRST), sign(NOON, FIRST, pair[1]), pair[0])).isEqualTo(SealState.FORGED);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { -30, -1, 0, 1, 60, 1799, 1800 })
	void valueWhenItComesInTimeThenIsIntact(long seconds) {
		String signed = sign(NOON, FIRST, ANN);
		assertThat(state(values(NOON.plusSeconds(seconds), FIRST), signed, ANN)).isEqualTo(SealState.INTACT);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1801, 1802, 3600, 86_400, 31_536_000, 3_153_600_000L })
	void valueWhenItComesTooLateThenIsExpired(long seconds) {
		String signed = sign(NOON, FIRST, ANN);
		SignedValues values = values(NOON.plusSeconds(seconds), FIRST);
		assertThat(state(values, signed, ANN)).isEqualTo(SealState.EXPIRED);
		assertThat(values.read("price", sign(NOON, FIRST, null))).isEmpty();
	}

	@Test
	void valueWhenItsExpiryIsChangedThenIsForged() {
		String signed = sign(NOON, FIRST, ANN);
		long expiry = NOON.plusSeconds(1800).getEpochSecond();
		SignedValues later = values(NOON.plusSeconds(7200), FIRST);
		for (String changed : new String[] { String.valueOf(expiry + 86_400), "9999999999", "0" + expiry, expiry + "0",
				"", "-1", "99999999999999999999", "1e9", " " + expiry }) {
			assertThat(state(later, signed.replace(String.valueOf(expiry), changed), ANN)).as(changed)
				.isEqualTo(SealState.FORGED);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { FIRST + "|" + FIRST, FIRST + "|" + SECOND + "," + FIRST, FIRST + "|" + THIRD + "," + FIRST,
					SECOND + "|" + THIRD + "," + SECOND + "," + FIRST, FIRST + "|" + THIRD + "," + SECOND + "," + FIRST,
					FIRST + "," + SECOND + "|" + FIRST })
	void valueWhenItsSecretIsStillAcceptedThenIsIntact(String signing, String verifying) {
		String signed = sign(NOON, signing, ANN);
		assertThat(state(values(NOON.plusSeconds(60), verifying), signed, ANN)).isEqualTo(SealState.INTACT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { FIRST + "|" + SECOND, SECOND + "|" + FIRST, FIRST + "|" + SECOND + "," + THIRD,
					FIRST + "," + SECOND + "|" + SECOND, FIRST + "|" + FIRST + "x",
					THIRD + "|" + FIRST + "," + SECOND })
	void valueWhenItsSecretIsNotAcceptedAnyMoreThenIsForged(String signing, String verifying) {
		String signed = sign(NOON, signing, ANN);
		assertThat(state(values(NOON.plusSeconds(60), verifying), signed, ANN)).isEqualTo(SealState.FORGED);
	}

	@Test
	void valueWhenItIsSignedAfterTheSecretWasReplacedThenNeedsTheNewOne() {
		String signed = sign(NOON, SECOND + "," + FIRST, ANN);
		assertThat(state(values(NOON, SECOND), signed, ANN)).isEqualTo(SealState.INTACT);
		assertThat(state(values(NOON, FIRST), signed, ANN)).isEqualTo(SealState.FORGED);
	}

	@Test
	void valueWhenItIsChangedOrOfAnotherNameThenIsForged() {
		SignedValues values = values(NOON, FIRST);
		String signed = sign(NOON, FIRST, ANN);
		String signature = signed.substring(signed.lastIndexOf('.') + 1);
		Stream.of("9.99" + signed.substring(5), "0" + signed, signed + "A", signed.replace(signature, ""),
				signed.replace(signature, signature.toLowerCase()), signed.replace(signature, signature.substring(1)),
				signed + "\n", signed.replace('.', ','), signed.substring(0, signed.lastIndexOf('.')), "", ".", "..",
				"x".repeat(5000) + signed, signed.replace("19.99", "1999"), signed.replace("19.99.", "19.9"))
			.forEach((changed) -> assertThat(state(values, changed, ANN)).as(changed).isEqualTo(SealState.FORGED));
		for (String name : new String[] { "discount", "Price", "price ", "", "pric", "prices" }) {
			assertThat(values.state(name, signed, exchange(ANN))).as(name).isEqualTo(SealState.FORGED);
		}
		assertThat(values.state("price", signed, exchange(ANN))).isEqualTo(SealState.INTACT);
	}

	@Test
	void keysWhenASecretIsTooShortThenAreRefused() {
		for (List<String> secrets : List.of(List.<String>of(), List.of("short"), List.of(FIRST, "short"),
				List.of("", FIRST), List.of(FIRST.substring(0, 31)))) {
			assertThatIllegalArgumentException().isThrownBy(() -> keys(secrets));
		}
		assertThat(keys(List.of(FIRST.substring(0, 32)))).isNotNull();
	}

	private String sign(Instant now, String secrets, @Nullable Subject subject) {
		InspectionScope scope = new InspectionScope();
		SignedValues values = new SignedValues(keys(List.of(secrets.split(","))), Duration.ofMinutes(30), scope,
				Clock.fixed(now, ZoneOffset.UTC));
		if (subject == null) {
			return values.sign("price", "19.99");
		}
		try (InspectionScope.Binding binding = scope.bind(exchange(subject))) {
			assertThat(binding).isNotNull();
			return values.sign("price", "19.99");
		}
	}

	private SealState state(SignedValues values, String signed, @Nullable Subject subject) {
		return values.state("price", signed, (subject != null) ? exchange(subject) : null);
	}

	private Exchange exchange(Subject subject) {
		Exchange exchange = this.pipeline
			.begin(new RequestFacts("POST", "/orders", new ClientIdentity("192.0.2.7"), true));
		exchange.identifiedAs(subject);
		return exchange;
	}

	private static SignedValues values(Instant now, String secrets) {
		return new SignedValues(keys(List.of(secrets.split(","))), Duration.ofMinutes(30), new InspectionScope(),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private static SealKeys keys(List<String> secrets) {
		return new SealKeys(secrets.stream().map((secret) -> secret.getBytes(StandardCharsets.UTF_8)).toList());
	}

}

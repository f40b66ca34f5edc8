package io.github.raspspring.ratelimit;

import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitKeyTests {

	private final Traffic traffic = new Traffic(Plans.perMinute(1, "ip", "json:/user"), new ManualTime());

	private final Request request = Request.from("9.9.9.9");

	@ParameterizedTest
	@CsvSource({ "ip, REQUEST", "global, REQUEST", "header:X-Tenant, REQUEST", "query:q, REQUEST", "cookie:c, REQUEST",
			"subject, IDENTITY", "route, HANDLER", "json:/user, HANDLER", "form:user, HANDLER", "path:id, HANDLER",
			"multipart:file, HANDLER" })
	void phaseFollowsFromKey(String name, Phase phase) {
		assertThat(key(name).phase()).isEqualTo(phase);
	}

	@Test
	void phaseOfCompositeIsTheLatest() {
		assertThat(key("ip", "subject", "header:x").phase()).isEqualTo(Phase.IDENTITY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "adress", "json:user", "json:", ":x", "body:x", "xml:x", "JSON:/user", "IP" })
	void ofWhenPartIsUnknownThenNamesWhatThereIs(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> key(name)).withMessageContaining("use global, ip");
	}

	@Test
	void ofWhenResolverIsAddedThenItsNameIsKnown() {
		assertThat(RateLimitKey.of(List.of("contract"), List.of(new Contract())).names()).containsExactly("contract");
	}

	@Test
	void accountsAreCountedApart() {
		assertThat(admits(user("alice"))).isTrue();
		assertThat(admits(user("bob"))).isTrue();
		assertThat(admits(user("alice"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Alice", " alice ", "ALICE", "\uFF41lice", "alice\t" })
	void spellingsOfAnAccountAreCountedAsOne(String spelling) {
		assertThat(admits(user("alice"))).isTrue();
		assertThat(admits(user(spelling))).isFalse();
	}

	@Test
	void missingFieldIsNoWayAroundTheLimit() {
		assertThat(admits()).isTrue();
		assertThat(admits()).isFalse();
	}

	@Test
	void fieldGivenTwiceIsNoWayAroundTheLimit() {
		assertThat(admits(user("a"), user("alice"))).isTrue();
		assertThat(admits(user("b"), user("alice"))).isFalse();
	}

	@Test
	void nameOfTheFieldIsNotItsValue() {
		assertThat(admits(InputValue.ofName(InputLocation.JSON, "/user"), user("alice"))).isTrue();
		assertThat(admits(user("alice"))).isFalse();
	}

	@Test
	void veryLongAccountIsCounted() {
		assertThat(admits(user("a".repeat(100_000)))).isTrue();
		assertThat(admits(user("a".repeat(100_001)))).isFalse();
	}

	@Test
	void partsAreNotMixedUp() {
		KeyHasher hasher = new KeyHasher(new byte[16]);
		assertThat(hasher.hash("ab", "c")).isNotEqualTo(hasher.hash("a", "bc"))
			.isNotEqualTo(hasher.hash("abc"))
			.isEqualTo(hasher.hash("ab", "c"));
	}

	private boolean admits(InputValue... values) {
		return !this.traffic.send(this.request.with(values)).refuses();
	}

	private static InputValue user(String name) {
		return new InputValue(InputLocation.JSON, "/user", name);
	}

	private static RateLimitKey key(String... names) {
		return RateLimitKey.of(List.of(names), List.of());
	}

	private static final class Contract implements RateLimitKeyResolver {

		@Override
		public String name() {
			return "contract";
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public String resolve(Inspection inspection) {
			return "gold";
		}

	}

}

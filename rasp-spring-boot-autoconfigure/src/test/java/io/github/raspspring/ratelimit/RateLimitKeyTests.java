package io.github.raspspring.ratelimit;

import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.ratelimit.Traffic.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitKeyTests {

	private final Traffic traffic = new Traffic(Plans.perMinute(1, "ip", "json:/user"), new ManualTime());

	private final Request request = Request.from("9.9.9.9");

	@ParameterizedTest
	@CsvSource({ "ip, REQUEST", "site, REQUEST", "global, REQUEST", "header:X-Tenant, REQUEST", "query:q, REQUEST",
			"cookie:c, REQUEST", "subject, IDENTITY", "route, HANDLER", "client-id, IDENTITY", "tenant, IDENTITY",
			"claim:org, IDENTITY", "api-key, REQUEST", "api-key:x-key, REQUEST", "json:/user, HANDLER",
			"form:user, HANDLER", "path:id, HANDLER", "multipart:file, HANDLER" })
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
		InputValue other = new InputValue(InputLocation.JSON, "/other", "x");
		assertThat(admits(other)).isTrue();
		assertThat(admits(other)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "BODY", "FORM", "XML", "MULTIPART", "GRAPHQL" })
	void bodyOfAnotherKindIsNoWayAroundTheLimit(InputLocation kind) {
		assertThat(admits(new InputValue(kind, "user", "a"))).isTrue();
		assertThat(admits(new InputValue(kind, "user", "b"))).isFalse();
	}

	@Test
	void bodyThatIsReadLaterIsNoWayAroundTheLimit() {
		Request unread = this.request.to("POST", "/login")
			.with(new InputValue(InputLocation.HEADER, "content-type", "application/json"));
		assertThat(this.traffic.admitted(unread, 5)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "GET, 7", "POST, 0" })
	void requestThatSendsNoBodyIsNotCounted(String method, String length) {
		Request empty = this.request.to(method, "/login")
			.with(new InputValue(InputLocation.HEADER, "content-type", "application/json"),
					new InputValue(InputLocation.HEADER, "content-length", length));
		assertThat(this.traffic.admitted(empty, 5)).isEqualTo(5);
	}

	@Test
	void fieldGivenAsTextAndAsNumberIsNoWayAroundTheLimit() {
		InputValue name = new InputValue(InputLocation.JSON, "/user", "user", InputValue.Kind.NAME);
		assertThat(admits(name, user("a"), name)).isTrue();
		assertThat(admits(name, user("b"), name)).isFalse();
		assertThat(admits(name, user("c"))).as("given once, as text").isTrue();
	}

	@Test
	void requestWithoutBodyIsNotCounted() {
		assertThat(admits()).isTrue();
		assertThat(admits()).isTrue();
	}

	@Test
	void missingHeaderIsNoWayAroundTheLimit() {
		Traffic byHeader = new Traffic(Plans.perMinute(1, "header:X-Tenant"), new ManualTime());
		assertThat(byHeader.admitted(this.request, 5)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::/64, 2001:db8:1:3::/64, true", "2001:db8::/64, 2001:db8:0:ffff::/64, true",
			"2001:db8:1:2::/64, 2001:db8:2:2::/64, false", "2001:db8::/64, 2001:db8:1::/64, false",
			"0:0:0:1::/64, 0:0:0:2::/64, true", "192.0.2.1, 192.0.2.2, false" })
	void siteIsTheNetworkThatASubscriberMayBeGiven(String one, String other, boolean same) {
		Traffic bySite = new Traffic(Plans.perMinute(1, "site"), new ManualTime());
		assertThat(bySite.admitted(Request.from(one), 1)).isOne();
		assertThat(bySite.admitted(Request.from(other), 1)).isEqualTo(same ? 0 : 1);
	}

	@Test
	void claimsAreCountedApart() {
		Traffic byTenant = new Traffic(Plans.perMinute(1, "tenant"), new ManualTime());
		assertThat(byTenant.admitted(this.request.as("alice", Map.of("tenant", "red")), 5)).isEqualTo(1);
		assertThat(byTenant.admitted(this.request.as("bob", Map.of("tenant", "red")), 5)).isZero();
		assertThat(byTenant.admitted(this.request.as("bob", Map.of("tenant", "blue")), 5)).isEqualTo(1);
		assertThat(byTenant.admitted(this.request.as("bob", Map.of("tenant", 7)), 5)).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "azp" })
	void clientIdIsTakenFromEitherClaim(String claim) {
		Traffic byClient = new Traffic(Plans.perMinute(1, "client-id"), new ManualTime());
		assertThat(byClient.admitted(this.request.as("alice", Map.of(claim, "app")), 5)).isEqualTo(1);
		assertThat(byClient.admitted(this.request.as("bob", Map.of(claim, "app")), 5)).isZero();
		assertThat(byClient.admitted(this.request.as("bob"), 5)).isEqualTo(5);
	}

	@Test
	void fieldGivenTwiceIsNoWayAroundTheLimit() {
		assertThat(admits(user("a"), user("alice"))).isTrue();
		assertThat(admits(user("b"), user("alice"))).isFalse();
	}

	@Test
	void fieldGivenTwiceWinsNoFurtherTokens() {
		assertThat(admits(user("alice"))).isTrue();
		assertThat(admits(user("x"), user("alice"))).as("parsers that take the last").isFalse();
		assertThat(admits(user("alice"), user("x"))).as("parsers that take the first").isFalse();
		assertThat(admits(user("x"))).as("what is refused costs nothing").isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "QUERY", "MULTIPART" })
	void formFieldIsCountedWhereverParametersCome(InputLocation location) {
		Traffic byField = new Traffic(Plans.perMinute(1, "form:user"), new ManualTime());
		Request elsewhere = this.request.with(new InputValue(location, "user", "alice"));
		assertThat(byField.admitted(this.request.with(new InputValue(InputLocation.FORM, "user", "alice")), 1)).isOne();
		assertThat(byField.admitted(elsewhere, 1)).isZero();
	}

	@Test
	void fieldGivenTwiceCountsForEach() {
		assertThat(admits(user("alice"), user("bob"))).isTrue();
		assertThat(admits(user("alice"))).isFalse();
		assertThat(admits(user("bob"))).isFalse();
		assertThat(admits(user("carol"))).isTrue();
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
		KeyHasher hasher = new SipKeyHasher(1, 2);
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

package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.raspspring.attack.SinkCorpus;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UrlJudge}.
 */
class UrlJudgeTests {

	private static final OutboundPolicy POLICY = new OutboundPolicy(
			new HostPatterns(List.of("allowed.internal", "*.wild.internal", "ported:9000")),
			new HostPatterns(List.of("denied.example.org")), true);

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final UrlJudge judge = new UrlJudge(POLICY);

	@ParameterizedTest
	@MethodSource("attacks")
	void judgeWhenInputChoosesInternalTargetThenSeesIt(String url, String input) {
		assertThat(judge(url, input)).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("benign")
	void judgeWhenTargetIsPublicOrOwnThenSafe(String url, String input) {
		assertThat(judge(url, input)).isNull();
	}

	@Test
	void judgeWhenPublicHostsAreNotAllowedThenOnlyListedOnesPass() {
		UrlJudge strict = new UrlJudge(new OutboundPolicy(POLICY.allowedHosts(), HostPatterns.NONE, false));
		String url = "https://public.example.net/";
		assertThat(strict.judge(call(url), this.requests.inputs(url))).isNotNull();
		assertThat(strict.judge(call(url), this.requests.inputs("other"))).isNull();
		String allowed = "https://allowed.internal/";
		assertThat(strict.judge(call(allowed), this.requests.inputs(allowed))).isNull();
	}

	@Test
	void judgeWhenApplicationCallsItselfThenHostHeaderCoincides() {
		SinkInputs inputs = this.requests.inputs(new InputValue(InputLocation.HEADER, "host", "localhost:8080"),
				new InputValue(InputLocation.HEADER, "origin", "http://localhost:8080"));
		assertThat(this.judge.judge(call("http://localhost:8080/api/stock"), inputs)).isNull();
	}

	@Test
	void judgeWhenHostIsKnownFromOtherRequestsThenInputCoincides() {
		assertThat(judge("http://inventory:8080/", "books")).isNull();
		assertThat(judge("http://inventory:8080/", "inventory")).isNull();
		assertThat(judge("http://vault:8080/", "vault")).isNotNull();
	}

	@Test
	void judgeWhenHostIsNamedAsParameterThenCoincides() {
		SinkInputs inputs = this.requests.inputs(InputValue.ofName(InputLocation.QUERY, "cart"));
		assertThat(this.judge.judge(call("http://cart:8080/items/7"), inputs)).isNull();
		SinkInputs dotted = this.requests.inputs(InputValue.ofName(InputLocation.QUERY, "127.0.0.1"));
		assertThat(this.judge.judge(call("http://127.0.0.1/"), dotted)).isNotNull();
	}

	@Test
	void judgeWhenNameIsReboundBetweenCallsThenSeesIt() throws UnknownHostException {
		AtomicReference<InetAddress> address = new AtomicReference<>(InetAddress.getByName("93.184.216.34"));
		UrlCall call = new UrlCall("test", "http://swing.example.net/", (host) -> List.of(address.get()));
		SinkInputs inputs = this.requests.inputs("swing.example.net");
		assertThat(this.judge.judge(call, inputs)).isNull();
		address.set(InetAddress.getByName("127.0.0.1"));
		assertThat(this.judge.judge(call, inputs)).isNotNull();
	}

	private @Nullable SinkVerdict judge(String url, String input) {
		return this.judge.judge(call(url.replace("{}", input)), this.requests.inputs(input));
	}

	private static UrlCall call(String url) {
		return new UrlCall("test", url, UrlJudgeTests::resolve);
	}

	private static List<InetAddress> resolve(String host) {
		try {
			String address = host.endsWith("rebound.example.net") ? "10.9.8.7" : "93.184.216.34";
			return List.of(InetAddress.getByName(address));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<Arguments> attacks() {
		return SinkCorpus.read("url-sink/attacks.txt");
	}

	private static Stream<Arguments> benign() {
		return SinkCorpus.read("url-sink/benign.txt");
	}

}

package io.github.raspspring.attack.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of URLs that were parsed, changed and put together again before they are called.
 */
class ReencodedUrlTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final UrlJudge judge = new UrlJudge(
			new OutboundPolicy(new HostPatterns(List.of("allowed.internal")), HostPatterns.NONE, true));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://public.example.net/a b                | https://public.example.net/a%20b
			https://public.example.net/ü                  | https://public.example.net/%C3%BC
			see http://127.0.0.1:8080/x for more          | http://127.0.0.1:8080/y
			https://public.example.net/?u=http://10.0.0.5/| http://10.0.0.5/x
			http://allowed.internal/a b                   | http://allowed.internal/a%20b
			public.example.net:8443                       | https://public.example.net:8443/x
			8080                                          | http://10.0.0.5:8080/x
			vault of books                                | http://vault:8200/x
			2001:db8::1 and more                          | http://[::1]/x
			10.0.0.50                                     | http://10.0.0.5/x
			http://10.0.0.50/                             | http://10.0.0.5/x
			12:30                                         | http://inventory:8080/x
			https://elsewhere.example.net/x               | http://inventory:8080/x
			mailto:jane@inventory                         | http://inventory:8080/x
			""")
	void judgeWhenHostIsPublicOrOwnThenSafe(String input, String url) {
		assertThat(judge(url, input)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://127.0.0.1:8080/a b          | http://127.0.0.1:8080/a%20b
			http://vault:8200/a%7Cb            | http://vault:8200/v1/secret
			http://10.0.0.5/ü                  | http://10.0.0.5/%C3%BC
			http://10.0.0.5/one                | http://10.0.0.5/two?x=y
			http://10.0.0.5/one                | https://10.0.0.5:9443/one
			10.0.0.5:8080                      | http://10.0.0.5:8080/x
			vault:8200                         | http://vault:8200/x
			::1                                | http://[::1]/x
			::ffff:127.0.0.1                   | http://[::ffff:7f00:1]/x
			[::1]:8080                         | http://[::1]:8080/x
			http://[0:0:0:0:0:0:0:1]/x         | http://[::1]/y
			http://127.1/x                     | http://127.0.0.1/y
			http://2130706433/x                | http://127.0.0.1/y
			http://0x7f.0.0.1/x                | http://127.0.0.1/y
			http://user@127.0.0.1/x            | http://127.0.0.1/y
			HTTP://LOCALHOST./x                | http://localhost/y
			//localhost:9200/x                 | http://localhost:9200/y
			http:\\\\localhost\\x              | http://localhost/y
			http://rebound.example.net/x       | http://10.9.8.7/x
			file:///etc/my file                | file:/etc/my%20file
			""")
	void judgeWhenHostOfInputIsInsideThenSeesIt(String input, String url) {
		assertThat(judge(url, input)).isNotNull();
	}

	@Test
	void judgeWhenHostIsThisServerThenSafe() {
		SinkInputs inputs = this.requests.inputs(new InputValue(InputLocation.HEADER, "host", "localhost:8080"),
				new InputValue(InputLocation.HEADER, "referer", "http://localhost:8080/page"));
		assertThat(this.judge.judge(call("http://localhost:8080/api"), inputs)).isNull();
	}

	@Test
	void judgeWhenOriginIsKnownThenUrlOfInputIsStillSeen() {
		assertThat(judge("http://inventory:8080/", "books")).isNull();
		assertThat(judge("http://inventory:8080/admin%20x", "http://inventory:8080/admin x")).isNotNull();
	}

	private @Nullable SinkVerdict judge(String url, String input) {
		return this.judge.judge(call(url), this.requests.inputs(input));
	}

	private static UrlCall call(String url) {
		return new UrlCall("test", url, ReencodedUrlTests::resolve);
	}

	private static List<InetAddress> resolve(String host) {
		try {
			return List.of(InetAddress.getByName(host.startsWith("rebound") ? "10.9.8.7" : "93.184.216.34"));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package io.github.raspspring.attack.url;

import java.util.List;
import java.util.stream.Stream;

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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of connections whose host is put together of several inputs, and of what is
 * learnt from requests that name hosts in disguise.
 */
class ChosenConnectionTests {

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final UrlJudge judge = new UrlJudge(OutboundPolicy.defaults());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://10.0.0.5:8080/x          | 10 5
			http://10.0.0.5:8080/x          | 0 10 5 8080
			http://10.20.30.40:8080/x       | 10 20 30 40
			http://inventory:8080/x         | in tory
			http://search.internal/x        | search internally
			http://db.books.internal/x      | db books
			http://127.0.0.1:9200/x         | 127.0 1
			http://127.0.0.1:9200/x         | 7.0.0.2 127.0
			https://api.example.org/x       | exam ple
			http://db:5432/x                | d b
			jdbc:postgresql://db1:5432/shop | shop 5432
			""")
	void judgeWhenInputsLeaveSomeOfHostToApplicationThenSafe(String url, String inputs) {
		assertThat(judge(url, inputs.split(" "))).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://127.0.20.57/             | 127.0 .20.57
			http://127.0.20.57:9/           | .20.57 127.0
			http://localhost/               | local host
			http://localhost:8080/x         | HOST LOCAL
			http://api.localhost/           | local host
			http://10.0.0.5/                | http://10. 0.0.5/
			http://10.0.0.5/                | 10. 0.0 .5
			http://169.254.16.254/          | 169.254 .16.254
			http://vault:8200/v1/x          | va ult
			http://[::1]/                   | [:: 1]
			http://metrics.internal/        | metrics.in ternal
			http://127.0.0.1:9/             | 127.0.0 0.0.1
			jdbc:h2:tcp://127.0.20.62/x     | tcp://127.0 .20.62/x
			""")
	void judgeWhenInputsCoverHostSideBySideThenSeesIt(String url, String inputs) {
		assertThat(judge(url, inputs.split(" "))).isNotNull();
	}

	@Test
	void judgeWhenHostOfPiecesIsKnownFromOtherRequestsThenInputsCoincide() {
		assertThat(judge("http://stockroom:8080/", "books")).isNull();
		assertThat(judge("http://stockroom:8080/", "stock", "room")).isNull();
	}

	@Test
	void judgeWhenPiecesAreNamesOrOfHeadersThatNameThisServerThenSafe() {
		SinkInputs names = this.requests.inputs(InputValue.ofName(InputLocation.QUERY, "local"),
				InputValue.ofName(InputLocation.QUERY, "host"));
		assertThat(this.judge.judge(call("http://localhost:8080/"), names)).isNull();
		SinkInputs own = this.requests.inputs(new InputValue(InputLocation.HEADER, "host", "localh"),
				new InputValue(InputLocation.HEADER, "x-forwarded-host", "ost:8080"));
		assertThat(this.judge.judge(call("http://localhost:8080/"), own)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://2130706434/", "http://[::ffff:127.0.0.2]/", "::ffff:7f00:2", "2130706434",
			"http://0x7f.2/", "http://x@127.0.0.2/", "http://127.0.0.2./", "127.000.000.002", "http://１２７.0.0.2/",
			"url:http://127.0.0.2/", "http://%31%32%37.0.0.2/" })
	void judgeWhenInputNamesAnyHostInDisguiseThenTeachesNothing(String disguised) {
		assertThat(judge("http://inventory:8080/", disguised)).isNull();
		assertThat(judge("http://inventory:8080/", "inventory")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "12", "10.5", "1730000000", "2024.12.31", "https://public.example.net/a?b=0x7f",
			"public.example.net:8443", "12:30", "1.2.3.4", "http://allowed.example.org./" })
	void judgeWhenInputIsPlainThenTeaches(String plain) {
		assertThat(judge("http://inventory:8080/", plain)).isNull();
		assertThat(judge("http://inventory:8080/", "inventory")).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "example.org", "10.5", "0", "2130706433", "127.1", "127.000.000.001", "0x7f.1", "127.0.0.1." })
	void lookupWhenHostIsNameOrNumberThenIsBrought(String host) {
		assertThat(UrlCall.lookup("lookup", host)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.0.0.5", "93.184.216.34", "::1", "fe80::1%eth0", "[::1]", "" })
	void lookupWhenHostIsPlainAddressThenIsLeftToConnection(String host) {
		assertThat(UrlCall.lookup("lookup", host)).isNull();
	}

	private @Nullable SinkVerdict judge(String url, String... inputs) {
		return this.judge.judge(call(url), this.requests.inputs(Stream.of(inputs).toArray(String[]::new)));
	}

	private static UrlCall call(String url) {
		return new UrlCall("test", url, (host) -> List.of());
	}

}

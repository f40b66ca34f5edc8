package io.github.raspspring.attack.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProtocolDetector}.
 */
class ProtocolDetectorTests {

	@ParameterizedTest
	@ValueSource(strings = { "host", "content-length", "transfer-encoding" })
	void detectWhenHeaderThatDecidesTheRequestIsRepeatedThenRefuses(String name) {
		assertThat(detect(header(name, "1"), header(name, "2"))).singleElement()
			.returns(ProtocolDetector.REPEATED_HEADER, Finding::rule)
			.returns(Confidence.STRONG, Finding::confidence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "content-type", "authorization" })
	void detectWhenSingularHeaderIsRepeatedThenIsWeak(String name) {
		assertThat(detect(header(name, "a"), header(name, "b"))).singleElement()
			.returns(Confidence.WEAK, Finding::confidence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "accept", "cookie", "via", "x-forwarded-for", "cache-control", "forwarded" })
	void detectWhenListHeaderIsRepeatedThenPasses(String name) {
		assertThat(detect(header(name, "a"), header(name, "b"))).isEmpty();
	}

	@Test
	void detectWhenHeadersOccurOnceThenPasses() {
		assertThat(detect(header("host", "a"), header("content-length", "1"), header("content-type", "a/b"))).isEmpty();
	}

	@Test
	void detectWhenSplitParameterHoldsSignsThenIsWeakOnce() {
		assertThat(detect(query("id", "1 union select 1/*"), query("id", "*/2 from t"), query("id", "'")))
			.singleElement()
			.returns(ProtocolDetector.SPLIT_PARAMETER, Finding::rule)
			.returns(Confidence.WEAK, Finding::confidence);
	}

	@Test
	void detectWhenParameterIsInQueryAndFormThenIsWeak() {
		assertThat(detect(query("id", "1"), new InputValue(InputLocation.FORM, "id", "2)"))).singleElement()
			.returns(ProtocolDetector.SPLIT_PARAMETER, Finding::rule);
	}

	@Test
	void detectWhenParameterIsListThenPasses() {
		assertThat(detect(query("tag", "a"), query("tag", "b-c"), query("name", "O'Reilly"))).isEmpty();
		assertThat(detect(query("a", "x"), query("b", "(y)"), InputValue.ofName(InputLocation.QUERY, "b"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json;charset=utf-7", "text/plain; charset=IBM037",
			"text/xml; charset=\"cp500\"", "application/x-www-form-urlencoded;a=b;charset=x-IBM1047" })
	void detectWhenCharsetHidesTextThenRefuses(String contentType) {
		assertThat(detect(header("content-type", contentType))).singleElement()
			.returns(ProtocolDetector.UNUSUAL_CHARSET, Finding::rule)
			.returns(Confidence.STRONG, Finding::confidence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain; charset=Shift_JIS", "text/plain;charset=windows-1251" })
	void detectWhenCharsetIsRareThenIsWeak(String contentType) {
		assertThat(detect(header("content-type", contentType))).singleElement()
			.returns(Confidence.WEAK, Finding::confidence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json;charset=UTF-8", "text/plain; charset=\"iso-8859-1\"",
			"application/xml; charset=utf-16", "multipart/form-data; boundary=charset", "text/plain;charset=" })
	void detectWhenCharsetIsUsualThenPasses(String contentType) {
		assertThat(detect(header("content-type", contentType))).isEmpty();
	}

	@Test
	void detectWhenBodyIsCompressedThenIsWeak() {
		assertThat(detect(header("content-encoding", "gzip"))).singleElement()
			.returns(ProtocolDetector.ENCODED_BODY, Finding::rule)
			.returns(Confidence.WEAK, Finding::confidence);
		assertThat(detect(header("content-encoding", "identity"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-http-method-override", "x-http-method", "x-method-override" })
	void detectWhenHeaderOverridesMethodThenIsWeak(String name) {
		assertThat(detect(header(name, "DELETE"))).singleElement()
			.returns(ProtocolDetector.METHOD_OVERRIDE, Finding::rule)
			.returns(Confidence.WEAK, Finding::confidence);
		assertThat(detect(header(name, "get"))).isEmpty();
	}

	@Test
	void detectWhenParameterOverridesMethodThenIsWeak() {
		assertThat(detect(query("_method", "put"))).singleElement().returns(Confidence.WEAK, Finding::confidence);
		assertThat(detect(query("method", "put"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a%2fb", "/a%2Fb", "/a%5cb", "/a%5C..", "/%20%2f" })
	void detectWhenPathHidesSlashThenIsWeak(String path) {
		assertThat(detect(path(path))).singleElement()
			.returns(ProtocolDetector.ENCODED_SLASH, Finding::rule)
			.returns(Confidence.WEAK, Finding::confidence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a;b=c/d", "/admin;/x", "/..;/x" })
	void detectWhenSegmentHasParametersThenIsWeak(String path) {
		assertThat(detect(path(path))).singleElement().returns(ProtocolDetector.PATH_PARAMETER, Finding::rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a/b", "/a%20b", "/a;jsessionid=1F", "/%", "/%2", "/%252", "/a%2e" })
	void detectWhenPathIsPlainThenPasses(String path) {
		assertThat(detect(path(path))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-original-url", "x-rewrite-url" })
	void detectWhenHeaderReplacesPathThenIsWeak(String name) {
		assertThat(detect(header(name, "/admin"))).singleElement()
			.returns(ProtocolDetector.REWRITTEN_PATH, Finding::rule);
	}

	private static List<Finding> detect(InputValue... values) {
		List<Finding> findings = new ArrayList<>();
		new ProtocolDetector().detect(new Request(List.of(values)), findings::add);
		return findings;
	}

	private static InputValue header(String name, String value) {
		return new InputValue(InputLocation.HEADER, name, value);
	}

	private static InputValue query(String name, String value) {
		return new InputValue(InputLocation.QUERY, name, value);
	}

	private static InputValue path(String path) {
		return new InputValue(InputLocation.PATH, "", path);
	}

	private record Request(List<InputValue> values) implements Inspection {

		@Override
		public String method() {
			return "GET";
		}

		@Override
		public String path() {
			return "/";
		}

		@Override
		public @Nullable String route() {
			return null;
		}

		@Override
		public ClientIdentity client() {
			throw new UnsupportedOperationException();
		}

		@Override
		public @Nullable Subject subject() {
			return null;
		}

		@Override
		public boolean credentialsPresented() {
			return false;
		}

		@Override
		public Phase phase() {
			return Phase.REQUEST;
		}

		@Override
		public Policy policy() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant startedAt() {
			return Instant.EPOCH;
		}

	}

}

package io.github.raspspring.token.form;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.token.TokenKey;
import io.github.raspspring.token.VerifiedToken;
import io.github.raspspring.token.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Headers that were seen before are judged as if they were not.
 */
class TokenFormTests {

	private final TokenForm form = new TokenForm(8192, Set.of(), Set.of("zip"));

	@Test
	void properHeaderStaysProperAmongManyOthers() {
		for (int i = 0; i < 1000; i++) {
			assertThat(judge("{\"alg\":\"RS256\",\"kid\":\"" + i + "\"}")).isEqualTo("none");
			assertThat(judge("{\"alg\":\"RS256\"}")).isEqualTo("none");
		}
	}

	@Test
	void improperHeaderStaysImproperAmongProperOnes() {
		for (int i = 0; i < 1000; i++) {
			assertThat(judge("{\"alg\":\"RS256\",\"kid\":\"" + i + "\"}")).isEqualTo("none");
			assertThat(judge("{\"alg\":\"RS256\",\"kid\":\"../" + i + "\"}")).isEqualTo("key-id");
			assertThat(judge("{\"alg\":\"RS256\",\"zip\":\"" + i + "\"}")).isEqualTo("header-denied");
			assertThat(judge("{\"alg\":\"none\",\"kid\":\"" + i + "\"}")).isEqualTo("algorithm");
			assertThat(judge("{\"alg\":" + i)).isEqualTo("header-unreadable");
		}
	}

	@Test
	void properHeaderDoesNotMakeUpForTheRest() {
		String header = encode("{\"alg\":\"RS256\"}");
		assertThat(judgeToken(header + ".e30.AAAA")).isEqualTo("none");
		assertThat(judgeToken(header + ".e30.")).isEqualTo("algorithm");
		assertThat(judgeToken(header + ".e30.AAAA.AAAA")).isEqualTo("segments");
		assertThat(judgeToken(header + ".e31.AAAA")).isEqualTo("encoding");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ya29.c.b0AXv0zTN", "ya29.a0Af_x-y", "v4.local.AAAA", "a.b.c.d", "plain" })
	void opaqueTokenMayHaveDots(String token) {
		assertThat(judgeToken(token)).isEqualTo("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { " {\"alg\":\"none\"}", "\uFEFF{\"alg\":\"none\"}", "{\n\"alg\":\"none\"}" })
	void jwtIsJudgedHoweverItsHeaderStarts(String header) {
		Violation violation = this.form
			.judge(new VerifiedToken(encode(header) + ".e30.AAAA", Map.of("alg", "none"), Map.of()));
		assertThat(violation).isNotNull();
	}

	@Test
	void opaqueTokensAreToldApartByTheirLastPart() {
		assertThat(TokenKey.of(new VerifiedToken("ya29.c.one", Map.of(), Map.of())))
			.isNotEqualTo(TokenKey.of(new VerifiedToken("ya29.c.two", Map.of(), Map.of())));
	}

	private String judge(String header) {
		return judgeToken(encode(header) + ".e30.AAAA");
	}

	private String judgeToken(String token) {
		Violation violation = this.form.judge(token);
		return (violation != null) ? violation.rule().id() : "none";
	}

	private static String encode(String header) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
	}

}

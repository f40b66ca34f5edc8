package io.github.raspspring.engine;

import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of a request may be kept and shown.
 */
class ShownTextTests {

	private static final Rule RULE = new Rule("rule", "CWE-1", "Seen.", "Mend.");

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/books", "/wp-admin/setup.php", "/.env", "/api/v1/orders/export.csv",
			"/cgi-bin/luci", "/actuator/health", "/admin/users/list", "/static/css/main.css", "/orderItems/openOnes",
			"/.git/config" })
	void pathWhenMadeOfWordsThenIsShown(String path) {
		assertThat(Redaction.path(path)).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pay/4111111111111111", "/pay/4111-1111-1111-1111", "/reset/aGk3jQ9zXbT2",
			"/reset/swordfish", "/password-reset/correcthorse", "/verify/token/letmein",
			"/files/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "/x/9f86d081884c7d659a2feaa0c55ad015", "/x/deadbeefcafe",
			"/x/QWxhZGRpbjpvcGVu", "/i/550e8400-e29b-41d4-a716-446655440000", "/u/ada@example.org",
			"/a;jsessionid=0A1B2C3D4E5F", "/%34%31%31%31/x", "/session/abcdef" })
	void pathWhenItMayHoldASecretThenItsShapeIsShown(String path) {
		String last = path.substring(path.lastIndexOf('/') + 1);
		String shown = Redaction.path(path);
		assertThat(shown).isNotEqualTo(path).hasSize(path.length());
		assertThat(shown.contains(last) && last.length() > 1).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/invite/AbCdEf123456", "/magic-link/zzzzqqqq", "/confirm/123456", "/ssn/078-05-1120",
			"/iban/DE89370400440532013000", "/phone/+4915112345678", "/x/sk_live_abc123DEF", "/x/ghp_16C7e42F292c69",
			"/activate/correct-horse-battery", "/otp/0042", "/auth/code/s3cr3t", "/api-key/abcdefgh" })
	void pathWhenItMayHoldASecretOfAnotherKindThenItsShapeIsShown(String path) {
		assertThat(Redaction.path(path)).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "title", "access_token", "X-Api-Key", "/author/name", "author[0].name", "utf8",
			"line2col3", "X-Amz-Date", "/items/-/id" })
	void nameWhenDevelopersChoseItThenIsShown(String name) {
		assertThat(Redaction.name(name)).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111111", "/cards/4111 1111 1111 1111/note", "4111-1111-1111-1111", "a8f3k2x9",
			"eyJhbGciOiJIUzI1NiJ9eyJzdWIiOiIx", "/users/1234567/mail" })
	void nameWhenClientsPutSecretsThereThenItsShapeIsShown(String name) {
		assertThat(Redaction.name(name)).isNotEqualTo(name).doesNotContain("411", "8f3", "eyJ", "123");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PROPFIND", "M-SEARCH", "VERSION-CONTROL", "BASELINE-CONTROL", "x_custom" })
	void methodIsShownAsItIs(String method) {
		assertThat(Redaction.method(method)).isEqualTo(method);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X\"Y", "GET\r\nevent=x", "GET a", "GET\u0000", "GET\u2028event", "GET\u001b[31m" })
	void methodWhenItCouldForgeThenCannot(String method) {
		assertThat(Redaction.method(method)).matches("[A-Za-z0-9?\\[=]+");
	}

	@Test
	void methodWhenLongThenIsCut() {
		assertThat(Redaction.method("M".repeat(7_000))).hasSize(20);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a\r\nevent=forged", "a\nb", "a\u0000b", "a\u2028b", "a\u0085b", "a\u001b[31mb", "a\u202eb" })
	void findingWhenDetectorHandsInLineBreaksThenKeepsOneLine(String evidence) {
		Finding finding = Finding.of("own", Category.INJECTION, RULE).evidence(evidence).build();
		assertThat(finding.evidence()).doesNotContainPattern("[\\p{Cntrl}\u2028\u2029\u202e\u0085]");
		Finding made = new Finding("own", Category.INJECTION, RULE, Confidence.WEAK, 1, InputLocation.QUERY, evidence,
				evidence, EnforcementMode.BLOCK, null, "as sent", null);
		assertThat(made.evidence() + made.name()).doesNotContainPattern("[\\p{Cntrl}\u2028\u2029\u202e\u0085]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "aa' aa 9=9 --", "a\"b", "<aaa aaa=a>", "../../aaa", "${aaa:aaaa://a.a/a}", "a; aa | aa" })
	void findingWhenEvidenceIsOneLineThenKeepsIt(String evidence) {
		assertThat(Finding.of("own", Category.INJECTION, RULE).evidence(evidence).build().evidence())
			.isEqualTo(evidence);
	}

	@Test
	void eventKeepsNeitherSecretsOfThePathNorLongMethods() {
		Decision decision = new Decision(Decision.Action.MONITOR, 1, List.of(), "default", "r", null);
		ThreatDetected event = new ThreatDetected("r", Instant.EPOCH, "M".repeat(7_000), null, "/pay/4111111111111111",
				"192.0.2.1", null, decision);
		assertThat(event.path()).isEqualTo("/pay/9999999999999999");
		assertThat(event.method()).hasSize(20);
	}

}

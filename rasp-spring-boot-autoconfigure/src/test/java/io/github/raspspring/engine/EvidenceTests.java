package io.github.raspspring.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees of a text that was taken for an attack, and what nobody ever sees.
 */
class EvidenceTests {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private static final List<String> ATTACKS = List.of("' OR 1=1 -- ", "'; DROP TABLE x; --",
			"<script>alert(1)</script>", "../../etc/passwd", "; cat /etc/passwd", "${jndi:ldap://x/a}",
			"http://localhost/latest/meta-data/", "*)(uid=*))(|(uid=*", "' UNION SELECT NULL,NULL -- ");

	private static final List<String> WEAKNESSES = List.of("CWE-89", "CWE-78", "CWE-79", "CWE-22", "CWE-918", "CWE-917",
			"CWE-502", "CWE-90", "CWE-611", "CWE-113");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			CWE-89 | `smith' OR 1=1 -- `                 | `aaaaa' OR 1=1 --  (0-17 of 17)`
			CWE-89 | `1 UNION SELECT card FROM users`    | `1 UNION SELECT aaaa FROM aaaaa (0-30 of 30)`
			CWE-79 | `<img src=x onerror=alert(1)>`      | `<img src=a onerror=alert(1)> (0-28 of 28)`
			CWE-78 | `x; cat /etc/passwd`                | `a; cat /etc/passwd (0-18 of 18)`
			CWE-22 | `../../../etc/passwd`               | `../../../etc/passwd (0-19 of 19)`
			CWE-918 | `http://localhost:8080/internal`   | `http://localhost:9999/aaaaaaaa (0-30 of 30)`
			CWE-917 | `${jndi:ldap://evil.example/a}`    | `${jndi:ldap://aaaa.aaaaaaa/a} (0-29 of 29)`
			CWE-943 | `{"$ne": null}`                    | `{"$ne": null} (0-13 of 13)`
			CWE-611 | `<!DOCTYPE a SYSTEM "file:///b">`  | `<!DOCTYPE a SYSTEM "file:///a"> (0-31 of 31)`
			""")
	void attackIsToldByItsStructureAndWords(String weakness, String text, String shown) {
		assertThat(evidence(weakness, text)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			CWE-89 | `O'Brien and Sons`                  | `a'aaaaa and aaaa (0-16 of 16)`
			CWE-89 | `it's my order -- thanks`           | `aa'a aa order -- aaaaaa (0-23 of 23)`
			CWE-79 | `I <3 you & me`                     | `a <3 aaa & aa (0-13 of 13)`
			CWE-78 | `Simon; Garfunkel`                  | `aaaaa; aaaaaaaaa (0-16 of 16)`
			CWE-22 | `v1..v2 of the plan`                | `a9..a9 aa aaa aaaa (0-18 of 18)`
			CWE-917 | `costs ${price} each`              | `aaaaa ${aaaaa} aaaa (0-19 of 19)`
			CWE-943 | `what is $gross?`                  | `aaaa aa $aaaaa? (0-15 of 15)`
			""")
	void innocentTextLooksInnocent(String weakness, String text, String shown) {
		assertThat(evidence(weakness, text)).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hunter2", "correcthorse", "S3cr3t!pass", "qwertyuiop", "Tr0ub4dor", "iloveyou7", "Grant",
			"Ada Lovelace", "Jürgen Müller", "Will Smith", "Mary-Jane", "O'Neill", "4111111111111111",
			"4111 1111 1111 1111", "4111-1111-1111-1111", "378282246310005", "5 5 0 1 2 3", "0042",
			"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "sk_live_4eC39HqLyjW", "ghp_16C7e42F292c6912E7710c83",
			"AKIAIOSFODNN7EXAMPLE", "9f86d081884c7d659a2feaa0c55ad015", "QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
			"ada@example.org", "DE89370400440532013000", "+49 151 1234567", "078-05-1120", "10 Downing Street",
			"1815-12-10" })
	void secretBesideAnAttackIsNotShown(String secret) {
		for (String weakness : WEAKNESSES) {
			for (String attack : ATTACKS) {
				assertThat(evidence(weakness, secret + attack)).satisfies((shown) -> hides(shown, secret));
				assertThat(evidence(weakness, attack + ' ' + secret)).satisfies((shown) -> hides(shown, secret));
				assertThat(evidence(weakness, "a=" + secret + '&' + attack)).satisfies((shown) -> hides(shown, secret));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void randomSecretIsNotShownWhereverItStands(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 300; i++) {
			String secret = secret(random);
			String attack = ATTACKS.get(random.nextInt(ATTACKS.size()));
			int cut = random.nextInt(attack.length() + 1);
			String text = attack.substring(0, cut) + ' ' + secret + ' ' + attack.substring(cut);
			int start = random.nextInt(text.length());
			String shown = Redaction.evidence(rule(WEAKNESSES.get(random.nextInt(WEAKNESSES.size()))), text, start,
					start + random.nextInt(text.length()));
			assertThat(shown).hasSizeLessThan(140).satisfies((evidence) -> hides(evidence, secret));
		}
	}

	static Stream<Long> seeds() {
		return Stream.of(1L, 2L, 3L, 4L, 5L, 6L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "new_password", "user.pwd", "/login/passphrase", "access_token", "X-Api-Key",
			"Authorization", "session-id", "card", "cvc", "client_secret", "/payment/cardNumber", "otp", "JSESSIONID",
			"pass-word", "ToKeN", "to\u212Aen", "kenn_wort", "x.pw", "user:tan", "\u00e9 pin", "author-authentic" })
	void fieldThatIsNamedAsASecretTellsNeitherWordsNorDigits(String name) {
		InputValue value = new InputValue(InputLocation.FORM, name, "select1' OR 1=1 and more");
		assertThat(finding(value, 7, 15).evidence()).isEqualTo("secret: ' ** *=* (7-15 of 24)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "title", "comment", "q", "passenger", "pinned", "postcard", "/author/name", "author",
			"design", "to/ken", "to ken", "p-in", "/token/name", "\u00e9pinet", "secre" })
	void fieldOfAnotherNameIsShown(String name) {
		InputValue value = new InputValue(InputLocation.FORM, name, "select1' OR 1=1 and more");
		assertThat(finding(value, 7, 15).evidence()).contains("OR 1=1");
	}

	@Test
	void cookieIsASecretWhateverItsName() {
		assertThat(finding(new InputValue(InputLocation.COOKIE, "theme", "' OR 1=1"), 0, 8).evidence())
			.isEqualTo("secret: ' ** *=* (0-8 of 8)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "' OR 1=1\r\nevent=forged", "' OR 1=1\u2028x", "' OR 1=1\u001b[31m", "' OR 1=1\u0085",
			"' OR 1=1\u202e", "' OR 1=1\u0000", "' OR 1=1\ufeff" })
	void evidenceIsOneLineOfPrintableAscii(String text) {
		assertThat(finding(new InputValue(InputLocation.QUERY, "q", text), 0, 8).evidence()).matches("[ -~]+");
	}

	@Test
	void longRunIsToldByItsLength() {
		assertThat(evidence("CWE-89", "x".repeat(30) + "' OR 1=1")).isEqualTo("a{30}' OR 1=1 (0-38 of 38)");
		assertThat(Redaction.evidence(rule("CWE-89"), "y".repeat(5000) + "'", 5000, 5001))
			.isEqualTo("a{24}' (5000-5001 of 5001)");
	}

	@Test
	void wordThatGoesOnOutsideOfWhatIsShownIsNotKnown() {
		assertThat(Redaction.evidence(rule("CWE-89"), "fromselect" + " ".repeat(20) + "'", 30, 31))
			.isEqualTo("aaaa" + " ".repeat(20) + "' (30-31 of 31)");
		assertThat(Redaction.evidence(rule("CWE-89"), "'" + " ".repeat(18) + "selection", 0, 1))
			.isEqualTo("'" + " ".repeat(18) + "aaaaaa (0-1 of 28)");
		assertThat(Redaction.evidence(rule("CWE-89"), "5" + "1".repeat(20) + "'", 25, 26)).startsWith("a9{21}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			CWE-89 | `current_user=xxxxxxxxxxxxx1=SELECT` | `current_user=a9{14}=SELECT (0-34 of 34)`
			CWE-89 | `information_schema`                 | `information_schema (0-18 of 18)`
			CWE-89 | `1 2 3 or 4`                         | `9 9 9 or 9 (0-10 of 10)`
			CWE-89 | `1 2 or 3`                           | `1 2 or 3 (0-8 of 8)`
			CWE-89 | `li\u212Ae _in seleci`              | `li\u212Ae _aa aaaaaa (0-15 of 15)`
			CWE-79 | `this.self.aB3dE5fG7h`               | `aaaa.aaaa.aa9aa9aa9a (0-20 of 20)`
			CWE-79 | `\u0663 1 2 3 \u65e5`              | `? 9 9 9 a (0-9 of 9)`
			""")
	void runIsToldByWhatItIs(String weakness, String text, String shown) {
		assertThat(evidence(weakness, text)).isEqualTo(shown);
	}

	@Test
	void rangeOutsideOfTheTextStaysInBounds() {
		assertThat(Redaction.evidence(rule("CWE-89"), "abc", 7, 9)).isEqualTo("aaa (3-3 of 3)");
		assertThat(Redaction.evidence(rule("CWE-89"), "", -1, 9)).isEqualTo(" (0-0 of 0)");
	}

	@Test
	void weaknessWithoutWordsOfItsOwnShowsShapeOnly() {
		assertThat(evidence("CWE-0", "' or select")).isEqualTo("' aa aaaaaa (0-11 of 11)");
	}

	private static void hides(String shown, String secret) {
		String evidence = shown.substring(0, shown.lastIndexOf(" ("));
		for (String run : secret.split("[^\\p{L}\\p{Nd}]+")) {
			for (int i = 0; i + 3 <= run.length(); i++) {
				String part = run.substring(i, i + 3);
				boolean ofAttack = part.matches("a+|9+")
						|| ATTACKS.stream().anyMatch((attack) -> attack.contains(part));
				assertThat(ofAttack || !evidence.contains(part)).as("%s in %s", part, evidence).isTrue();
			}
		}
		if (secret.matches("[\\d -]+")) {
			assertThat(evidence.replaceAll("\\{\\d+}|[^0-8]", "").replace("1", "")).isEmpty();
		}
	}

	private static String secret(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> IntStream.range(0, 16)
				.mapToObj((i) -> random.nextInt(10) + ((i % 4 == 3 && random.nextBoolean()) ? " " : ""))
				.reduce("", String::concat)
				.trim();
			case 1 -> text(random, 16 + random.nextInt(40), ALPHABET + "+/");
			case 2 -> text(random, 3 + random.nextInt(12), ALPHABET.substring(26, 52)) + random.nextInt(100);
			default -> text(random, 20, ALPHABET) + '.' + text(random, 30, ALPHABET + "-_") + '.'
					+ text(random, 20, ALPHABET + "-_");
		};
	}

	private static String text(Random random, int length, String alphabet) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(alphabet.charAt(random.nextInt(alphabet.length())));
		}
		return text.toString();
	}

	private static String evidence(String weakness, String text) {
		return Redaction.evidence(rule(weakness), text, 0, text.length());
	}

	private static Finding finding(InputValue value, int start, int end) {
		return Finding.of("test", Category.INJECTION, rule("CWE-89"))
			.evidence(value.value(), start, end)
			.at(value)
			.build();
	}

	private static Rule rule(String weakness) {
		return new Rule("rule", weakness, "Seen.", "Mend.");
	}

}

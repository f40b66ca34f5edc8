package io.github.raspspring.profile.answer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is seen in answers, what only looks like it, and what is left out.
 */
class AnswerScanTests {

	private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009",
			"6011000000000004", "3530111333300000", "{\"card\":4012888888881881}", "pay with 2221000000000009." })
	void scanWhenACardNumberIsShownThenIsSeen(String answer) {
		assertThat(leaks(answer.replace("0009.", "0009 "))).containsExactly(Leak.CARD_NUMBER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111112", "4111 1111 11111111", "41111111111111111", "1745452800000",
			"0000000000000000", "id-4111111111111111", "4111111111111111.5", "1234567890123452", "4111-1111 1111-1111",
			"a4111111111111111" })
	void scanWhenANumberIsNoneOfACardThenIsNotSeen(String answer) {
		assertThat(leaks(answer)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819",
			"FR1420041010050500013M02606", "NL91ABNA0417164300", "{\"iban\":\"AT611904300234573201\"}",
			"CH9300762011623852957" })
	void scanWhenAnAccountIsShownThenIsSeen(String answer) {
		assertThat(leaks(answer)).containsExactly(Leak.BANK_ACCOUNT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE89370400440532013001", "DE8937040044053201300", "XX89370400440532013000",
			"DE89370400440532013000X", "de89370400440532013000", "ADE89370400440532013000", "ISO20022 and GB29" })
	void scanWhenATextIsNoAccountThenIsNotSeen(String answer) {
		assertThat(leaks(answer)).isEmpty();
	}

	@Test
	void scanWhenAKeyIsShownThenIsSeen() {
		String random = "abcdefghijKLMNOPQRST0123456789";
		for (String key : new String[] { "ghp_" + checked(random), "npm_" + checked(random), "gho_" + checked(random),
				"AKIA" + "IOSFODNN7EXAMPLE", "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dcAAAA",
				"glpat-" + "abcdefghij0123456789", "xoxb-" + "123456789012-abcdefghijklmnop",
				"AIza" + "SyA1234567890abcdefghijklmnopqrstu_", "-----BEGIN " + "RSA PRIVATE KEY-----",
				"-----BEGIN PRIVATE " + "KEY-----" }) {
			assertThat(leaks("{\"value\":\"" + key + "\"}")).as(key).containsExactly(Leak.SECRET);
			assertThat(leaks("key: " + key + "\n")).as(key).containsExactly(Leak.SECRET);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ghp_abcdefghijKLMNOPQRST0123456789000000", "ghp_short", "npm_config_registry",
			"AKIAIOSFODNN7EXAMPL", "AKIAIOSFODNN0EXAMPL1", "sk_live_short", "xoxo-love", "glpat-x",
			"-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----", "AIzaShort", "AKIAABCDEFGHIJKLMNOP",
			"eyJhbGciOiJIUzI1NiJ9.e30.abc" })
	void scanWhenATextIsNoKeyThenIsNotSeen(String answer) {
		assertThat(leaks("{\"value\":\"" + answer + "\"}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.lang.X\n\tat a.b.C.m(C.java:12)\n\tat a.b.D.n(D.java:7)",
			"{\"trace\":\"X\\r\\n\\tat a.b.C.m(C.java:12)\\r\\n\\tat a.b.D.n(D.java:7)\"}",
			"<pre>at a.b.C.m(C.java:12)<br>at a.b.D.n(D.java:7)</pre>",
			"x\n\tat base/java.util.List.of(List.java:1) ~[na:na]\n\tat a.b.C.<init>(C.java:2) ~[x.jar:1]",
			"at a.b.CKt.m(C.kt:12) at a.b.DKt.n(D.kt:7)", "Traceback (most recent call last)\n File",
			"at a.b.C$D.lambda$m$0(C.java:12)\nat a.b.D.n(D.java:7)" })
	void scanWhenATraceIsShownThenIsSeen(String answer) {
		assertThat(leaks(answer)).containsExactly(Leak.STACK_TRACE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "see at a.b.C.m(C.java:12) for more", "look at C.java:12 and D.java:7",
			"at 12:30 (Main.java) and at 13:00", "(C.java:12)(D.java:7)", "Traceback of the order",
			"at java and at kotlin", "we met at a.b and at c.d (x:1)" })
	void scanWhenATextOnlyMentionsCodeThenIsNotSeen(String answer) {
		assertThat(leaks(answer)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ORA-00942: table or view does not exist", "SQLSTATE[42000]: error",
			"You have an error in your SQL syntax; check", "ERROR: syntax error at or near \"x\"",
			"org.h2.jdbc.JdbcSQLSyntaxErrorException: Table", "bad SQL grammar [SELECT 1]",
			"Unclosed quotation mark after the character string 'x'", "PSQLException: ERROR",
			"{\"e\":\"a\\nORA-01756: quoted\"}" })
	void scanWhenADatabaseFailsThenIsSeen(String answer) {
		assertThat(leaks(answer)).containsExactly(Leak.DATABASE_ERROR);
	}

	/**
	 * The walk looks at each fourth place only, so all must be seen wherever they begin,
	 * and behind everything that a word can begin behind.
	 */
	@Test
	void scanWhenALeakBeginsAtAnyPlaceThenIsSeen() {
		String random = "abcdefghijKLMNOPQRST0123456789";
		String frame = " at a.b.C.m(C%s12)";
		for (String leak : new String[] { "ghp_" + checked(random), "gho_" + checked(random), "ghu_" + checked(random),
				"ghs_" + checked(random), "ghr_" + checked(random), "npm_" + checked(random),
				"AKIA" + "IOSFODNN7EXAMPLE", "ASIA" + "7OSFODNNXEXAMPLE", "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dcAAAA",
				"rk_" + "live_4eC39HqLyjWDarjtT1zdp7dcAAAA", "glpat-" + "abcdefghij0123456789",
				"xoxb-" + "123456789012-abcdefghijklmnop", "xoxa-" + "123456789012-abcdefghijklmnop",
				"AIza" + "-yA1234567890abcdefghijklmnopqrstu_", "-----BEGIN " + "RSA PRIVATE KEY-----", "SQLSTATE[",
				"You have an error in your SQL syntax", "PSQLException", "SQLSyntaxErrorException",
				"SQLIntegrityConstraintViolationException", "SQLGrammarException", "JdbcSQLSyntaxErrorException",
				"BadSqlGrammarException", "Unclosed quotation mark after the character string", "Incorrect syntax near",
				"SQLITE_ERROR", "SQLServerException", "syntax error at or near \\\"", "bad SQL grammar [",
				"could not execute statement [", "org.h2.jdbc.", "org.postgresql.util.PSQL", "com.mysql.cj.",
				"java.sql.SQL", "ORA-00942:", "Traceback (most recent call last)", frame.formatted(".java:").repeat(2),
				frame.formatted(".kt:").repeat(2), frame.formatted(".scala:").repeat(2),
				frame.formatted(".groovy:").repeat(2), "4111111111111111", "4111-1111-1111-1111", "36700102000000",
				"340000000000009", "DE89370400440532013000", "NO9386011117947", "BE71 0961 2345 6769",
				"DE89   3704 0044 0532 0130 00" }) {
			for (int place = 0; place < 24; place++) {
				for (String before : new String[] { "", " ", "<", "\\n" }) {
					String text = ">".repeat(place) + before + leak;
					assertThat(facts(text, false).leaks()).as(text).hasSize(1);
					String far = "[\"" + ">".repeat(60) + text + "\"]";
					assertThat(facts(far, true).leaks()).as(far).hasSize(1);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "ORA-BORA", "SQLSTATE of the union", "a syntax error in chapter 5", "bad SQL, good grammar",
					"You have an error in your order", "the PSQL manual", "quotation mark", "FLORA-00942: a plant" })
	void scanWhenATextIsNoErrorOfADatabaseThenIsNotSeen(String answer) {
		assertThat(leaks(answer)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[1,2,3]|3|", "{\"content\":[{\"a\":[1,2]},{},{},{}]}|4|", "{}|0|",
			"[{\"email\":\"a,b\"},{\"email\":\"c\"}]|2|email", "{\"user_password\":\"x\",\"Phone\":1}|0|password;phone",
			"{\"note\":\"password\",\"x\":\"[1,2,3]\"}|0|", "[]|0|", "[[],[],[1]]|3|",
			")]}',[1,2,3,{\"phone\":1}]|4|phone", "callback([{\"a\":[1,2]},{}])|2|",
			"{\"a\\\"b\":[1,2],\"c\":\"\\\\\",\"d\":[1,2,3]}|3|", "[1,2|0|", "{\"a\":\"b\\|0|", "\"|0|",
			"{\"a\":[true,false,null,1.5E3,-2]}|5|", "{\"email\" : 1, \"ssn\":2, \"e-mail\":3}|0|email;ssn" })
	void scanWhenItIsJsonThenCountsRowsAndSensitiveNames(String answer, int rows, String names) {
		AnswerFacts facts = facts(answer, true);
		assertThat(facts.rows()).isEqualTo(rows);
		assertThat(facts.sensitive()).containsExactlyInAnyOrder((names != null) ? names.split(";") : new String[0]);
	}

	/**
	 * What claims to be JSON and is not, or not whole, is looked at like any other text.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "%s", "{\"a\":\"%s\"}", "[\"%s", "{\"a\":1}%s", "{\"%s\":1}", "<p title=\"a\">%s</p>",
			"{\"a\":\"\\\"%s\\\"\"}", "{\"a\":\"b\\n%s\"}", ")]}',\n{\"a\":\"%s\"}", "callback(\"%s\")", "{'a':'%s'}" })
	void scanWhenItClaimsToBeJsonThenLeaksAreSeenWhereverTheyStand(String form) {
		assertThat(facts(form.formatted("4111 1111 1111 1111"), true).leaks()).containsExactly(Leak.CARD_NUMBER);
		assertThat(facts(form.formatted("DE89370400440532013000"), true).leaks()).containsExactly(Leak.BANK_ACCOUNT);
		assertThat(facts(form.formatted("AKIA" + "IOSFODNN7EXAMPLE"), true).leaks()).containsExactly(Leak.SECRET);
		assertThat(facts(form.formatted("ORA-00942: table"), true).leaks()).containsExactly(Leak.DATABASE_ERROR);
		assertThat(facts(form.formatted("at a.b.C.m(C.java:12) at a.b.D.n(D.java:7)"), true).leaks())
			.containsExactly(Leak.STACK_TRACE);
		assertThat(facts(form.formatted("an honest text of 4711"), true).leaks()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"card\":\"4111\",\"a\":1}|{\"card\":\"***\",\"a\":1}",
					"{\"a\":{\"card\" : 5 , \"b\":2}}|{\"a\":{\"card\" : \"***\",\"b\":2}}",
					"[{\"card\":{\"n\":[1,\"}\"]},\"a\":1}]|[{\"card\":\"***\",\"a\":1}]",
					"{\"card\":[1,2],\"pin\":null}|{\"card\":\"***\",\"pin\":\"***\"}",
					"{\"a\":\"card\",\"cards\":1}|{\"a\":\"card\",\"cards\":1}",
					"{\"a\":\"\\\"card\\\":1\",\"card\":true}|{\"a\":\"\\\"card\\\":1\",\"card\":\"***\"}",
					"{\"card\":\"a\\\"b\"}|{\"card\":\"***\"}", "{}|{}" })
	void redactWhenPropertyIsNamedThenLeavesItsValueOutAndNothingElse(String answer, String redacted) {
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		byte[] result = JsonRedaction.of(bytes, bytes.length, Set.of("card", "pin"));
		assertThat(new String(result, StandardCharsets.UTF_8).replace(" ,", ",").replace(", ", ","))
			.isEqualTo(redacted.replace(" ,", ",").replace(", ", ","));
	}

	@Test
	void scanWhenAnswersAreHonestThenSeesNothingInTwoThousand() {
		Random random = new Random(7);
		for (int i = 0; i < 2_000; i++) {
			String answer = honest(random, i);
			assertThat(leaks(answer)).as(answer).isEmpty();
		}
	}

	/**
	 * What applications answer: records with ids of all kinds, times, prices, hashes,
	 * texts on programs, pages, lists and problems.
	 */
	private static String honest(Random random, int i) {
		long id = Math.abs(random.nextLong() % 9_000_000_000_000_000L);
		return switch (i % 8) {
			case 0 -> "{\"id\":" + i + ",\"title\":\"Dune\",\"price\":9.90,\"at\":\"2026-05-04T12:00:00Z\",\"count\":"
					+ id % 997 + "}";
			case 1 -> "{\"key\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\",\"time\":"
					+ (1_700_000_000_000L + id % 100_000_000_000L) + "}";
			case 2 -> "{\"hash\":\"" + Long.toHexString(id) + Long.toHexString(~id) + "\",\"ref\":\"ORD-" + id % 100_000
					+ "\"}";
			case 3 -> "[" + "{\"lat\":52.52000659999999,\"lon\":13.404953999999975},".repeat(5) + "{}]";
			case 4 ->
				"{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Invalid value at /a\"}";
			case 5 -> "<html><body><p>Use ProcessBuilder at Main.java:" + i + " or ORA-tools; SQL is fun. Call +49 30 "
					+ id % 10_000_000 + "</p></body></html>";
			case 6 -> "{\"token\":\"eyJhbGciOiJSUzI1NiJ9." + Long.toString(id, 36) + ".x\",\"expires\":900}";
			default -> "{\"isbn\":\"978-3-16-148410-" + i % 10 + "\",\"snowflake\":" + (1_500_000_000_000_000_000L + id)
					+ ",\"phone\":\"+1 555 0100\",\"etag\":\"W/" + id % 1_000_000 + "\"}";
		};
	}

	private static String checked(String random) {
		CRC32 crc = new CRC32();
		crc.update(random.getBytes(StandardCharsets.US_ASCII));
		StringBuilder sum = new StringBuilder();
		for (long rest = crc.getValue(); sum.length() < 6; rest /= 62) {
			sum.insert(0, BASE62.charAt((int) (rest % 62)));
		}
		return random + sum;
	}

	private static Set<Leak> leaks(String answer) {
		return facts(answer, answer.toLowerCase(Locale.ROOT).startsWith("{") || answer.startsWith("[")).leaks();
	}

	private static AnswerFacts facts(String answer, boolean json) {
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		return AnswerScan.of(bytes, bytes.length, json);
	}

}

package io.github.raspspring.profile.answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk in steps of eight sees what one sees that looks at each place.
 */
class AnswerStepsTests {

	private static final String[] PIECES = { "\"", "\"", "{\"", "\":", ",", "\\", "\\\"", "\\n", "\\\\", "[", "]", "{",
			"}", " ", "4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009", "4111", "11",
			"7", ":", ".", "-", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB29", "AK",
			"AKIAIOSFODNN7EXAMPLE", "sk_live_4eC39HqLyjWDarjtT1zdp7dcAAAA", "-----BEGIN PRIVATE KEY-----", "SQLSTATE[",
			"ORA-00942:", "bad SQL grammar [", "could not execute statement [", " at a.b.C.m(C.java:12)", "Traceback ",
			"(most recent call last)", "email", "E-Mail", "\"email\":", "\"user-Password\" :", "\"ssn\":1,",
			"user_password", "ssn", "cvv2", "mySsn", "phone", "taxId", "a", "note", "the rain in Spain", "\u00e4",
			"\u65e5\u672c", "\ud83d\ude00", "\n", "\u0000", "\u007f", "SKU-00037", "2026-05-04T12:00:00Z",
			"13.404953999999975", "it", "or", "sn", "pas", "tok" };

	private static final List<AnswerPattern> IN_TEXT = Stream
		.of(SecretTokens.patterns(), DatabaseErrors.patterns(), StackFrames.patterns())
		.<AnswerPattern>flatMap(List::stream)
		.toList();

	private static final List<AnswerPattern> IN_JSON = Stream.of(IN_TEXT, SensitiveProperties.patterns())
		.flatMap(List::stream)
		.toList();

	private final Random random = new Random(5);

	@Test
	void scanWhenAnswersAreMadeOfPiecesThenSeesWhatStandsAtEachPlace() {
		int leaks = 0;
		int names = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] answer = answer();
			boolean json = i % 3 != 0;
			int length = answer.length - this.random.nextInt(Math.min(4, answer.length));
			AnswerFacts facts = AnswerScan.of(answer, length, json);
			assertThat(facts).as(() -> new String(answer, 0, length, StandardCharsets.UTF_8))
				.isEqualTo(placeByPlace(new AnswerBytes(answer, length), json, facts.rows()));
			leaks += facts.leaks().isEmpty() ? 0 : 1;
			names += facts.sensitive().isEmpty() ? 0 : 1;
		}
		assertThat(leaks).isGreaterThan(3_000);
		assertThat(names).isGreaterThan(500);
	}

	private byte[] answer() {
		StringBuilder text = new StringBuilder(new String[] { "", "{\"", "[\"", "x" }[this.random.nextInt(4)]);
		for (int i = this.random.nextInt(14); i >= 0; i--) {
			text.append(PIECES[this.random.nextInt(PIECES.length)]);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Look at all places of texts, and at the numbers between them.
	 */
	private static AnswerFacts placeByPlace(AnswerBytes answer, boolean json, int rows) {
		AnswerScan scan = new AnswerScan(answer);
		int i = json ? 0 : quoted(scan, answer, 0, false);
		while (i < answer.length()) {
			int b = answer.at(i);
			if (b == '"') {
				i = quoted(scan, answer, i + 1, true);
			}
			else if (AnswerBytes.isDigit(b)) {
				number(scan, answer, i);
				i = behindDigits(answer, i);
			}
			else if (b > 0 && " \t\r\n:truefalsn.+-E[]{},".indexOf(b) >= 0) {
				i++;
			}
			else {
				int end = quoted(scan, answer, beginOfWord(answer, i), true);
				i = (answer.at(end - 1) == '"') ? end - 1 : end;
			}
		}
		AnswerFacts facts = scan.facts();
		return new AnswerFacts(facts.leaks(), rows, facts.properties());
	}

	private static int beginOfWord(AnswerBytes answer, int start) {
		int first = start;
		while (AnswerBytes.isWord(answer.at(first - 1))) {
			first--;
		}
		return first;
	}

	private static int behindDigits(AnswerBytes answer, int start) {
		int end = start;
		while (AnswerBytes.isDigit(answer.at(end))) {
			end++;
		}
		return end;
	}

	private static int quoted(AnswerScan scan, AnswerBytes answer, int start, boolean json) {
		for (int i = start; i < answer.length(); i++) {
			if (json && answer.at(i) == '"') {
				return i + 1;
			}
			if (json && answer.at(i) == '\\') {
				i++;
			}
			else if (i + 4 <= answer.length()) {
				number(scan, answer, i);
				words(scan, answer, i, json ? IN_JSON : IN_TEXT);
			}
		}
		return answer.length();
	}

	private static void number(AnswerScan scan, AnswerBytes answer, int place) {
		int before = answer.at(place - 1);
		if (AnswerBytes.isDigit(answer.at(place)) && AnswerBytes.isDigit(answer.at(place + 3))
				&& !AnswerBytes.isDigit(before) && before != '.' && before != '-' && answer.isStartOfWord(place)
				&& CardNumbers.beginsAt(answer, place)) {
			scan.found(Leak.CARD_NUMBER);
		}
		if (answer.isStartOfWord(place) && Ibans.beginsAt(answer, place)) {
			scan.found(Leak.BANK_ACCOUNT);
		}
	}

	private static void words(AnswerScan scan, AnswerBytes answer, int place, List<AnswerPattern> patterns) {
		for (AnswerPattern pattern : patterns) {
			boolean clue = true;
			for (int i = 0; i < 4; i++) {
				clue &= (pattern.clue().charAt(i) | 0x20) == (answer.at(place + i) | 0x20);
			}
			if (clue) {
				pattern.look(scan, answer, place);
			}
		}
	}

}

package io.github.raspspring.profile.answer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer that comes again is told by all of its bytes, and one that leaks is looked at
 * each time.
 */
class KnownAnswersTests {

	private final KnownAnswers known = new KnownAnswers();

	@Test
	void lookWhenAnswerCameTwiceThenIsNotLookedAtAgain() {
		byte[] answer = answer("Dune");
		AnswerFacts first = look(answer);
		AnswerFacts second = look(answer);
		assertThat(first).isNotSameAs(second).isEqualTo(second);
		assertThat(first.rows()).isEqualTo(40);
		assertThat(first.sensitive()).containsExactly("email");
		assertThat(look(answer.clone())).isSameAs(second);
	}

	@Test
	void lookWhenOneByteDiffersThenIsLookedAt() {
		byte[] answer = answer("Dune");
		look(answer);
		look(answer);
		for (int i = 0; i < answer.length; i++) {
			byte[] other = answer.clone();
			other[i] ^= 1;
			assertThat(look(other)).as("%s", i).isEqualTo(AnswerScan.of(other, other.length, true));
		}
	}

	@Test
	void lookWhenItIsCutOrLongerOrNoJsonThenIsLookedAt() {
		byte[] answer = answer("Dune");
		look(answer);
		AnswerFacts facts = look(answer);
		assertThat(this.known.look(answer, answer.length - 1, true).rows()).isZero();
		assertThat(this.known.look(answer, answer.length, false).rows()).isZero();
		assertThat(look(Arrays.copyOf(answer, answer.length + 1))).isNotSameAs(facts);
	}

	@Test
	void lookWhenItLeaksThenIsSeenEachTime() {
		byte[] answer = answer("4111111111111111");
		for (int i = 0; i < 4; i++) {
			assertThat(look(answer).leaks()).containsExactly(Leak.CARD_NUMBER);
		}
		assertThat(look(answer)).isNotSameAs(look(answer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "apiKey", "client-secret", "ssn", "iban", "access_token", "sessionId", "otp",
			"pin", "privateKey", "pass\\u0077ord" })
	void lookWhenItNamesSecretThenIsNotKept(String name) {
		byte[] answer = ("{\"" + name + "\":\"x\",\"title\":\"" + "Dune ".repeat(40) + "\"}")
			.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 4; i++) {
			assertThat(look(answer)).isNotSameAs(look(answer));
		}
	}

	@Test
	void lookWhenItNamesSecretBesideItsValueThenIsNotKept() {
		byte[] answer = ("{\"key\":\"apiKey\",\"value\":\"" + "Dune ".repeat(40) + "\"}")
			.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 4; i++) {
			assertThat(look(answer)).isNotSameAs(look(answer));
		}
	}

	@Test
	void lookWhenItIsNoJsonThenIsLookedAt() {
		byte[] answer = "<input name=\"pin\" value=\"x\"> ".repeat(20).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 4; i++) {
			assertThat(this.known.look(answer, answer.length, false))
				.isNotSameAs(this.known.look(answer, answer.length, false));
		}
	}

	/**
	 * What the caller does to its bytes later must not become known.
	 */
	@Test
	void lookWhenBytesChangeAfterwardsThenWhatIsKnownDoesNot() {
		byte[] answer = answer("Dune");
		look(answer);
		AnswerFacts facts = look(answer);
		byte[] same = answer.clone();
		System.arraycopy("4111111111111111".getBytes(StandardCharsets.US_ASCII), 0, answer, 21, 16);
		assertThat(look(answer)).isNotSameAs(facts);
		assertThat(look(same)).isSameAs(facts);
	}

	private AnswerFacts look(byte[] answer) {
		return this.known.look(answer, answer.length, true);
	}

	private static byte[] answer(String title) {
		String row = "{\"email\":\"\",\"title\":\"" + title + "\"},";
		return ("[" + row.repeat(39) + "{}]").getBytes(StandardCharsets.UTF_8);
	}

}

package io.github.raspspring.text;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CharacterSetTests {

	@Test
	void nextWhenMemberStandsAheadThenReturnsItsIndex() {
		CharacterSet quotes = CharacterSet.of("'\"");
		assertThat(quotes.next("it's \"so\"", 0)).isEqualTo(2);
		assertThat(quotes.next("it's \"so\"", 2)).isEqualTo(2);
		assertThat(quotes.next("it's \"so\"", 3)).isEqualTo(5);
	}

	@Test
	void nextWhenThereIsNoMoreMemberThenReturnsLength() {
		CharacterSet quotes = CharacterSet.of("'");
		assertThat(quotes.next("so it is", 0)).isEqualTo(8);
		assertThat(quotes.next("", 0)).isZero();
		assertThat(quotes.next("so", 5)).isEqualTo(5);
	}

	@Test
	void containsWhenBeyondAsciiThenOnlyIfAskedFor() {
		CharacterSet signs = CharacterSet.of("%");
		assertThat(signs.contains('\u00e9')).isFalse();
		assertThat(signs.withBeyondAscii().contains('\u00e9')).isTrue();
		assertThat(signs.withBeyondAscii().contains('\uffff')).isTrue();
		assertThat(signs.withBeyondAscii().contains('a')).isFalse();
	}

	@Test
	void ofWordsWhenWithoutSomeThenKeepsAllOthers() {
		CharacterSet set = CharacterSet.ofWords("-_").without("xX");
		assertThat(set.end("ab-C_9x", 0)).isEqualTo(6);
		assertThat(set.contains('x')).isFalse();
		assertThat(set.contains(' ')).isFalse();
		assertThat(set.contains('@')).isFalse();
		assertThat(set.contains('[')).isFalse();
	}

	@Test
	void nextAndEndWhenTextIsRandomThenMeetInEachCharacter() {
		CharacterSet set = CharacterSet.ofWords("\n\\").withBeyondAscii();
		Random random = new Random(5);
		for (int i = 0; i < 2_000; i++) {
			String text = random.ints(20, 0, 0x90)
				.collect(StringBuilder::new, (built, c) -> built.append((char) c), StringBuilder::append)
				.toString();
			int next = set.next(text, 3);
			int end = set.end(text, 3);
			assertThat(text.substring(3, next).chars()).noneMatch((c) -> set.contains((char) c.intValue()));
			assertThat(text.substring(3, end).chars()).allMatch((c) -> set.contains((char) c.intValue()));
			assertThat(next == text.length() || set.contains(text.charAt(next))).isTrue();
			assertThat(end == text.length() || !set.contains(text.charAt(end))).isTrue();
		}
	}

}

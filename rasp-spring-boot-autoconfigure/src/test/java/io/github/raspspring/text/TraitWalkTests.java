package io.github.raspspring.text;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk over bytes finds of a text what is found of it as a text.
 */
class TraitWalkTests {

	private static final String[] PIECES = { "select", "Union", "or", "alert", "getClass", "whoami", "drop", "x", "on",
			"xp", "SV", "WV", "oN", "0x", "4s", "d0", "1", "42", "$", "_", "-", ".", ",", " ", "'", "(", ")", "<", ";",
			"%", "a", "B", "Z", "z", "@", "[", "`", "{", "internationalization", "eightltr", "sevenlt", "nineltrs1",
			"rO0AB", "//", ":", "=", "&" };

	private final TraitReader reader = FamilyTraits.reader();

	private final TraitWalk walk = this.reader.walk();

	private final Random random = new Random(3);

	@Test
	void overWhenTextIsAnyPairThenFindsWhatReaderFinds() {
		for (char first = ' '; first < 0x7F; first++) {
			for (char second = ' '; second < 0x7F; second++) {
				for (String start : new String[] { "", "abc", "abcdefg", "abcdefgh", "1", " " }) {
					assertSame(start + first + second);
					assertSame(start + first + second + "z ab");
				}
			}
		}
	}

	@Test
	void overWhenTextIsMadeOfPiecesThenFindsWhatReaderFinds() {
		for (int i = 0; i < 50_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = this.random.nextInt(12); n >= 0; n--) {
				text.append(PIECES[this.random.nextInt(PIECES.length)]);
			}
			assertSame(text.toString());
		}
	}

	/**
	 * Words of a long text are looked up step by step.
	 */
	@Test
	void walkWhenTextIsLongThenFindsWhatIsFoundAtOnce() {
		String[] beyond = { "\u00e4", "\u4e2d\u6587", "\u00c3\u00a4", "\uff0e", "\u0000", "\n" };
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = this.random.nextInt(90); n >= 0; n--) {
				text.append(PIECES[this.random.nextInt(PIECES.length)]);
				text.append((this.random.nextInt(9) > 0) ? " " : beyond[this.random.nextInt(beyond.length)]);
			}
			long found = this.reader.walk(text.toString(), 0, text.length());
			this.walk.over(text.toString());
			assertThat(this.walk.walked()).as("%s", text).isEqualTo(found);
			assertThat(this.reader.walk(text.toString())).as("%s", text).isEqualTo(found);
		}
	}

	private void assertSame(String text) {
		String plain = text.replace("\"", "").replace("\\", "");
		String stop = new String[] { "\"", "\\", "\n", "\u00e4", "" }[this.random.nextInt(5)];
		String behind = stop.isEmpty() ? "" : "select or 1".repeat(this.random.nextInt(3));
		byte[] bytes = ("\"" + plain + stop + behind).getBytes(StandardCharsets.UTF_8);
		assertThat(this.walk.over(bytes, 1, bytes.length)).as(text).isEqualTo(1 + plain.length());
		assertThat(this.walk.traits()).as(text).isEqualTo(this.reader.read(plain));
		assertThat(this.walk.walked()).as(text).isEqualTo(this.reader.walk(plain));
	}

}

package io.github.raspspring.text;

import java.util.Random;

import io.github.raspspring.autoconfigure.FamilyTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalDecoderTests {

	private static final String[] PIECES = { "%27", "%20", "%2f", "&quot;", "&#x28;", "&lt", "\\u0027", "\\x3c",
			"\u200b", "\u00ad", "\uff1c", "\uff0c", "%C3%A9", "%F0%9F%98%80", "%00", "\0", "%", "&", "\\", "select ",
			"or", "on", "0", "x", "$", ".", "C", "(", ")", "<", " ", "union" };

	private static final String PLAIN = "The quick brown fox jumps over the lazy dog, twice a day. ";

	private final TraitReader reader = FamilyTraits.reader();

	private final CanonicalDecoder decoder = new CanonicalDecoder();

	private final Random random = new Random(7);

	@Test
	void walkWhenLayerIsRemovedThenFindsAllThatTheTextHas() {
		int changed = 0;
		for (int i = 0; i < 40_000; i++) {
			String text = text();
			long walked = this.reader.walk(text);
			String decoded = this.decoder.decode(text, TraitReader.complete(walked), this.random.nextBoolean());
			if (decoded != null) {
				long found = TraitReader.complete(this.decoder.walk(decoded, walked, this.reader));
				assertThat(this.reader.read(decoded) & ~found).as("%s of %s", decoded, text).isZero();
				changed++;
			}
		}
		assertThat(changed).isGreaterThan(10_000);
	}

	/**
	 * What has no trait of a character that stands for another must not hide one.
	 */
	@Test
	void decodeWhenCharacterBeyondAsciiHasNoTraitThenStays() {
		int plain = 0;
		for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
			for (String text : new String[] { "a" + (char) c + "b", "'" + (char) c, (char) c + "../" }) {
				long traits = this.reader.read(text);
				if ((traits & Traits.NON_ASCII) == 0) {
					assertThat(this.decoder.decode(text, traits | Traits.NON_ASCII, false)).as("%x", c).isNull();
					plain++;
				}
			}
		}
		assertThat(plain).isGreaterThan(3 * 0xF000);
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		for (int n = this.random.nextInt(8); n >= 0; n--) {
			if (this.random.nextBoolean()) {
				text.append(PLAIN.repeat(this.random.nextInt(3)));
			}
			text.append(PIECES[this.random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

}

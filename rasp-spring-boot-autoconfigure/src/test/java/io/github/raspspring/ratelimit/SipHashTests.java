package io.github.raspspring.ratelimit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SipHashTests {

	/**
	 * The authors' vectors: the key and the input count up from 0.
	 */
	@ParameterizedTest
	@CsvSource({ "0, e6a825ba047f81a3, 930255c71472f66d", "1, 44af996bd8c187da, 45fc229b11597634" })
	void finishGivesTheVectorsOfTheAuthors(int length, String first, String second) {
		SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
		for (int i = 0; i < length; i++) {
			hash.update((byte) i);
		}
		assertThat(hash.finish())
			.isEqualTo(new KeyHash(Long.parseUnsignedLong(first, 16), Long.parseUnsignedLong(second, 16)));
	}

}

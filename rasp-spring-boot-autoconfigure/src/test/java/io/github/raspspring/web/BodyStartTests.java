package io.github.raspspring.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import io.github.raspspring.document.BodyMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BodyStart}: what it takes from a body and what remains add up to it,
 * whatever was announced.
 */
class BodyStartTests {

	private static final int PLENTY = 1 << 20;

	@ParameterizedTest
	@CsvSource({ "1000, 1000", "1000, 10", "1000, 0", "1000, 5000", "1000, -1", "0, 0", "0, 10", "1, 0", "9000, 8192",
			"9000, 9000", "40000, -1", "40000, 15000", "40000, 40000" })
	void ofWhenLengthIsAnnouncedThenReadsAllThereIs(int length, long announced) throws IOException {
		byte[] body = body(length);
		InputStream stream = new ByteArrayInputStream(body);
		assertThat(start(stream, announced, PLENTY, PLENTY)).isEqualTo(body);
		assertThat(stream.read()).isEqualTo(-1);
	}

	@ParameterizedTest
	@CsvSource({ "1000, 1000", "1000, 10", "1000, 0", "1000, 900", "1000, -1" })
	void ofWhenBodyIsLongerThanAllowedThenReadsThatMuch(int length, long announced) throws IOException {
		byte[] body = body(length);
		InputStream stream = new ByteArrayInputStream(body);
		assertThat(start(stream, announced, 700, PLENTY)).hasSize(700);
		assertThat(stream.readAllBytes()).hasSize(300).endsWith(body[999]);
	}

	@ParameterizedTest
	@CsvSource({ "100000, 10", "100000, 15000", "100000, -1", "100000, 90000" })
	void ofWhenMemoryIsShortThenLosesNothing(int length, long announced) throws IOException {
		byte[] body = body(length);
		InputStream stream = new ByteArrayInputStream(body);
		byte[] start = start(stream, announced, PLENTY, 16);
		assertThat(start.length).isLessThan(length);
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.write(start);
		stream.transferTo(all);
		assertThat(all.toByteArray()).isEqualTo(body);
	}

	private static byte[] start(InputStream body, long announced, int max, long memory) throws IOException {
		return BodyStart.of(BodyKind.JSON, body, announced, max, new BodyMemory(memory).lease()).bytes();
	}

	private static byte[] body(int length) {
		byte[] body = new byte[length];
		new Random(5).nextBytes(body);
		if (length > 0) {
			body[0] = '{';
		}
		return body;
	}

}

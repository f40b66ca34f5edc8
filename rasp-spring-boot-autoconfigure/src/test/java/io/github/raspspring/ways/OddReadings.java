package io.github.raspspring.ways;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.stream.Collectors;

import jakarta.servlet.ServletInputStream;

/**
 * Ways to read a body that few use.
 */
final class OddReadings {

	private OddReadings() {
	}

	static byte[] byteBuffer(ServletInputStream body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ByteBuffer buffer = ByteBuffer.allocate(1000);
		while (body.read(buffer) >= 0) {
			// Ready to be taken from, as the servlet API says.
			bytes.write(buffer.array(), buffer.position(), buffer.remaining());
			buffer.clear();
		}
		return bytes.toByteArray();
	}

	static byte[] numbersOfBytes(ServletInputStream body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] next = body.readNBytes(777); next.length > 0; next = body.readNBytes(777)) {
			bytes.writeBytes(next);
		}
		return bytes.toByteArray();
	}

	static byte[] skip(ServletInputStream body) throws IOException {
		body.skipNBytes(1);
		return body.readAllBytes();
	}

	static byte[] transfer(ServletInputStream body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		body.transferTo(bytes);
		return bytes.toByteArray();
	}

	static byte[] skip(BufferedReader body) throws IOException {
		body.skip(1);
		return transfer(body);
	}

	static byte[] lines(BufferedReader body) {
		return Readings.text(body.lines().collect(Collectors.joining("\n")));
	}

	static byte[] charBuffer(BufferedReader body) throws IOException {
		StringBuilder text = new StringBuilder();
		CharBuffer buffer = CharBuffer.allocate(1000);
		while (body.read(buffer) >= 0) {
			text.append(buffer.flip());
			buffer.clear();
		}
		return Readings.text(text.toString());
	}

	static byte[] transfer(BufferedReader body) throws IOException {
		StringWriter text = new StringWriter();
		body.transferTo(text);
		return Readings.text(text.toString());
	}

	static byte[] mark(BufferedReader body) throws IOException {
		body.mark(100);
		body.read();
		body.reset();
		return transfer(body);
	}

}

package io.github.raspspring.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request written to a socket as it is, without a client that would improve it.
 *
 * @param method the method
 * @param target path and query, encoded by whoever wrote them
 * @param headers lines besides those that every request has
 * @param body the body, empty for none
 * @param chunked whether it comes without a length
 */
record Wire(String method, String target, List<String> headers, byte[] body, boolean chunked) {

	static Wire get(String target, String... headers) {
		return new Wire("GET", target, List.of(headers), new byte[0], false);
	}

	static Wire body(String method, String target, String contentType, String body) {
		return new Wire(method, target, List.of("Content-Type: " + contentType),
				body.getBytes(StandardCharsets.ISO_8859_1), false);
	}

	Wire inChunks() {
		return new Wire(this.method, this.target, this.headers, this.body, true);
	}

	Wire below(String prefix) {
		return new Wire(this.method, prefix + this.target, this.headers, this.body, this.chunked);
	}

	Wire with(String... more) {
		List<String> all = new ArrayList<>(this.headers);
		all.addAll(Arrays.asList(more));
		return new Wire(this.method, this.target, all, this.body, this.chunked);
	}

	Reply send(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(30_000);
			write(socket.getOutputStream());
			return Reply.of(socket.getInputStream().readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(OutputStream out) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		line(bytes, this.method + " " + this.target + " HTTP/1.1");
		if (this.headers.stream().noneMatch((header) -> header.startsWith("Host:"))) {
			line(bytes, "Host: shop.example");
		}
		line(bytes, "Connection: close");
		for (String header : this.headers) {
			line(bytes, header);
		}
		if (this.chunked) {
			line(bytes, "Transfer-Encoding: chunked");
		}
		else if (this.body.length > 0) {
			line(bytes, "Content-Length: " + this.body.length);
		}
		line(bytes, "");
		if (this.chunked) {
			line(bytes, Integer.toHexString(this.body.length));
		}
		bytes.write(this.body);
		if (this.chunked) {
			line(bytes, "\r\n0\r\n");
		}
		out.write(bytes.toByteArray());
		out.flush();
	}

	private static void line(ByteArrayOutputStream bytes, String text) throws IOException {
		bytes.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

	/**
	 * What came back until the connection ended.
	 *
	 * @param status the status, 0 if there was no answer
	 * @param headers all but those that differ from time to time
	 * @param body the body as it came, chunks and all
	 */
	record Reply(int status, Map<String, String> headers, String body) {

		static Reply of(byte[] bytes) {
			String text = new String(bytes, StandardCharsets.ISO_8859_1);
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				return new Reply(0, Map.of(), text);
			}
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, String> headers = new TreeMap<>();
			for (String line : Arrays.asList(lines).subList(1, lines.length)) {
				String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
				if (!name.equals("date") && !name.startsWith("ratelimit")) {
					headers.merge(name, line.substring(line.indexOf(':') + 1).trim(), (a, b) -> a + ", " + b);
				}
			}
			return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
		}

		/**
		 * Return the reference of a refusal, empty if it is none.
		 */
		String reference() {
			String member = "\"reference\":\"";
			int begin = this.body.indexOf(member);
			return (begin < 0) ? ""
					: this.body.substring(begin + member.length(), this.body.indexOf('"', begin + member.length()));
		}

	}

}

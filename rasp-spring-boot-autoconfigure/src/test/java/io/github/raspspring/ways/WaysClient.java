package io.github.raspspring.ways;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends what a way in says: over connections that stay open, or by hand where the client
 * of the JDK leaves a field out.
 */
final class WaysClient {

	private static final Pattern HEAD = Pattern.compile("HTTP/1.1 (\\d+) (?:.*\r\nContent-Type: ([^\r]+))?.*?\r\n\r\n",
			Pattern.DOTALL);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	Answer send(Way.Sent sent) throws IOException, InterruptedException {
		if (sent.byHand() != null) {
			return byHand(sent.request(), sent.byHand());
		}
		HttpResponse<byte[]> response = this.client.send(sent.request(), BodyHandlers.ofByteArray());
		return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
				text(response.body()));
	}

	private static Answer byHand(HttpRequest request, Way.Sent.Field field) throws IOException {
		StringBuilder head = new StringBuilder(
				request.method() + " " + request.uri().getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n");
		request.headers().map().forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
		String line = field.name() + ": " + field.value() + "\r\n";
		head.append(field.trailer() ? "Transfer-Encoding: chunked\r\nTrailer: " + field.name() + "\r\n" : line)
			.append("Connection: close\r\n\r\n")
			.append(field.trailer() ? "1\r\na\r\n0\r\n" + line + "\r\n" : "");
		try (Socket socket = new Socket(request.uri().getHost(), request.uri().getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
			return answer(text(socket.getInputStream().readAllBytes()));
		}
	}

	private static Answer answer(String response) {
		Matcher head = HEAD.matcher(response);
		if (!head.lookingAt()) {
			throw new IllegalStateException("No answer: " + response);
		}
		return new Answer(Integer.parseInt(head.group(1)), String.valueOf(head.group(2)),
				response.substring(response.indexOf("\r\n\r\n") + 4));
	}

	/**
	 * Return bytes as a text that tells each of them.
	 */
	static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/**
	 * What came back.
	 *
	 * @param status the status
	 * @param type the content type
	 * @param body a sign for each byte
	 */
	record Answer(int status, String type, String body) {

		boolean isRefused() {
			return this.status == 403 && this.body.contains("\"reference\":\"")
					&& this.type.equals("application/problem+json");
		}

	}

}

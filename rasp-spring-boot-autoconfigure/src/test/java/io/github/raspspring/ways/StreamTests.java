package io.github.raspspring.ways;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body that arrives bit by bit is handed on as it arrives, and judged before: the
 * application answers each line before the next is sent.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StreamTests extends WaysTest {

	private static final String ATTACK = "x' union select password from users where 'a'='a";

	@ParameterizedTest
	@ValueSource(strings = { "application/x-ndjson", "application/json", "text/plain", "application/json-seq",
			"text/event-stream", "application/grpc", "application/stream+json" })
	void lineWhenSentThenIsAnsweredBeforeTheNext(String type) throws Exception {
		try (Socket socket = server().connect()) {
			begin(socket, type);
			for (int i = 0; i < 20; i++) {
				String line = "{\"line\": \"O'Neill no. " + i + "\"}\n";
				sendChunk(socket, line);
				assertThat(readUntil(socket, '\n')).endsWith(line);
			}
			sendChunk(socket, "");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-ndjson", "application/json", "text/plain", "text/event-stream" })
	void lineWhenAnAttackThenIsNotHandedOn(String type) throws Exception {
		try (Socket socket = server().connect()) {
			begin(socket, type);
			sendChunk(socket, "{\"line\": \"" + ATTACK.substring(0, 9));
			sendChunk(socket, ATTACK.substring(9) + "\"}\n");
			sendChunk(socket, "");
			assertThat(readUntil(socket, '}')).startsWith("HTTP/1.1 403").contains("\"reference\":\"");
		}
	}

	/**
	 * The answer is on its way by then: the connection ends instead.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "application/x-ndjson", "application/json", "text/plain", "text/event-stream" })
	void lineWhenAnAttackFollowsThenIsNotEchoed(String type) throws Exception {
		try (Socket socket = server().connect()) {
			begin(socket, type);
			sendChunk(socket, "{\"line\": \"first\"}\n");
			assertThat(readUntil(socket, '\n')).contains("first");
			sendWhileOpen(socket, "{\"line\": \"" + ATTACK + "\"}\n", "");
			assertThat(readRest(socket)).doesNotContain("union");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					application/xml|<a>|<b c="d'e">O'Neill</b>{}
					text/xml|<a>|<b><![CDATA[it's < 5]]></b><!-- don't -->{}
					application/x-www-form-urlencoded|a=b|&c=O%27Neill&d={}
					multipart/mixed; boundary=b|--b|~--b~~O'Neill~--b~~{}
					multipart/form-data; boundary=b|--b|~--b~Content-Disposition: form-data; name=q~~it's~--b~~{}
					multipart/form-data; boundary=b|--b|~--b~Content-Disposition: form-data; name=q; filename=a.bin~~' or 1=1~--b~~{}
					""")
	void pieceWhenSentThenIsAnsweredBeforeTheNext(String type, String first, String piece) throws Exception {
		try (Socket socket = server().connect()) {
			begin(socket, type);
			sendChunk(socket, first);
			for (int i = 0; i < 20; i++) {
				sendChunk(socket, lines(piece) + "\n");
				assertThat(readUntil(socket, '\n')).contains(piece.substring(piece.lastIndexOf('~') + 1));
			}
			sendChunk(socket, "");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					application/xml|<a>{}~|<b>x' uni<!-- -->on sel<![CDATA[ect pass]]>word from users where 'a'='a</b>
					application/xml|<a>{}~|<b c="x' union select password from users where 'a'='a"/>
					text/xml|<a>{}~|<!--x' union select password from users where 'a'='a-->
					application/x-www-form-urlencoded|a={}~|&c=x%27+union+select+password+from+users+where+%27a%27=%27a
					multipart/mixed; boundary=b|--b~~{}~|~--b~~x' union select password from users where 'a'='a~--b
					multipart/form-data; boundary=b|--b~~{}~|~--b~Content-Disposition: form-data; name=q; filename=../../../../etc/passwd~~a
					multipart/mixed; boundary=b|--b~~{}~|~--b~X-Any: x' union select password from users where 'a'='a~~a
					multipart/form-data; boundary=b|--b~~{}~|~--b~Content-Disposition: form-data; name=q; filename=a.svg~~<!DOCTYPE svg SYSTEM "http://evil.example/a.dtd"><svg/>~--b
					""")
	void pieceWhenAnAttackFollowsThenIsNotEchoed(String type, String first, String attack) throws Exception {
		try (Socket socket = server().connect()) {
			begin(socket, type);
			sendChunk(socket, lines(first));
			assertThat(readUntil(socket, '\n')).contains("{}");
			int half = attack.length() / 2;
			sendWhileOpen(socket, lines(attack.substring(0, half)), lines(attack.substring(half)), "\nlast\n", "");
			assertThat(readRest(socket)).doesNotContain("last");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/mixed; boundary=b", "multipart/form-data; boundary=b" })
	void fileWhenLongerThanWhatIsJudgedThenArrivesWhole(String type) throws Exception {
		String file = "--b\r\nContent-Disposition: form-data; name=\"q\"; filename=\"a.bin\"\r\n\r\n"
				+ "\u0001\u0002 ' or 1=1\n".repeat(200_000) + "\r\n--b--\r\n";
		HttpRequest request = server().request("/read/now/stream")
			.header("Content-Type", type)
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
			.build();
		assertThat(server().send(request).body()).isEqualTo(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=q~~O'Neill or nobody", "name=q~~select the best, or drop me a line; --",
			"name=q; filename=report..2026.txt~~a", "name=q~X-Any: union of select clubs~~a",
			"name=q; filename=a.svg~~<svg><text>DOCTYPE</text></svg>", "name=q; filename=b.bin~~' or 1=1" })
	void partBehindALongFileWhenHonestThenArrives(String part) throws Exception {
		String body = behindALongFile(part);
		HttpRequest request = server().request("/read/now/stream")
			.header("Content-Type", "multipart/form-data; boundary=b")
			.POST(BodyPublishers.ofString(body))
			.build();
		assertThat(server().send(request).body()).isEqualTo(body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=q~~x' union select password from users where 'a'='a",
			"name=q~~<script>alert(document.cookie)</script>", "name=q; filename=../../../../etc/passwd~~a",
			"name=q~X-Any: x' union select password from users where 'a'='a~~a",
			"name=q; filename=a.svg~~<!DOCTYPE svg SYSTEM \"http://evil.example/a.dtd\"><svg/>",
			"name=\"x' union select password from users where 'a'='a\"~~a" })
	void partBehindALongFileWhenAnAttackThenIsRefused(String part) throws Exception {
		HttpRequest request = server().request("/read/now/stream")
			.header("Content-Type", "multipart/form-data; boundary=b")
			.POST(BodyPublishers.ofString(behindALongFile(part)))
			.build();
		assertThat(server().send(request).statusCode()).isEqualTo(403);
	}

	/**
	 * A body of known length, of which more than is judged at once is a file.
	 */
	private static String behindALongFile(String part) {
		return "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n\r\n"
				+ "\u0001\u0002 ' or 1=1\n".repeat(200_000) + "\r\n--b\r\nContent-Disposition: form-data; "
				+ part.replace("~", "\r\n") + "\r\n--b--\r\n";
	}

	private static String lines(String text) {
		return text.replace('~', '\n');
	}

	@Test
	void attackWhenSplitOverManyPiecesIsNotHandedOn() throws Exception {
		try (Socket socket = server().connect()) {
			begin(socket, "text/plain");
			for (char c : ATTACK.toCharArray()) {
				sendChunk(socket, String.valueOf(c));
			}
			sendChunk(socket, "\n");
			sendChunk(socket, "");
			assertThat(readUntil(socket, '}')).startsWith("HTTP/1.1 403");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/octet-stream", "application/xml", "application/x-ndjson" })
	void bodyWhenReadWithoutBlockingThenArrivesWhole(String type) throws Exception {
		for (int size : new int[] { 1, 100, 8192, 8193, 100_000, 700_000 }) {
			String body = "a".repeat(size);
			assertThat(server().post("/read/listener/stream", type, body).body()).isEqualTo(body);
		}
	}

	@Test
	void bodyWhenAttackStandsFarInThenIsRefusedWithoutBlocking() throws Exception {
		for (String type : new String[] { "text/plain", "application/json", "application/x-ndjson" }) {
			WaysServer.assertRefused(server().post("/read/listener/stream", type,
					"[\"" + "a ".repeat(15_000) + "\",\"" + ATTACK + "\"]"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "plain, 200", "x' union select password from users where 'a'='a, 403" })
	void trailerWhenReadThenIsJudged(String value, String status) throws Exception {
		try (Socket socket = server().connect()) {
			socket.setSoTimeout(20_000);
			write(socket,
					"POST /read/now/trailer HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
							+ "Content-Type: text/plain\r\nTrailer: X-Any\r\nTE: trailers\r\nConnection: close\r\n\r\n"
							+ "1\r\na\r\n0\r\nX-Any: " + value + "\r\n\r\n");
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 " + status);
			assertThat(answer.contains(value)).isEqualTo(status.equals("200"));
		}
	}

	private static void begin(Socket socket, String type) throws Exception {
		socket.setSoTimeout(20_000);
		socket.setTcpNoDelay(true);
		write(socket,
				"POST " + (type.startsWith("multipart") ? "/filter" : "/mvc")
						+ "/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
						+ "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
	}

	private static void sendChunk(Socket socket, String text) throws Exception {
		int length = text.getBytes(StandardCharsets.UTF_8).length;
		write(socket, Integer.toHexString(length) + "\r\n" + text + "\r\n");
	}

	/**
	 * The server may hang up in the middle of what is sent.
	 */
	private static void sendWhileOpen(Socket socket, String... chunks) throws Exception {
		try {
			for (String chunk : chunks) {
				sendChunk(socket, chunk);
			}
		}
		catch (SocketException ex) {
			// Nobody listens any more.
		}
	}

	private static String readRest(Socket socket) throws Exception {
		StringBuilder read = new StringBuilder();
		try {
			for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
				read.append((char) next);
			}
		}
		catch (SocketException ex) {
			// What was sent into the closed connection resets it.
		}
		return read.toString();
	}

	private static void write(Socket socket, String text) throws Exception {
		OutputStream out = socket.getOutputStream();
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	/**
	 * Read until a sign of the body has come and nothing more is there.
	 */
	private static String readUntil(Socket socket, char last) throws Exception {
		InputStream in = socket.getInputStream();
		StringBuilder read = new StringBuilder();
		boolean body = false;
		for (int next = in.read(); next >= 0; next = in.read()) {
			read.append((char) next);
			body |= read.indexOf("\r\n\r\n") >= 0 || read.charAt(0) != 'H';
			boolean header = read.charAt(0) == 'H' && read.indexOf("\r\n\r\n") < 0;
			if (body && !header && next == last
					&& (last != '\n' || read.charAt(Math.max(0, read.length() - 2)) == '}')) {
				return read.toString();
			}
		}
		return read.toString();
	}

}

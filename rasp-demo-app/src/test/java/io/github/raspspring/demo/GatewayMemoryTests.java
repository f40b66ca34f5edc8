package io.github.raspspring.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is larger than the memory of a gateway passes through it, both ways.
 */
@Tag("packaged")
class GatewayMemoryTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int BLOCKS = 1600;

	private static final byte[] BLOCK = new byte[1 << 16];

	private static final List<String> LOG = new CopyOnWriteArrayList<>();

	private static Upstream upstream;

	private static Process gateway;

	private static int port;

	@BeforeAll
	static void start() throws IOException {
		upstream = new Upstream();
		gateway = PackagedDemo.start(List.of("-Xmx96m"),
				List.of("--server.port=0", "--spring.profiles.active=gateway", "--gateway.upstream=" + upstream.url()));
		PackagedDemo.awaitStart(gateway, LOG::add);
		port = LOG.stream()
			.flatMap((line) -> PORT.matcher(line).results())
			.map((match) -> Integer.parseInt(match.group(1)))
			.findFirst()
			.orElseThrow();
	}

	@AfterAll
	static void stop() {
		gateway.destroyForcibly();
		upstream.close();
	}

	@Test
	void downloadPasses() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.getOutputStream()
				.write(("GET /download?blocks=" + BLOCKS
						+ " HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(length(socket.getInputStream())).isGreaterThan((long) BLOCKS * BLOCK.length);
		}
		assertStillServes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/octet-stream", "multipart/form-data; boundary=x" })
	void uploadPasses(String contentType) throws IOException {
		String before = contentType.startsWith("multipart")
				? "--x\r\nContent-Disposition: form-data; name=f; filename=film.bin\r\n"
						+ "Content-Type: application/octet-stream\r\n\r\n"
				: "";
		String after = before.isEmpty() ? "" : "\r\n--x--\r\n";
		long length = before.length() + (long) BLOCKS * BLOCK.length + after.length();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			OutputStream out = socket.getOutputStream();
			out.write(("POST /upload HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\nContent-Type: "
					+ contentType + "\r\nContent-Length: " + length + "\r\n\r\n" + before)
				.getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < BLOCKS; i++) {
				out.write(BLOCK);
			}
			out.write(after.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			assertThat(reply).startsWith("HTTP/1.1 200").contains(String.valueOf(length));
		}
		assertStillServes();
	}

	/**
	 * What comes behind so long a file is judged, and the upload ends.
	 */
	@Test
	void attackBehindALongFileIsRefused() throws IOException {
		String before = "--x\r\nContent-Disposition: form-data; name=f; filename=film.bin\r\n\r\n";
		String after = "\r\n--x\r\nContent-Disposition: form-data; name=q\r\n\r\nx' UNION SELECT content FROM secrets --"
				+ "\r\n--x--\r\n";
		long length = before.length() + (long) BLOCKS * BLOCK.length + after.length();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			OutputStream out = socket.getOutputStream();
			out.write(("POST /upload HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n"
					+ "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + length + "\r\n\r\n"
					+ before)
				.getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < BLOCKS; i++) {
				out.write(BLOCK);
			}
			out.write(after.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
				.startsWith("HTTP/1.1 403");
		}
		assertStillServes();
	}

	private static long length(InputStream in) throws IOException {
		long length = 0;
		for (int count = in.read(BLOCK); count >= 0; count = in.read(BLOCK)) {
			length += count;
		}
		return length;
	}

	private static void assertStillServes() {
		assertThat(LOG).noneMatch((line) -> line.contains("OutOfMemoryError"));
		assertThat(Wire.get("/echo").send(port).status()).isEqualTo(200);
		assertThat(Carried.IN_JSON.attack().send(port).status()).isEqualTo(403);
	}

}

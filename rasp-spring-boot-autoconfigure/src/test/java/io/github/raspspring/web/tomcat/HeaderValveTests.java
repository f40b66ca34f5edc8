package io.github.raspspring.web.tomcat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderValve} in a Tomcat.
 */
class HeaderValveTests {

	private final HeaderValve valve = new HeaderValve();

	private final Tomcat tomcat = new Tomcat();

	private final List<String> walked = new CopyOnWriteArrayList<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final List<Long> measured = new CopyOnWriteArrayList<>();

	private final List<Boolean> shown = new CopyOnWriteArrayList<>();

	@TempDir
	private Path base;

	@BeforeEach
	void start() throws LifecycleException {
		this.tomcat.setBaseDir(this.base.toString());
		this.tomcat.setPort(0);
		this.tomcat.getEngine().getPipeline().addValve(this.valve);
		Context context = this.tomcat.addContext("", this.base.toString());
		Tomcat.addServlet(context, "headers", new Headers());
		context.addServletMappingDecoded("/", "headers");
		this.tomcat.getConnector();
		this.tomcat.start();
	}

	@AfterEach
	void stop() throws LifecycleException {
		this.tomcat.stop();
		this.tomcat.destroy();
	}

	@Test
	void showsWhatTheServletApiShows() throws IOException {
		send("X-Shop: one\r\nAccept: a/b\r\nx-shop: two\r\nX-Empty:\r\n");
		assertThat(this.walked).contains("x-shop: one", "x-shop: two", "accept: a/b", "x-empty: ")
			.containsExactlyInAnyOrderElementsOf(this.asked);
	}

	@Test
	void tellsNamesApartThatComeAgain() throws IOException {
		StringBuilder headers = new StringBuilder();
		for (int i = 0; i < 90; i++) {
			headers.append("X-Name-").append(i).append(": ").append(i).append("\r\n");
		}
		headers.append("X-").append("Long-".repeat(40)).append(": long\r\n");
		for (int i = 0; i < 3; i++) {
			this.walked.clear();
			this.asked.clear();
			send(headers.toString());
			assertThat(this.walked).hasSizeGreaterThan(90).containsExactlyInAnyOrderElementsOf(this.asked);
		}
	}

	@Test
	void tellsValuesApartThatLookAlike() throws IOException {
		String start = "Mozilla/5.0 (shop; ";
		for (String middle : List.of("one", "two", "one", "\u00fcne", "\u00f6ne", "two")) {
			this.walked.clear();
			this.asked.clear();
			send("User-Agent: " + start + middle + "; rv:109.0) Firefox\r\nAccept:\r\nOrigin: https://" + middle
					+ "\r\nPragma: " + "a".repeat(600) + middle + "\r\n");
			assertThat(this.walked).hasSizeGreaterThan(3)
				.anyMatch((header) -> header.contains(middle))
				.map((header) -> header.toLowerCase(Locale.ROOT))
				.containsExactlyInAnyOrderElementsOf(this.asked);
		}
	}

	@Test
	void tellsHowLongTheAnswerIsThatItsServletWrites() throws IOException {
		send("X-Write: bytes\r\n");
		send("X-Write: text\r\n");
		send("X-Write: announced\r\n");
		send("X-Write: reset\r\n");
		assertThat(this.measured).containsExactly(0L, 9000L, 0L, 7L, 0L, 4L, 0L, 0L);
		assertThat(this.valve.measure(new MockHttpServletResponse())).isNull();
	}

	@Test
	void readsNoValueThatIsNotWanted() throws IOException {
		send("X-Secret: one\r\nX-Shop: two\r\n");
		assertThat(this.walked).contains("x-shop: two").noneMatch((header) -> header.contains("one"));
	}

	@Test
	void showsNothingOfRequestsOfOthers() throws IOException {
		send("X-Shop: one\r\n");
		assertThat(this.shown).containsExactly(true, false);
		assertThat(this.valve.over(new MockHttpServletRequest(), (name) -> true, this::walked)).isFalse();
	}

	private void walked(String name, String value) {
		this.walked.add(name + ": " + value);
	}

	private void send(String headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.tomcat.getConnector().getLocalPort())) {
			socket.getOutputStream()
				.write(("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).contains(" 20");
		}
	}

	/**
	 * Asks both ways for the headers.
	 */
	private final class Headers extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String way = request.getHeader("X-Write");
			if (way != null) {
				write(way, response);
				return;
			}
			HeaderValveTests test = HeaderValveTests.this;
			test.shown.add(test.valve.over(request, (name) -> !name.equals("x-secret"), test::walked));
			test.shown.add(test.valve.over(new HttpServletRequestWrapper(request), (name) -> true, test::walked));
			for (String name : new ArrayList<>(Collections.list(request.getHeaderNames()))) {
				for (String value : Collections.list(request.getHeaders(name))) {
					test.asked.add((name + ": " + value).toLowerCase(Locale.ROOT));
				}
			}
			response.setStatus(204);
		}

		private void write(String way, HttpServletResponse response) throws IOException {
			HeaderValveTests test = HeaderValveTests.this;
			LongSupplier measure = Objects.requireNonNull(test.valve.measure(response));
			assertThat(test.valve.measure(new HttpServletResponseWrapper(response))).isNull();
			test.measured.add(measure.getAsLong());
			switch (way) {
				case "bytes" -> response.getOutputStream().write(new byte[9000]);
				case "text" -> response.getWriter().write("a shop.");
				case "announced" -> response.setContentLength(4);
				default -> {
					response.getOutputStream().write(new byte[90]);
					response.setContentLength(200);
					response.reset();
				}
			}
			test.measured.add(measure.getAsLong());
			if (way.equals("announced")) {
				response.getOutputStream().write(new byte[4]);
			}
		}

	}

}

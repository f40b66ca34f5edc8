package io.github.raspspring.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.web.FaultyApplication.Faults;
import io.github.raspspring.web.FaultyApplication.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an application brings may fail in whatever way: no request is answered with an
 * error for it, the failure is an event, and its own failures are its own as ever.
 */
class BroughtFailureTests {

	private static final String ATTACK = "1' UNION SELECT password FROM users-- ";

	/** Where nobody can judge what they were to tell. */
	private static final Set<Place> JUDGED = EnumSet.of(Place.CLIENT, Place.NO_CLIENT, Place.SUBJECT, Place.DETECTOR,
			Place.DETECTOR_NAME, Place.KEY);

	private static final Set<Place> TOLD = EnumSet.of(Place.HEADERS, Place.COMPLETION, Place.IMMEDIATE_COMPLETION,
			Place.LISTENER, Place.LISTENER_OF_THREATS);

	private static ConfigurableApplicationContext open;

	private static ConfigurableApplicationContext closed;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		open = start("open");
		closed = start("closed");
	}

	private static ConfigurableApplicationContext start(String mode) {
		return new SpringApplicationBuilder(FaultyApplication.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block", "rasp.failure-mode=" + mode,
					"rasp.events.delivery=inline", "rasp.rate-limit.plans.own.capacity=100000",
					"rasp.rate-limit.plans.own.period=1m", "rasp.rate-limit.plans.own.key=own")
			.run();
	}

	@AfterAll
	static void stop() {
		open.close();
		closed.close();
	}

	static Stream<Named<Supplier<Throwable>>> failures() {
		return Stream.of(failure("exception", IllegalStateException::new),
				failure("sneaky checked", () -> new IOException("sneaky")), failure("stack", StackOverflowError::new),
				failure("linkage", LinkageError::new), failure("own error", () -> new Error("own")),
				failure("bare", () -> new Throwable("bare")), failure("that fails to tell what it is", Mute::new));
	}

	private static Named<Supplier<Throwable>> failure(String name, Supplier<Throwable> failure) {
		return Named.of(name, failure);
	}

	static Stream<Arguments> judged() {
		return JUDGED.stream().flatMap((place) -> failures().map((failure) -> Arguments.of(place, failure)));
	}

	static Stream<Arguments> told() {
		return TOLD.stream().flatMap((place) -> failures().map((failure) -> Arguments.of(place, failure)));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failureOfTheHandlerIsItsOwnAsEver(Supplier<Throwable> failure) throws Exception {
		set(Place.HANDLER, failure);
		for (ConfigurableApplicationContext application : List.of(open, closed)) {
			assertThat(send(application, "Dune").statusCode()).isEqualTo(500);
			assertThat(faults(application).sources()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dune", "It's a book", "select a book", "1 or 2", "a -- b", "" })
	void requestWhenNothingFailsIsServedWithoutATrace(String q) throws Exception {
		set(Place.NONE, IllegalStateException::new);
		for (ConfigurableApplicationContext application : List.of(open, closed)) {
			HttpResponse<String> answer = send(application, q);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().allValues("X-Own")).containsExactly("yes");
			assertThat(faults(application).sources()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void refusalWhenFilterThatItWalksThroughFailsIsWrittenAllTheSame(Supplier<Throwable> failure) throws Exception {
		set(Place.FILTER, failure);
		for (ConfigurableApplicationContext application : List.of(open, closed)) {
			assertThat(send(application, "Dune").statusCode()).as("its own failure").isEqualTo(500);
			assertThat(send(application, ATTACK).statusCode()).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@MethodSource("judged")
	void requestWhenWhatJudgesItFailsIsTreatedByTheFailureMode(Place place, Supplier<Throwable> failure)
			throws Exception {
		set(place, failure);
		assertThat(send(open, "Dune").statusCode()).isEqualTo(200);
		assertThat(faults(open).sources()).isNotEmpty().doesNotHaveDuplicates();
		assertThat(send(open, ATTACK).statusCode()).isEqualTo(403);
		assertThat(send(closed, "Dune").statusCode()).isEqualTo(403);
		assertThat(faults(closed).sources()).isNotEmpty().doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("told")
	void requestWhenWhatIsToldFailsIsAnsweredAsEver(Place place, Supplier<Throwable> failure) throws Exception {
		set(place, failure);
		for (ConfigurableApplicationContext application : List.of(open, closed)) {
			assertThat(send(application, "Dune").statusCode()).isEqualTo(200);
			HttpResponse<String> refused = send(application, ATTACK);
			assertThat(refused.statusCode()).isEqualTo(403);
			assertThat(refused.body()).contains("\"reference\":\"");
			assertThat(application.getBean(EventHistory.class).find(EventQuery.latest(10)).toString())
				.contains("detector-failed");
		}
	}

	private static void set(Place place, Supplier<Throwable> failure) {
		faults(open).set(place, failure);
		faults(closed).set(place, failure);
	}

	private static Faults faults(ConfigurableApplicationContext application) {
		return application.getBean(Faults.class);
	}

	private HttpResponse<String> send(ConfigurableApplicationContext application, String q) throws Exception {
		return this.client.send(HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port")
					+ "/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)))
			.build(), BodyHandlers.ofString());
	}

	/** Nobody can read it. */
	private static final class Mute extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException("not even that");
		}

	}

}

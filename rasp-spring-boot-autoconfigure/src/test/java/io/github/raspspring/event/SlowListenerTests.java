package io.github.raspspring.event;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A listener that takes its time delays no answer, and is told of everything in order
 * once it goes on. While it waits for the test, the test waits for answers.
 */
class SlowListenerTests {

	private static final String ATTACK = "1%27%20UNION%20SELECT%20password%20FROM%20users--%20";

	private static final int ATTACKS = 5;

	private static ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "rasp.mode=block")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@AfterEach
	void release() {
		doors().open();
	}

	@ParameterizedTest
	@EnumSource
	void listenerThatIsNotSlowIsToldOfEverythingInOrder(Kind kind) throws Exception {
		List<String> references = attack();
		await().untilAsserted(() -> assertThat(doors().toldTo(kind)).containsSubsequence(references));
		assertThat(doors().toldTo(kind)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@EnumSource
	void listenerThatIsSlowDelaysNoAnswerAndIsToldOfEverythingInOrder(Kind kind) throws Exception {
		doors().close(kind);
		assertThat(get("/search?q=Dune")).isEqualTo(200);
		List<String> references = attack();
		assertThat(get("/search?q=Dune")).isEqualTo(200);
		assertThat(doors().toldTo(kind)).doesNotContainAnyElementsOf(references);
		doors().open();
		await().untilAsserted(() -> assertThat(doors().toldTo(kind)).containsSubsequence(references));
	}

	@Test
	void listenerThatIsImmediateIsToldBeforeTheAnswerEnds() throws Exception {
		List<String> references = attack();
		assertThat(doors().toldAtOnce).containsAll(references.subList(0, ATTACKS - 1));
	}

	@Test
	void eventOfTheApplicationIsToldOnItsOwnThread() {
		context.publishEvent("own");
		assertThat(doors().own).isSameAs(Thread.currentThread());
	}

	/** Sends attacks, and returns the references of their answers. */
	private List<String> attack() throws Exception {
		List<String> references = new ArrayList<>();
		for (int i = 0; i < ATTACKS; i++) {
			String body = this.client.send(request("/search?q=" + ATTACK), BodyHandlers.ofString()).body();
			references.add(body.replaceAll(".*\"reference\":\"([^\"]+)\".*", "$1"));
		}
		assertThat(references).doesNotHaveDuplicates();
		return references;
	}

	private int get(String path) throws Exception {
		return this.client.send(request(path), BodyHandlers.ofString()).statusCode();
	}

	private static HttpRequest request(String path) {
		return HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
			.timeout(Duration.ofSeconds(60))
			.build();
	}

	private static Doors doors() {
		return context.getBean(Doors.class);
	}

	/**
	 * The ways to listen.
	 */
	enum Kind {

		COMPLETION, ANOTHER_COMPLETION, ANY_EVENT, THREAT, PAYLOAD, FIRST_OF_ALL, FAILING_IN_THE_END, LOCKING

	}

	static final class Doors {

		private final List<List<String>> told = new ArrayList<>();

		private final List<String> toldAtOnce = Collections.synchronizedList(new ArrayList<>());

		private volatile @Nullable Kind closed;

		private volatile CountDownLatch door = new CountDownLatch(0);

		private volatile @Nullable Thread own;

		Doors() {
			for (int i = 0; i < Kind.values().length; i++) {
				this.told.add(Collections.synchronizedList(new ArrayList<>()));
			}
		}

		void close(Kind kind) {
			this.door = new CountDownLatch(1);
			this.closed = kind;
		}

		void open() {
			this.closed = null;
			this.door.countDown();
		}

		List<String> toldTo(Kind kind) {
			return List.copyOf(this.told.get(kind.ordinal()));
		}

		void pass(Kind kind, @Nullable String reference) {
			if (reference == null) {
				return;
			}
			try {
				if (this.closed == kind) {
					this.door.await();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.told.get(kind.ordinal()).add(reference);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Doors.class, Listeners.class, Pages.class })
	static class Application {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

		@Bean
		InspectionListener completion(Doors doors) {
			return (inspection, outcome) -> doors.pass(Kind.COMPLETION, outcome.decision().reference());
		}

		@Bean
		InspectionListener anotherCompletion(Doors doors) {
			return (inspection, outcome) -> doors.pass(Kind.ANOTHER_COMPLETION, outcome.decision().reference());
		}

		@Bean
		InspectionListener failing(Doors doors) {
			return (inspection, outcome) -> {
				doors.pass(Kind.FAILING_IN_THE_END, outcome.decision().reference());
				throw new IllegalStateException("failed in the end");
			};
		}

		@Bean
		InspectionListener immediate(Doors doors) {
			return new AtOnce(doors);
		}

		@Bean
		ApplicationListener<PayloadApplicationEvent<ThreatDetected>> payload(Doors doors) {
			return new Payload(doors);
		}

	}

	record AtOnce(Doors doors) implements InspectionListener {

		@Override
		public void completed(Inspection inspection, Outcome outcome) {
			if (outcome.decision().reference() != null) {
				this.doors.toldAtOnce.add(outcome.decision().reference());
			}
		}

		@Override
		public boolean isImmediate() {
			return true;
		}

	}

	record Payload(Doors doors) implements ApplicationListener<PayloadApplicationEvent<ThreatDetected>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<ThreatDetected> event) {
			this.doors.pass(Kind.PAYLOAD, event.getPayload().reference());
		}

	}

	record Listeners(Doors doors) {

		@EventListener
		void any(SecurityEvent event) {
			if (event instanceof ThreatDetected threat) {
				this.doors.pass(Kind.ANY_EVENT, threat.reference());
			}
		}

		@EventListener
		void threat(ThreatDetected event) {
			this.doors.pass(Kind.THREAT, event.reference());
		}

		@EventListener
		@Order(0)
		void first(ThreatDetected event) {
			this.doors.pass(Kind.FIRST_OF_ALL, event.reference());
		}

		@EventListener
		void locking(ThreatDetected event) {
			synchronized (this.doors) {
				this.doors.pass(Kind.LOCKING, event.reference());
			}
		}

		@EventListener
		void own(String event) {
			this.doors.own = Thread.currentThread();
		}

	}

	@RestController
	static class Pages {

		@GetMapping("/search")
		String search(@RequestParam String q) {
			return "found " + q;
		}

	}

}

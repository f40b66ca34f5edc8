package io.github.raspspring.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All that is seen of an application while it runs and stops, but for what the product
 * says it adds. Looks at the meters when all requests have ended, and at the log when the
 * application has: both are written after the client has its answer.
 */
final class Observation implements AutoCloseable {

	private static final Set<String> VARYING = Set.of("date", "last-modified", "set-cookie", "content-length",
			"keep-alive", "x-request-id");

	/** What the product adds to a filter chain. */
	private static final Set<String> FILTERS = Set.of("IdentityFilter", "TokenAdmissionFilter");

	/** What a machine under load makes a pool say. */
	private static final String STARVED = "Thread starvation or clock leap detected";

	private final List<String> facts = new ArrayList<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	/** Whether to leave out what the product says it adds. */
	private final boolean excused;

	private int answers;

	private Observation(Capability capability, boolean excused, String... properties) {
		this.excused = excused;
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		root().addAppender(this.log);
		this.context = new SpringApplicationBuilder(capability.application()).properties(properties)
			.properties(capability.properties().toArray(String[]::new))
			.properties("server.port=0", "spring.main.banner-mode=off", "management.endpoints.web.exposure.include=*",
					"spring.datasource.url=jdbc:h2:mem:compared;DB_CLOSE_DELAY=-1", "spring.jpa.open-in-view=false",
					"spring.security.user.name=user", "spring.security.user.password=password")
			.run();
	}

	/**
	 * Start an application, use what it is capable of, and stop it.
	 */
	static Set<String> of(Capability capability, boolean excused, String... properties) {
		Observation observation = new Observation(capability, excused, properties);
		try (observation) {
			capability.look(observation);
			observation.beans();
			observation.meters();
			observation.bean(PathMappedEndpoints.class).getAllPaths().forEach(observation::endpoint);
		}
		observation.warnings();
		return new TreeSet<>(observation.facts);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	void note(String name, Object value) {
		this.facts.add(name + " " + value);
	}

	void meter(String name) {
		note(name, bean(MeterRegistry.class).get(name).gauge().value() >= 0);
	}

	void get(String path, String... headers) {
		exchange(request(path, headers), UnaryOperator.identity());
	}

	void get(String path, UnaryOperator<String> body) {
		exchange(request(path), body);
	}

	void post(String path, String type, String body) {
		exchange(request(path, "Content-Type", type).POST(BodyPublishers.ofString(body)), UnaryOperator.identity());
	}

	void upload(String path, int size) {
		String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
				+ "Content-Type: application/octet-stream\r\n\r\n" + "0".repeat(size) + "\r\n--x--\r\n";
		post(path, "multipart/form-data; boundary=x", body);
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI
			.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private void exchange(HttpRequest.Builder builder, UnaryOperator<String> reading) {
		HttpRequest request = builder.build();
		try {
			HttpResponse<String> answer = this.client.send(request, BodyHandlers.ofString());
			this.answers++;
			List<String> headers = answer.headers()
				.map()
				.entrySet()
				.stream()
				.filter((header) -> !VARYING.contains(header.getKey().toLowerCase()))
				.map(Object::toString)
				.sorted()
				.toList();
			note(request.method() + " " + request.uri().getPath() + " " + request.headers().map(),
					answer.statusCode() + " " + plain(headers.toString()) + " " + plain(reading.apply(answer.body())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void beans() {
		ConfigurableListableBeanFactory beans = this.context.getBeanFactory();
		for (String name : beans.getBeanDefinitionNames()) {
			Class<?> type = beans.getMergedBeanDefinition(name).getResolvableType().toClass();
			added("bean", name + " " + type.getName());
		}
	}

	private void endpoint(String path) {
		added("endpoint", path.substring(path.lastIndexOf('/') + 1));
	}

	/**
	 * Spring Security measures each filter under its name. Collections of garbage come
	 * when they come.
	 */
	private void meters() {
		await().untilAsserted(this::allRequestsHaveEnded);
		for (Meter meter : bean(MeterRegistry.class).getMeters()) {
			String name = meter.getId().getName();
			boolean ours = this.excused && FILTERS.stream().anyMatch((filter) -> name.contains("." + filter + "."));
			if (!ours && !name.startsWith("jvm.gc.")) {
				added("meter", name);
			}
		}
	}

	private void allRequestsHaveEnded() {
		MeterRegistry registry = bean(MeterRegistry.class);
		assertThat(registry.find("http.server.requests").timers().stream().mapToLong(Timer::count).sum())
			.isGreaterThanOrEqualTo(this.answers);
		for (Meter meter : registry.getMeters()) {
			assertThat((meter instanceof LongTaskTimer timer) ? timer.activeTasks() : 0).as(meter.getId().getName())
				.isZero();
		}
	}

	private void warnings() {
		for (ILoggingEvent event : this.log.list) {
			if (event.getLevel().isGreaterOrEqual(Level.WARN) && !event.getFormattedMessage().contains(STARVED)) {
				this.facts.add("log " + event.getLoggerName() + " " + plain(event.getFormattedMessage()));
			}
		}
	}

	/**
	 * Note what an application has, unless its name says that the product added it.
	 */
	private void added(String kind, String name) {
		boolean own = name.startsWith("rasp") || name.startsWith("io.github.raspspring.autoconfigure");
		if (!own || !this.excused) {
			this.facts.add(kind + " " + name);
		}
	}

	/**
	 * Take out what differs from start to start.
	 */
	private static String plain(String text) {
		return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"<&, ]+", "TIME")
			.replaceAll("[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d [^<]*", "TIME")
			.replaceAll("value=\"[^\"]+\"", "VALUE")
			.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
			.replaceAll("\\b\\d+\\b", "N");
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public void close() {
		this.context.close();
		root().detachAppender(this.log);
	}

}

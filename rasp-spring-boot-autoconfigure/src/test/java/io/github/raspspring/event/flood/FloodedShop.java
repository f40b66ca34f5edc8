package io.github.raspspring.event.flood;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.audit.SmallDisk;
import io.github.raspspring.event.delivery.EventOutlets;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A running application whose events go to a webhook that takes long for each answer and
 * to a file on a disk that is soon full.
 */
final class FloodedShop implements AutoCloseable {

	private static final String WITHOUT_DATABASE = Stream
		.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				DataJpaRepositoriesAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class)
		.map(Class::getName)
		.collect(Collectors.joining(","));

	private final HttpServer receiver;

	private final ConfigurableApplicationContext application;

	private final EventOutlets outlets;

	/**
	 * Start it.
	 * @param folder where the audit file is
	 * @param disk bytes that the disk holds
	 * @param answer how long the webhook takes for each answer
	 * @param queue events that wait for each of them
	 */
	FloodedShop(Path folder, long disk, Duration answer, int queue) throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.setExecutor(Executors.newCachedThreadPool());
		this.receiver.createContext("/", (exchange) -> {
			LockSupport.parkNanos(answer.toNanos());
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.receiver.start();
		this.application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off", "rasp.mode=block",
					"rasp.rate-limit.enabled=false", "rasp.behavior.enabled=false", "rasp.events.fold-window=0s",
					"rasp.events.queue-size=" + queue, "rasp.events.history-size=1000",
					"rasp.events.webhook.url=http://localhost:" + this.receiver.getAddress().getPort() + "/",
					"rasp.events.webhook.secret=a secret of the tests", "rasp.events.webhook.everything=true",
					"spring.autoconfigure.exclude=" + WITHOUT_DATABASE, "shop.disk=" + disk, "shop.folder=" + folder)
			.run();
		this.outlets = this.application.getBean(EventOutlets.class);
	}

	<T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	String url(String path) {
		return "http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path;
	}

	int kept() {
		return (int) bean(EventHistory.class).overview().get("kept");
	}

	/**
	 * Stop the application, which gives what waits a last chance, and count.
	 * @return counts by the names of the outlets
	 */
	List<Counts> stop() {
		this.application.close();
		return Stream.of("file", "webhook").map(this::counts).toList();
	}

	private Counts counts(String outlet) {
		Map<String, Long> dropped = this.outlets.dropped().getOrDefault(outlet, Map.of());
		return new Counts(outlet, this.outlets.offered(outlet), this.outlets.delivered(outlet),
				dropped.values().stream().mapToLong(Long::longValue).sum());
	}

	@Override
	public void close() {
		this.application.close();
		this.receiver.stop(0);
	}

	/**
	 * What became of the events for one outlet.
	 */
	record Counts(String outlet, long offered, long delivered, long dropped) {

		boolean addUp() {
			return this.offered == this.delivered + this.dropped;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/books")
		String books(@RequestParam String title) {
			return "books called " + title.length();
		}

		@Bean
		EventOutlet smallDisk(Environment environment) {
			return SmallDisk.file(Path.of(environment.getRequiredProperty("shop.folder")).resolve("audit.jsonl"),
					environment.getRequiredProperty("shop.disk", Long.class));
		}

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}

package io.github.raspspring.event.audit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpServer;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.EventSamples;
import io.github.raspspring.event.EventTrail;
import io.github.raspspring.event.delivery.EventOutlets;
import io.github.raspspring.event.delivery.RetryPlan;
import io.github.raspspring.event.delivery.WebhookOutlet;
import io.github.raspspring.event.delivery.WebhookSettings;
import io.github.raspspring.event.form.PlainForm;

/**
 * How many events a second two threads publish, with a webhook that takes a second for
 * each answer and a disk that is full after a while. Arguments: seconds, size of the disk
 * in bytes.
 */
final class EventRate {

	private EventRate() {
	}

	public static void main(String[] arguments) throws Exception {
		long seconds = Long.parseLong(arguments[0]);
		long disk = Long.parseLong(arguments[1]);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		server.start();
		Path path = Files.createTempDirectory("rate").resolve("audit.jsonl");
		AuditFile file = new AuditFile(path, null, new AuditLimits(1L << 40, 2), new PlainForm(),
				(opened) -> new QuotaFile(ChannelFile.open(opened), () -> disk));
		URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
		WebhookOutlet webhook = new WebhookOutlet(
				new WebhookSettings(url, new byte[] { 1 }, Duration.ofSeconds(5), true), new PlainForm(),
				Clock.systemUTC());
		EventOutlets outlets = new EventOutlets((outlet, cause) -> System.out.println(outlet + ": " + cause))
			.inBackground(file, 1000, new RetryPlan(5, Duration.ofMillis(250), Duration.ofSeconds(10)))
			.inBackground(webhook, 1000, new RetryPlan(5, Duration.ofMillis(250), Duration.ofSeconds(10)));
		EventTrail trail = new EventTrail(new EventHistory(1000), EventSamples.recorder(), Duration.ZERO,
				outlets::offer, List::of, (event) -> {
				}, Deliveries.inBackground(1000, null), () -> "own", Clock.systemUTC());
		LongAdder published = new LongAdder();
		long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
		List<Thread> threads = List.of(publisher(trail, published, end, "a"), publisher(trail, published, end, "b"));
		for (Thread thread : threads) {
			thread.join();
		}
		long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		outlets.close();
		System.out.println("published " + published.sum() + ", " + published.sum() / seconds + " a second");
		for (String outlet : List.of("file", "webhook")) {
			long dropped = outlets.dropped()
				.getOrDefault(outlet, Map.of())
				.values()
				.stream()
				.mapToLong(Long::longValue)
				.sum();
			System.out.println(outlet + ": offered " + outlets.offered(outlet) + " = delivered "
					+ outlets.delivered(outlet) + " + dropped " + dropped + ": "
					+ (outlets.offered(outlet) == outlets.delivered(outlet) + dropped));
		}
		System.out.println("heap used " + used / (1 << 20) + " MB");
		server.stop(0);
	}

	private static Thread publisher(EventTrail trail, LongAdder published, long end, String name) {
		Thread thread = new Thread(() -> {
			for (long i = 0; System.nanoTime() < end; i++) {
				trail.publish(EventSamples.attack(name + i, "192.0.2.1"));
				published.increment();
			}
		});
		thread.start();
		return thread;
	}

}

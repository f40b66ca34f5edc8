package io.github.raspspring.event.flood;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.EventSamples;

/**
 * Events from two threads as fast as they come, and requests under way meanwhile: safe
 * ones, and attacks that are refused.
 */
final class Flood {

	private static final String ATTACK = "/books?title=x%27%20UNION%20SELECT%20password%20FROM%20users%20--";

	private final HttpClient client = HttpClient.newHttpClient();

	private final FloodedShop shop;

	private final SecurityEventPublisher publisher;

	private final AtomicLong published = new AtomicLong();

	private final List<Long> nanos = new ArrayList<>();

	private final ConcurrentLinkedQueue<String> harmed = new ConcurrentLinkedQueue<>();

	private long refused;

	Flood(FloodedShop shop) {
		this.shop = shop;
		this.publisher = shop.bean(SecurityEventPublisher.class);
	}

	/**
	 * Flood, while requests are under way.
	 * @param goesOn whether more events are published, asked by the number of those that
	 * were
	 * @param requests whether more requests are sent, by the number of those that were
	 */
	void run(More goesOn, More requests) {
		CompletableFuture<?> a = CompletableFuture.runAsync(() -> publish("a", goesOn));
		CompletableFuture<?> b = CompletableFuture.runAsync(() -> publish("b", goesOn));
		for (long i = 0; requests.than(i); i++) {
			request(i % 8 == 7);
		}
		CompletableFuture.allOf(a, b).join();
	}

	private void publish(String name, More goesOn) {
		for (long i = 0; goesOn.than(this.published.get()); i++) {
			this.publisher.publish(EventSamples.attack(name + i, "192.0.2." + i % 250));
			this.published.incrementAndGet();
		}
	}

	private void request(boolean attack) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.shop.url(attack ? ATTACK : "/books?title=The%20Left%20Hand")))
			.build();
		long begin = System.nanoTime();
		int status = status(() -> this.client.send(request, BodyHandlers.ofString()).statusCode());
		if (status != (attack ? 403 : 200)) {
			this.harmed.add((attack ? "attack" : "safe") + ' ' + status);
		}
		if (attack) {
			this.refused++;
		}
		else {
			this.nanos.add(System.nanoTime() - begin);
		}
	}

	private static int status(Callable<Integer> call) {
		try {
			return call.call();
		}
		catch (Exception ex) {
			return -1;
		}
	}

	long published() {
		return this.published.get();
	}

	/**
	 * Return how many attacks were sent, each of which is an event of its own.
	 */
	long refused() {
		return this.refused;
	}

	int served() {
		return this.nanos.size();
	}

	/**
	 * Return which requests were not answered as they should be.
	 */
	List<String> harmed() {
		return List.copyOf(this.harmed);
	}

	/**
	 * Return how long so many of a hundred safe requests took at most, in microseconds.
	 */
	long micros(int percent) {
		List<Long> sorted = this.nanos.stream().sorted().toList();
		return sorted.get((sorted.size() - 1) * percent / 100) / 1000;
	}

	/**
	 * Tells whether there is to be more.
	 */
	interface More {

		boolean than(long count);

		static More until(BooleanSupplier end) {
			return (count) -> !end.getAsBoolean();
		}

	}

}

package io.github.raspspring.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Tells the application's listeners off the threads of requests, in order, so that a slow
 * listener delays no answer. What waits is bounded in number and in characters; what does
 * not fit is dropped and counted. Thread-safe.
 */
public final class Deliveries implements EndpointSection, AutoCloseable {

	private static final long LARGEST_BACKLOG = 4 * 1024 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final @Nullable ThreadPoolExecutor executor;

	private final int capacity;

	private final AtomicLong backlog = new AtomicLong();

	private final AtomicLong told = new AtomicLong();

	private final Map<String, LongAdder> dropped = new ConcurrentSkipListMap<>();

	private Deliveries(int capacity, @Nullable ThreadPoolExecutor executor) {
		this.capacity = capacity;
		this.executor = executor;
	}

	/**
	 * Create deliveries that happen at once, on the thread that asks for them.
	 * @return the deliveries
	 */
	public static Deliveries inline() {
		return new Deliveries(0, null);
	}

	/**
	 * Create deliveries on a thread of their own, which lives while there is work.
	 * @param capacity how many wait at most, at least one
	 * @param loader the context class loader of that thread: by default it would have
	 * that of the request which starts it, and the container would take it for a leak
	 * @return the deliveries, to be closed
	 */
	public static Deliveries inBackground(int capacity, @Nullable ClassLoader loader) {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(capacity), (task) -> {
					Thread thread = new Thread(task, "rasp-listeners");
					thread.setDaemon(true);
					thread.setContextClassLoader(loader);
					return thread;
				}, new ThreadPoolExecutor.AbortPolicy());
		executor.allowCoreThreadTimeOut(true);
		return new Deliveries(capacity, executor);
	}

	/**
	 * Tell somebody something.
	 * @param weight characters that are kept in memory until then
	 * @param delivery tells it; does not throw
	 */
	public void deliver(long weight, Runnable delivery) {
		deliver(weight, "exchange", delivery);
	}

	/**
	 * Tell somebody something.
	 * @param weight characters that are kept in memory until then
	 * @param kind what is told, one of few words, by which it is counted if it is dropped
	 * @param delivery tells it; does not throw
	 */
	public void deliver(long weight, String kind, Runnable delivery) {
		ThreadPoolExecutor background = this.executor;
		if (background == null) {
			delivery.run();
			this.told.incrementAndGet();
		}
		else if (!offer(background, weight, delivery)) {
			this.dropped.computeIfAbsent(kind, (key) -> new LongAdder()).increment();
		}
	}

	private boolean offer(ThreadPoolExecutor background, long weight, Runnable delivery) {
		if (this.backlog.addAndGet(weight) > LARGEST_BACKLOG) {
			this.backlog.addAndGet(-weight);
			return false;
		}
		try {
			background.execute(() -> run(weight, delivery));
			return true;
		}
		catch (RejectedExecutionException ex) {
			this.backlog.addAndGet(-weight);
			return false;
		}
	}

	private void run(long weight, Runnable delivery) {
		try {
			delivery.run();
		}
		finally {
			this.backlog.addAndGet(-weight);
			this.told.incrementAndGet();
		}
	}

	/**
	 * Return how many were dropped because too many waited.
	 * @return the number since the start
	 */
	public long dropped() {
		return this.dropped.values().stream().mapToLong(LongAdder::sum).sum();
	}

	@Override
	public String name() {
		return "listeners";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("told", this.told.get());
		overview.put("waiting", (this.executor != null) ? this.executor.getQueue().size() : 0);
		overview.put("dropped", dropped());
		overview.put("capacity", this.capacity);
		if (!this.dropped.isEmpty()) {
			Map<String, Object> kinds = new LinkedHashMap<>();
			this.dropped.forEach((kind, count) -> kinds.put(kind, count.sum()));
			overview.put("droppedByKind", kinds);
		}
		return overview;
	}

	@Override
	public Object content() {
		return overview();
	}

	/**
	 * Tell what waits, as far as that takes no more than a moment.
	 */
	@Override
	public void close() {
		ThreadPoolExecutor background = this.executor;
		if (background == null) {
			return;
		}
		background.shutdown();
		try {
			if (!background.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				background.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			background.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

}

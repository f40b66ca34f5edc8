package io.github.raspspring.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.raspspring.engine.ExpiringStore;
import io.github.raspspring.engine.ExpiringStores;
import io.github.raspspring.engine.StoreCalls;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;

/**
 * Shares stores and token buckets with other instances through Redis. Asks Redis once a
 * second on a thread of its own, so that its loss and return are noticed there rather
 * than by requests. Thread-safe.
 */
public final class RedisStores implements ExpiringStores, AutoCloseable {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration KEPT_BEYOND_FULL = Duration.ofSeconds(10);

	private static final int WARMING_CALLS = 20;

	private final RedisSettings settings;

	private final RedisLink redis;

	private final StoreCalls calls;

	private final Clock clock;

	private final String instance = UUID.randomUUID().toString();

	private final List<ReplicatedStore> replicated = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService executor;

	private volatile @Nullable Manager manager;

	/**
	 * Create the stores. Nothing is connected yet.
	 * @param settings where Redis is
	 * @param events told when Redis is lost and when it answers again
	 * @param clock tells when entries of other instances expire
	 */
	public RedisStores(RedisSettings settings, CircuitListener events, Clock clock) {
		this.settings = settings;
		this.redis = new RedisLink(RedisURI.create(settings.url()), CONNECT_TIMEOUT);
		this.calls = new Circuit("redis", settings.timeout(), System::nanoTime, new Reconnection(this.redis, events));
		this.clock = clock;
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "rasp-store");
			thread.setDaemon(true);
			return thread;
		});
		long period = settings.refresh().toMillis();
		this.executor.scheduleWithFixedDelay(this::synchronize, 0, period, TimeUnit.MILLISECONDS);
	}

	@Override
	public ExpiringStore open(String name, int maxEntries, Reading reading) {
		LocalStore memory = new LocalStore(maxEntries, System::nanoTime);
		String prefix = this.settings.prefix() + name;
		if (reading == Reading.CURRENT) {
			return new RedisStore(prefix + ':', memory, this.redis, this.calls);
		}
		ReplicatedStore store = new ReplicatedStore(prefix, this.instance, memory,
				new LocalStore(maxEntries, System::nanoTime), this.redis, this.calls, this.clock);
		this.replicated.add(store);
		return store;
	}

	/**
	 * Return how calls to Redis are made.
	 * @return the calls, all behind one circuit
	 */
	public StoreCalls calls() {
		return this.calls;
	}

	/**
	 * Return the manager of token buckets in Redis.
	 * @return the manager, the same as long as the connection lasts
	 * @throws CompletionException if there is no connection by now
	 */
	public ProxyManager<String> buckets() {
		StatefulRedisConnection<String, byte[]> connection = this.redis.connection().getNow(null);
		if (connection == null) {
			throw new CompletionException(new IllegalStateException("Not connected yet"));
		}
		Manager known = this.manager;
		if (known == null || known.connection() != connection) {
			known = new Manager(connection, manager(connection));
			this.manager = known;
		}
		return known.buckets();
	}

	private ProxyManager<String> manager(StatefulRedisConnection<String, byte[]> connection) {
		return Bucket4jLettuce.casBasedBuilder(connection)
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_BEYOND_FULL))
			.requestTimeout(this.settings.timeout())
			.build()
			.withMapper((key) -> this.settings.prefix() + key);
	}

	/**
	 * Connect, and make the calls that requests make, so that the first requests find
	 * code and connection warm. Returns when that is done or has taken too long; a Redis
	 * that can't be reached is left to the circuit.
	 * @param longest time to wait at most
	 */
	public void warmUp(Duration longest) {
		long end = System.nanoTime() + longest.toNanos();
		for (int i = 0; i < WARMING_CALLS && System.nanoTime() < end; i++) {
			try {
				this.redis.call((commands) -> commands.ping())
					.toCompletableFuture()
					.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (ExecutionException | TimeoutException | RuntimeException ex) {
				return;
			}
			warmBuckets();
		}
	}

	/**
	 * The first call of all takes longest, and longer than calls may take: it is made
	 * again.
	 */
	private void warmBuckets() {
		try {
			buckets().getProxy("warm-up", RedisStores::warmingBucket).getAvailableTokens();
		}
		catch (RuntimeException ex) {
			// Too late, or not connected any more, of which the next call tells.
		}
	}

	private static BucketConfiguration warmingBucket() {
		return BucketConfiguration.builder()
			.addLimit((limit) -> limit.capacity(1).refillGreedy(1, Duration.ofSeconds(1)))
			.build();
	}

	private void synchronize() {
		if (this.replicated.isEmpty()) {
			this.calls.await(() -> this.redis.call((commands) -> commands.ping()));
		}
		this.replicated.forEach(ReplicatedStore::synchronize);
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		this.redis.close();
	}

	private record Manager(StatefulRedisConnection<String, byte[]> connection, ProxyManager<String> buckets) {
	}

	/**
	 * Gives up the connection when trials fail, since it may be dead without knowing.
	 */
	private record Reconnection(RedisLink redis, CircuitListener events) implements CircuitListener {

		@Override
		public void lost(Throwable cause) {
			this.events.lost(cause);
		}

		@Override
		public void stillLost() {
			this.redis.drop();
		}

		@Override
		public void recovered() {
			this.events.recovered();
		}

	}

}

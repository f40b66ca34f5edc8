package io.github.raspspring.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import redis.embedded.RedisServer;

/**
 * A real Redis that can be paused, killed and started again.
 */
public final class Redis implements AutoCloseable {

	/** Some milliseconds of work. */
	private static final String BUSY = "local sum = 0 for i = 1, 300000 do sum = sum + i end return sum";

	private final int port;

	private RedisServer server;

	public Redis() {
		this(freePort());
		start();
	}

	private Redis(int port) {
		this.port = port;
	}

	/**
	 * A Redis that is still down.
	 */
	public static Redis down() {
		return new Redis(freePort());
	}

	public String url() {
		return "redis://localhost:" + this.port;
	}

	public void start() {
		try {
			this.server = RedisServer.newRedisServer()
				.port(this.port)
				.bind("127.0.0.1")
				.setting("save \"\"")
				.setting("daemonize no")
				.build();
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void kill() {
		if (this.server == null) {
			return;
		}
		try {
			this.server.stop();
			this.server = null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Let the server accept calls but answer none for a time.
	 */
	public void pause(Duration duration) {
		RedisClient client = RedisClient.create(url());
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().clientPause(duration.toMillis());
		}
		finally {
			client.shutdownAsync();
		}
	}

	/**
	 * Let the server be busy with calls of its own, so that it answers others late.
	 */
	public AutoCloseable slowDown() {
		RedisClient client = RedisClient.create(url());
		StatefulRedisConnection<String, String> connection = client.connect();
		AtomicBoolean busy = new AtomicBoolean(true);
		Thread worker = new Thread(() -> {
			while (busy.get()) {
				connection.sync().eval(BUSY, ScriptOutputType.INTEGER);
			}
		});
		worker.start();
		return () -> {
			busy.set(false);
			worker.join();
			client.shutdown();
		};
	}

	@Override
	public void close() {
		kill();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

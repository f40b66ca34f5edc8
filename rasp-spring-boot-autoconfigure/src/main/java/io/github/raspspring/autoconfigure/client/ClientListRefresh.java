package io.github.raspspring.autoconfigure.client;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.client.ClientLists;

import org.springframework.beans.factory.DisposableBean;

/**
 * Looks at the files of lists again and again, away from the threads of requests.
 */
final class ClientListRefresh implements DisposableBean {

	private final ScheduledExecutorService executor;

	ClientListRefresh(ClientLists lists, Clock clock, Duration period) {
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "rasp-client-lists");
			thread.setDaemon(true);
			return thread;
		});
		this.executor.scheduleWithFixedDelay(() -> lists.refresh(clock.instant()), period.toMillis(), period.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

}

package io.github.raspspring.autoconfigure.client;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.client.feed.ClientFeeds;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;

/**
 * Reads feeds again and again on a thread of its own: the start never waits for one.
 */
final class ClientFeedRefresh implements DisposableBean {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final long PERIOD_SECONDS = 10;

	private final ScheduledExecutorService executor;

	ClientFeedRefresh(ClientFeeds feeds) {
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "rasp-client-feeds");
			thread.setDaemon(true);
			return thread;
		});
		this.executor.scheduleWithFixedDelay(() -> refresh(feeds), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
	}

	private static void refresh(ClientFeeds feeds) {
		try {
			feeds.refresh();
		}
		catch (RuntimeException ex) {
			// Or it would never run again.
			logger.warn("The feeds of rasp.client.feeds could not be refreshed: " + ex);
		}
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

}

package io.github.raspspring.autoconfigure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.event.EventTrail;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells every few seconds of events that were repeated.
 */
final class EventTasks implements DisposableBean {

	private static final long PERIOD_SECONDS = 5;

	private final ScheduledExecutorService executor;

	EventTasks(ObjectProvider<EventTrail> trail) {
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "rasp-events");
			thread.setDaemon(true);
			return thread;
		});
		this.executor.scheduleWithFixedDelay(() -> trail.ifAvailable(EventTrail::tellRepeats), PERIOD_SECONDS,
				PERIOD_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

}

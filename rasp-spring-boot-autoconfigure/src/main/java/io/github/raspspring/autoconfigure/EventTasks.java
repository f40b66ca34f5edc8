package io.github.raspspring.autoconfigure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.event.EventTrail;

import org.springframework.beans.BeansException;
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
		this.executor.scheduleWithFixedDelay(() -> tell(trail), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
	}

	private static void tell(ObjectProvider<EventTrail> trail) {
		try {
			trail.ifAvailable(EventTrail::tellRepeats);
		}
		catch (BeansException ex) {
			// The application starts or ends; what is repeated is told next time, or at
			// the end.
		}
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

}

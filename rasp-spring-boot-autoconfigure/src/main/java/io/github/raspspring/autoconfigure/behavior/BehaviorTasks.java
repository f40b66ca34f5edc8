package io.github.raspspring.autoconfigure.behavior;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.LimitSharing;
import io.github.raspspring.behavior.LimitSnapshot;
import io.github.raspspring.behavior.RouteModels;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;

/**
 * Does what takes longer away from the threads of requests, and keeps what was learnt.
 */
final class BehaviorTasks implements DisposableBean {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final long PERIOD_SECONDS = 5;

	private final BehaviorMonitor monitor;

	private final RouteModels routes;

	private final @Nullable LimitSnapshot snapshot;

	private final @Nullable LimitSharing sharing;

	private final ScheduledExecutorService executor;

	BehaviorTasks(BehaviorMonitor monitor, RouteModels routes, @Nullable LimitSnapshot snapshot,
			@Nullable LimitSharing sharing) {
		this.monitor = monitor;
		this.routes = routes;
		this.snapshot = snapshot;
		this.sharing = sharing;
		if (snapshot != null) {
			snapshot.read(routes);
		}
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "rasp-behavior");
			thread.setDaemon(true);
			return thread;
		});
		this.executor.scheduleWithFixedDelay(this::run, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
	}

	private void run() {
		try {
			if (this.monitor.tick()) {
				save();
				if (this.sharing != null) {
					this.sharing.share();
				}
			}
		}
		catch (RuntimeException ex) {
			// Or it would never run again.
			logger.warn("Limits of usage could not be updated: " + ex);
		}
	}

	private void save() {
		if (this.snapshot != null) {
			this.snapshot.write(this.routes);
		}
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
		save();
	}

}

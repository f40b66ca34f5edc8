package io.github.raspspring.autoconfigure.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.raspspring.profile.learnt.LearntProfiles;
import io.github.raspspring.profile.learnt.ProfileSnapshot;
import io.github.raspspring.profile.learnt.ProfileYaml;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Keeps what was learnt: reads it at the start, and writes it every few minutes and at
 * the end, away from the threads of requests.
 */
final class ProfileTasks implements DisposableBean {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final long PERIOD_SECONDS = 300;

	private final LearntProfiles profiles;

	private final @Nullable ProfileSnapshot snapshot;

	private final @Nullable ScheduledExecutorService executor;

	ProfileTasks(LearntProfiles profiles, @Nullable ProfileSnapshot snapshot, @Nullable Path reviewed) {
		this.profiles = profiles;
		this.snapshot = snapshot;
		if (snapshot != null) {
			snapshot.read(profiles);
		}
		if (reviewed != null) {
			read(reviewed);
		}
		this.executor = (snapshot != null) ? Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "rasp-profile");
			thread.setDaemon(true);
			return thread;
		}) : null;
		if (this.executor != null) {
			this.executor.scheduleWithFixedDelay(this::save, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
		}
	}

	private void read(Path reviewed) {
		try {
			ProfileYaml.read(Files.readString(reviewed), this.profiles);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(RaspProfileProperties.PREFIX + "learnt.reviewed",
					reviewed, "Name a YAML file of profiles, such as one that was exported: "
							+ ((ex instanceof IOException) ? "it can't be read." : ex.getMessage() + "."));
		}
	}

	private void save() {
		try {
			if (this.snapshot != null) {
				this.snapshot.write(this.profiles);
			}
		}
		catch (RuntimeException ex) {
			// Or it would never run again.
			logger.warn("What was learnt of values could not be kept: " + ex);
		}
	}

	@Override
	public void destroy() {
		if (this.executor != null) {
			this.executor.shutdownNow();
		}
		save();
	}

}

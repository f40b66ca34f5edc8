package io.github.raspspring.autoconfigure.selfcheck;

import io.github.raspspring.selfcheck.SelfCheck;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Runs the self-check before the application is ready. A listener, as that is made even
 * where beans are made lazily.
 */
final class SelfCheckRun implements ApplicationListener<ApplicationStartedEvent> {

	private final SelfCheck check;

	SelfCheckRun(SelfCheck check) {
		this.check = check;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		this.check.run();
	}

}

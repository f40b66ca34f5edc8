package io.github.raspspring.autoconfigure;

import java.util.List;

import io.github.raspspring.engine.EndpointSection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says in one line, once the application is ready, what is active and why, and what is
 * off for want of configuration.
 */
final class StartupSummary implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog("rasp");

	private final ObjectProvider<EndpointSection> sections;

	StartupSummary(ObjectProvider<EndpointSection> sections) {
		this.sections = sections;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		logger.info(line(this.sections.orderedStream().toList()));
	}

	static String line(List<EndpointSection> sections) {
		StringBuilder line = new StringBuilder("RASP is active.");
		for (EndpointSection section : sections) {
			if (!section.reason().isEmpty()) {
				line.append(' ')
					.append(section.name())
					.append(" (")
					.append(section.reason())
					.append("): ")
					.append(section.overview())
					.append('.');
			}
		}
		List<String> gaps = sections.stream().flatMap((section) -> section.gaps().stream()).toList();
		return line.append(gaps.isEmpty() ? "" : " Off or open: " + String.join(" ", gaps)).toString();
	}

}

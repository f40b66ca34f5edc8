package io.github.raspspring.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says in one short line, once the application is ready, what is active and where the
 * rest is told. The whole, with the reasons and what is off for want of configuration,
 * goes to the log at DEBUG.
 */
final class StartupSummary implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final int MOST_CHARACTERS = 200;

	private static final String WHERE = ". More: /actuator/rasp, or this logger at DEBUG.";

	private final ObjectProvider<EndpointSection> sections;

	StartupSummary(ObjectProvider<EndpointSection> sections) {
		this.sections = sections;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		List<EndpointSection> known = this.sections.orderedStream().toList();
		logger.info(line(known));
		if (logger.isDebugEnabled()) {
			logger.debug(details(known));
		}
	}

	static String line(List<EndpointSection> sections) {
		String active = sections.stream()
			.map(EndpointSection::headline)
			.filter((headline) -> !headline.isEmpty())
			.collect(Collectors.joining(", "));
		long gaps = gaps(sections).count();
		boolean off = sections.stream()
			.anyMatch((section) -> section.overview().get("strictest") == EnforcementMode.OFF);
		String line = (off ? "RASP is off: " : "RASP is active: ") + active
				+ ((gaps == 0) ? "" : (gaps == 1) ? "; 1 gap" : "; " + gaps + " gaps");
		return line.substring(0, Math.min(line.length(), MOST_CHARACTERS - WHERE.length())) + WHERE;
	}

	private static String details(List<EndpointSection> sections) {
		return sections.stream()
			.filter((section) -> !section.reason().isEmpty())
			.map((section) -> section.name() + " (" + section.reason() + "): " + section.overview() + ".")
			.collect(Collectors.joining(" "))
				+ gaps(sections).map((gap) -> " " + gap).collect(Collectors.joining("", " Off or open:", ""));
	}

	private static Stream<String> gaps(List<EndpointSection> sections) {
		return sections.stream().flatMap((section) -> section.gaps().stream());
	}

}

package io.github.raspspring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How events are kept.
 *
 * @param historySize Number of the latest events that are kept for the endpoint.
 */
@ConfigurationProperties("rasp.events")
public record RaspEventsProperties(@DefaultValue("1000") int historySize) {

	public RaspEventsProperties {
		if (historySize < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.history-size", historySize,
					"Set it to 1 or more events.");
		}
	}

}

package io.github.raspspring.autoconfigure;

import io.github.raspspring.engine.Deliveries;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How events are kept.
 *
 * @param historySize Number of the latest events that are kept for the endpoint.
 * @param delivery Where the application's listeners are told: background, in order and
 * off the threads of requests, or inline, before the request goes on.
 * @param queueSize Number of events and completed exchanges that wait to be told at most.
 * What does not fit is dropped and counted.
 */
@ConfigurationProperties("rasp.events")
public record RaspEventsProperties(@DefaultValue("1000") int historySize, @DefaultValue("background") Delivery delivery,
		@DefaultValue("1000") int queueSize) {

	public RaspEventsProperties {
		if (historySize < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.history-size", historySize,
					"Set it to 1 or more events.");
		}
		if (queueSize < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.queue-size", queueSize,
					"Set it to 1 or more; rasp.events.delivery=inline does without a queue.");
		}
	}

	Deliveries deliveries(@Nullable ClassLoader loader) {
		return (this.delivery == Delivery.INLINE) ? Deliveries.inline()
				: Deliveries.inBackground(this.queueSize, loader);
	}

	/**
	 * Where listeners are told.
	 */
	public enum Delivery {

		/** On a thread of their own. */
		BACKGROUND,

		/** On the thread that has something to tell. */
		INLINE

	}

}

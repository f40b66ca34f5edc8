package io.github.raspspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.event.Pseudonyms;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How events are kept.
 *
 * @param historySize Number of the latest events of each lane that are kept in memory for
 * the endpoint. The lanes are attacks, refusals by limits and of blocked clients, notes,
 * access, and operations.
 * @param delivery Where the application's listeners are told: background, in order and
 * off the threads of requests, or inline, before the request goes on.
 * @param queueSize Number of events and completed exchanges that wait to be told at most,
 * and of events that wait for each place they are written to. What does not fit is
 * dropped and counted by kind.
 * @param foldWindow Time for which repeats of an event by the same client, rule and route
 * are counted rather than told in full; zero to tell each.
 * @param identities How clients and subjects are named in events: by a pseudonym, or
 * clear.
 * @param pseudonymKey Secret of at least 16 characters from which pseudonyms are made,
 * the same on all instances. Without it each start makes a key of its own, and events of
 * before can't be linked with those of after.
 */
@ConfigurationProperties("rasp.events")
public record RaspEventsProperties(@DefaultValue("1000") int historySize, @DefaultValue("background") Delivery delivery,
		@DefaultValue("1000") int queueSize, @DefaultValue("1m") Duration foldWindow,
		@DefaultValue("pseudonym") Identities identities, @Nullable String pseudonymKey) {

	private static final int SHORTEST_KEY = 16;

	public RaspEventsProperties {
		if (historySize < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.history-size", historySize,
					"Set it to 1 or more events.");
		}
		if (queueSize < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.queue-size", queueSize,
					"Set it to 1 or more; rasp.events.delivery=inline does without a queue.");
		}
		if (foldWindow.isNegative() || foldWindow.compareTo(Duration.ofHours(1)) > 0) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.fold-window", foldWindow,
					"Set it to a time of up to 1h, or to 0 to tell each repeat.");
		}
		if (pseudonymKey != null && pseudonymKey.length() < SHORTEST_KEY) {
			throw new InvalidConfigurationPropertyValueException("rasp.events.pseudonym-key", "******",
					"Set it to 16 or more characters that nobody can guess.");
		}
	}

	Pseudonyms pseudonyms() {
		if (this.identities == Identities.CLEAR) {
			return Pseudonyms.none();
		}
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Pseudonyms.keyed((this.pseudonymKey != null) ? this.pseudonymKey.getBytes(StandardCharsets.UTF_8) : key);
	}

	/**
	 * Return the record without its secret, as it may be logged.
	 */
	@Override
	public String toString() {
		return "RaspEventsProperties[historySize=" + this.historySize + ", delivery=" + this.delivery + "]";
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

	/**
	 * How clients and subjects are named.
	 */
	public enum Identities {

		/** By a keyed hash. */
		PSEUDONYM,

		/** As they are. */
		CLEAR

	}

}

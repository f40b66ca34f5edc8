package io.github.raspspring.autoconfigure.behavior;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.raspspring.autoconfigure.RouteChecks;
import io.github.raspspring.autoconfigure.Spelling;
import io.github.raspspring.autoconfigure.behavior.RaspBehaviorProperties.UsageSequence;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Names the property that is wrong, and how to mend it.
 */
final class BehaviorChecks {

	private static final String PREFIX = RaspBehaviorProperties.PREFIX;

	private BehaviorChecks() {
	}

	static void check(Duration window, int maxClients, Set<String> detectors, List<UsageSequence> sequences) {
		checkThat(window.compareTo(Duration.ofMinutes(1)) >= 0 && window.compareTo(Duration.ofHours(6)) <= 0, "window",
				window, "Set a time between 1m and 6h.");
		checkThat(maxClients >= 1, "max-clients", maxClients, "Remember at least one client.");
		for (String name : detectors) {
			String nearest = Spelling.nearest(name, UsageRules.NAMES);
			checkThat(UsageRules.NAMES.contains(name), "detectors." + name, name,
					"There is no such detector. " + ((nearest != null) ? "Did you mean " + nearest + "? " : "")
							+ "Known are: " + String.join(", ", new TreeSet<>(UsageRules.NAMES)) + ".");
		}
		for (int i = 0; i < sequences.size(); i++) {
			check(sequences.get(i), "sequences[" + i + "].");
		}
	}

	private static void check(UsageSequence sequence, String property) {
		RouteChecks.pattern(PREFIX + property + "pattern", sequence.pattern());
		RouteChecks.pattern(PREFIX + property + "after", sequence.after());
		RouteChecks.methods(PREFIX + property + "methods", sequence.methods());
		RouteChecks.methods(PREFIX + property + "after-methods", sequence.afterMethods());
		checkThat(sequence.within().compareTo(sequence.atLeast()) > 0 && !sequence.atLeast().isNegative(),
				property + "within", sequence.within(), "Set a time that is longer than at-least.");
	}

	static void check(double percentile, double factor, int minSessions, double rise, double fall,
			double networkShare) {
		checkThat(percentile > 0 && percentile <= 1, "adaptive.percentile", percentile,
				"Set a share from 0 to 1, such as 0.99.");
		checkThat(factor >= 1, "adaptive.factor", factor, "Set a factor of at least 1, such as 3.");
		checkThat(minSessions >= 10, "adaptive.min-sessions", minSessions, "Ask for at least 10 clients.");
		checkThat(rise > 0 && rise <= 10, "adaptive.rise", rise, "Set a share such as 0.25 for a quarter an hour.");
		checkThat(fall > 0 && fall < 1, "adaptive.fall", fall, "Set a share such as 0.1 for a tenth an hour.");
		checkThat(networkShare > 0 && networkShare <= 1, "adaptive.network-share", networkShare,
				"Set a share from 0 to 1, such as 0.05.");
	}

	private static void checkThat(boolean valid, String property, @Nullable Object value, String mend) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + property, value, mend);
		}
	}

}

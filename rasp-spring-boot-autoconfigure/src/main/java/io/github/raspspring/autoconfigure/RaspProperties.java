package io.github.raspspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Policy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * What holds for the application as a whole, for routes and for detectors.
 *
 * @param enabled Whether the application is protected at all.
 * @param mode How far to go: off, monitor or block.
 * @param failureMode What happens to a request that could not be judged because of a
 * failure of the product itself: open lets it pass, closed refuses it in mode block.
 * @param unjudgedMode What happens, in mode block, to a request of which not everything
 * could be judged within rasp.inspection.max-budget: closed refuses it, open lets it
 * pass.
 * @param blockScore Points of findings, in mode block, from which on a request is
 * refused. A strong finding has 5 points, a certain one 9.
 * @param routes Routes to which other rules apply. The first one that matches wins.
 * @param detectors Settings of single detectors and sinks by name.
 */
@ConfigurationProperties("rasp")
public record RaspProperties(@DefaultValue("true") boolean enabled, @DefaultValue("monitor") EnforcementMode mode,
		@DefaultValue("open") FailureMode failureMode, @DefaultValue("closed") FailureMode unjudgedMode,
		@DefaultValue("5") int blockScore, @DefaultValue List<Route> routes,
		@DefaultValue Map<String, DetectorSettings> detectors) {

	public RaspProperties {
		if (blockScore < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.block-score", blockScore,
					"Set it to 1 or more; 5 refuses strong findings, 9 certain ones only.");
		}
	}

	/**
	 * Return what applies where no route does.
	 * @return the policy of the application
	 */
	public Policy policy() {
		return new PolicyAssembly(this).application();
	}

	/**
	 * Rules of a route.
	 *
	 * @param id Name of the route in reports. The pattern if not set.
	 * @param pattern Path pattern within the application, such as /api/books/**.
	 * @param methods HTTP methods the route is limited to. All if not set.
	 * @param mode How far to go on this route. Replaces the mode of the application.
	 * @param failureMode What happens to a request of this route that could not be judged
	 * because of a failure.
	 * @param unjudgedMode What happens, in mode block, to a request of this route of
	 * which not everything could be judged in time.
	 * @param blockScore Points from which on a request of this route is refused.
	 * @param excludedDetectors Names of detectors and sinks that are off on this route.
	 * @param excludedParameters Names of parameters, headers and form fields, and
	 * pointers to JSON fields such as /comment, whose values detectors leave alone on
	 * this route. Sinks see them all the same.
	 * @param excludedValues Names of parameters, headers, form fields and JSON pointers,
	 * by the name of the one detector or sink that leaves them alone on this route.
	 * @param detectorModes How far detectors and sinks may go on this route, by name. Can
	 * only soften further.
	 * @param clients Clients that reach this route. All if not set.
	 * @param scopes Scopes of the verified token that are all needed on this route.
	 * Without authentication the answer is 401, without a scope 403.
	 * @param limits Names of plans of rasp.rate-limit.plans that count the requests of
	 * this route.
	 * @param bodyLimit Size of a body up to which it is accepted on this route. Larger
	 * ones are answered 413 in mode block.
	 * @param maxBudget Time that judging one request of this route may take.
	 * @param percent Share of clients, of a hundred, for which the mode of the route
	 * applies. All others are watched in mode monitor.
	 */
	public record Route(@Nullable String id, @Nullable String pattern, @DefaultValue Set<String> methods,
			@Nullable EnforcementMode mode, @Nullable FailureMode failureMode, @Nullable FailureMode unjudgedMode,
			@Nullable Integer blockScore, @DefaultValue Set<String> excludedDetectors,
			@DefaultValue Set<String> excludedParameters, @DefaultValue Map<String, Set<String>> excludedValues,
			@DefaultValue Map<String, EnforcementMode> detectorModes, @Nullable Clients clients,
			@DefaultValue Set<String> scopes, @DefaultValue Set<String> limits, @Nullable DataSize bodyLimit,
			@Nullable Duration maxBudget, @Nullable Integer percent) {

	}

	/**
	 * Clients that reach a route. Of each kind that is set, one has to be presented.
	 *
	 * @param networks Networks such as 10.0.0.0/8, or single addresses.
	 * @param apiKeys API keys, sent in a header of rasp.client.api-key-headers.
	 * @param session Whether a session is needed that the server knows.
	 * @param subjects Names of verified subjects.
	 * @param certificates Certificates of clients, verified by the server: SHA-256
	 * fingerprints in hexadecimal, or distinguished names such as CN=partner,O=Shop.
	 * @param require Whether all kinds that are set have to be presented, or any of them.
	 */
	public record Clients(@DefaultValue Set<String> networks, @DefaultValue Set<String> apiKeys,
			@DefaultValue("false") boolean session, @DefaultValue Set<String> subjects,
			@DefaultValue List<String> certificates, @DefaultValue("all") Require require) {

		/**
		 * How kinds go together.
		 */
		public enum Require {

			/** Each of them. */
			ALL,

			/** At least one of them. */
			ANY

		}

	}

	/**
	 * Settings of a detector or sink.
	 *
	 * @param enabled Whether it runs at all.
	 * @param mode How far it may go. Can only soften the mode of the route.
	 * @param jsonRoutes How far it may go on routes that answer JSON and nothing else.
	 * Can only soften further. If not set, monitor for cross-site-scripting, no
	 * difference for all others.
	 */
	public record DetectorSettings(@DefaultValue("true") boolean enabled, @DefaultValue("block") EnforcementMode mode,
			@Nullable EnforcementMode jsonRoutes) {

	}

}

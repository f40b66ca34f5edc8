package io.github.raspspring.autoconfigure.behavior;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.behavior.LearntLimit;
import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is looked for in how the API is used.
 *
 * @param enabled Whether usage is looked at.
 * @param window Time within which uses of a route are counted.
 * @param maxClients Clients that are remembered.
 * @param detectors Settings of single detectors by name: volume, enumeration, scraping,
 * probing, credential-stuffing, brute-force, forged-tokens, fan-out, sequence,
 * account-creation, honey, rarity, trend or endpoint-health.
 * @param login Which requests are logins.
 * @param accountCreation Which requests create accounts.
 * @param sequences Steps of a process that have to come in order.
 * @param honey What is laid out for nobody to touch.
 * @param adaptive How limits follow what is usual.
 * @param trend What is unusual all over the application.
 * @param health When an endpoint is unusual.
 */
@ConfigurationProperties("rasp.behavior")
public record RaspBehaviorProperties(@DefaultValue("true") boolean enabled, @DefaultValue("10m") Duration window,
		@DefaultValue("100000") int maxClients, @DefaultValue Map<String, UsageDetector> detectors,
		@DefaultValue Login login, @DefaultValue AccountCreation accountCreation,
		@DefaultValue List<UsageSequence> sequences, @DefaultValue Honey honey, @DefaultValue Adaptive adaptive,
		@DefaultValue UsageTrend trend, @DefaultValue Health health) {

	static final String PREFIX = "rasp.behavior.";

	public RaspBehaviorProperties {
		detectors = Map.copyOf(detectors);
		BehaviorChecks.check(window, maxClients, detectors.keySet(), sequences);
	}

	/**
	 * Settings of a detector. What is not set has a value of its own for each detector.
	 *
	 * @param mode How far it may go: off, monitor or block. Can only soften the mode of
	 * the route. Monitor if not set, block for honey.
	 * @param window Time within which it counts; not for detectors whose limit is learnt.
	 * @param limit What it allows within that time; not for detectors whose limit is
	 * learnt.
	 */
	public record UsageDetector(@Nullable EnforcementMode mode, @Nullable Duration window, @Nullable Integer limit) {

	}

	/**
	 * Which requests are logins.
	 *
	 * @param patterns Path patterns of logins, such as /login. If not set, each POST
	 * whose body names an account and that is answered with 401 is one.
	 * @param accounts Names of the fields of a form or JSON body that hold the account.
	 */
	public record Login(@DefaultValue List<String> patterns, @DefaultValue( {
			"username", "user", "email", "login", "account" }) Set<String> accounts){

	}

	/**
	 * Which requests create accounts.
	 *
	 * @param patterns Path patterns of POST requests that create accounts, such as
	 * /signup. If not set, nobody is counted.
	 */
	public record AccountCreation(@DefaultValue List<String> patterns) {

	}

	/**
	 * What has to come before what.
	 *
	 * @param name Name of the sequence in reports.
	 * @param pattern Path pattern of the step.
	 * @param methods HTTP methods of the step. All if not set.
	 * @param after Path pattern of the step that has to come before it.
	 * @param afterMethods HTTP methods of the step before it. All if not set.
	 * @param within Time for which the step before it counts.
	 * @param atLeast Time that has to pass in between.
	 */
	public record UsageSequence(@Nullable String name, @Nullable String pattern, @DefaultValue Set<String> methods,
			@Nullable String after, @DefaultValue Set<String> afterMethods, @DefaultValue("30m") Duration within,
			@DefaultValue("0s") Duration atLeast) {

	}

	/**
	 * What is laid out for nobody to touch.
	 *
	 * @param routes Path patterns that nothing links to.
	 * @param parameters Names of parameters and fields that no client sends.
	 * @param ids Values of path variables, parameters and fields that were given to
	 * nobody.
	 */
	public record Honey(@DefaultValue List<String> routes, @DefaultValue Set<String> parameters,
			@DefaultValue Set<String> ids) {

	}

	/**
	 * How limits follow what is usual.
	 *
	 * @param stage How far limits may come: learn, shadow (shown and tried) or enforce.
	 * @param percentile Share of the clients, from 0 to 1, that count as usual.
	 * @param factor Number by which the highest value of usual clients is multiplied to
	 * become the limit.
	 * @param minSessions Clients that are needed before anything is known of a route.
	 * @param minAge Time that is needed before anything is known of a route.
	 * @param shadow Time for which a limit is tried before it applies.
	 * @param rise Share by which a limit rises within an hour at most.
	 * @param fall Share by which a limit falls within an hour at most.
	 * @param networkShare Share of the clients of a day, from 0 to 1, that may come from
	 * one IPv4 /24 or IPv6 /64.
	 * @param snapshot File that keeps what was learnt over a restart. Nothing is kept if
	 * not set.
	 * @param shared Whether instances share what they learn, where there is a store to
	 * share.
	 * @param volume Requests of one client for one route within the window.
	 * @param objects Different objects of one route within the window.
	 * @param objectsPerDay Different objects of one route within a day.
	 * @param kilobytes Kilobytes that one route answers one client within the window.
	 */
	public record Adaptive(@DefaultValue("enforce") LearntLimit.Stage stage, @DefaultValue("0.99") double percentile,
			@DefaultValue("3") double factor, @DefaultValue("50") int minSessions, @DefaultValue("24h") Duration minAge,
			@DefaultValue("24h") Duration shadow, @DefaultValue("0.25") double rise, @DefaultValue("0.1") double fall,
			@DefaultValue("0.05") double networkShare, @Nullable Path snapshot, @DefaultValue("true") boolean shared,
			@Nullable LimitBounds volume, @Nullable LimitBounds objects, @Nullable LimitBounds objectsPerDay,
			@Nullable LimitBounds kilobytes) {

		public Adaptive {
			BehaviorChecks.check(percentile, factor, minSessions, rise, fall, networkShare);
		}

	}

	/**
	 * Between which values a limit stays.
	 *
	 * @param initial Limit that applies before anything is learnt; each limit has a
	 * default of its own.
	 * @param minimum Least value that the limit may have; each limit has a default of its
	 * own.
	 * @param maximum Greatest value that the limit may have; each limit has a default of
	 * its own.
	 */
	public record LimitBounds(@Nullable Integer initial, @Nullable Integer minimum, @Nullable Integer maximum) {

	}

	/**
	 * What is unusual all over the application.
	 *
	 * @param minimum Number within a minute up to which nothing is unusual, however rare
	 * it was.
	 * @param deviations Standard deviations above the mean from which on a number is
	 * unusual.
	 * @param alert Time for which an alert lasts after the last sign.
	 */
	public record UsageTrend(@DefaultValue("10") int minimum, @DefaultValue("6") double deviations,
			@DefaultValue("10m") Duration alert) {

	}

	/**
	 * When an endpoint is unusual.
	 *
	 * @param window Length of a window of time, which is compared with those before.
	 * @param minRequests Requests within the window below which nothing is said.
	 * @param warmUp Windows after which it is known what is usual.
	 * @param shareDrift Rise of the share of failures or denials, from 0 to 1, from which
	 * on it is told.
	 * @param factor Number of times the usual duration or size from which on a rise is
	 * told.
	 */
	public record Health(@DefaultValue("5m") Duration window, @DefaultValue("50") int minRequests,
			@DefaultValue("12") int warmUp, @DefaultValue("0.2") double shareDrift, @DefaultValue("3") double factor) {

	}

}

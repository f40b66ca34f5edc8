package io.github.raspspring.autoconfigure.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.client.ForwardingHeader;
import io.github.raspspring.client.ListedKind;
import io.github.raspspring.client.NetworkRange;
import io.github.raspspring.client.ScoreSettings;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.EnforcementMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How clients are told apart, and whom the application trusts.
 *
 * @param trustedProxies Networks of proxies whose forwarding headers are believed, as
 * addresses or in CIDR notation.
 * @param forwardingHeaders Headers in which trusted proxies name the client. Name only
 * what they write themselves: the other one they pass on as the client forged it.
 * @param apiKeyHeaders Headers in which clients present API keys; only hashes are kept.
 * @param lists Lists of clients by name, kept in files.
 * @param listRefresh Time between looks at whether a list has changed.
 * @param score How clients lose and regain trust.
 * @param breaker When a rule is dropped to monitor.
 */
@ConfigurationProperties("rasp.client")
public record RaspClientProperties(@DefaultValue List<String> trustedProxies,
		@DefaultValue("x-forwarded-for") Set<ForwardingHeader> forwardingHeaders,
		@DefaultValue("x-api-key") List<String> apiKeyHeaders, @DefaultValue Map<String, ListFile> lists,
		@DefaultValue("30s") Duration listRefresh, @DefaultValue Score score, @DefaultValue Breaker breaker) {

	static final String LISTS = "rasp.client.lists.";

	public RaspClientProperties {
		trustedProxies = List.copyOf(trustedProxies);
		rangesOf(trustedProxies);
		lists = Map.copyOf(lists);
		lists.forEach(RaspClientProperties::check);
		if (listRefresh.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new InvalidConfigurationPropertyValueException("rasp.client.list-refresh", listRefresh,
					"Set a time of at least 1s.");
		}
	}

	List<NetworkRange> trustedRanges() {
		return rangesOf(this.trustedProxies);
	}

	private static List<NetworkRange> rangesOf(List<String> networks) {
		List<NetworkRange> ranges = new ArrayList<>();
		for (String network : networks) {
			NetworkRange range = NetworkRange.parse(network.strip());
			if (range == null) {
				throw new InvalidConfigurationPropertyValueException(
						"rasp.client.trusted-proxies[" + ranges.size() + "]", network,
						"Use an address or a network in CIDR notation, such as 10.0.0.0/8 or 2001:db8::/32.");
			}
			ranges.add(range);
		}
		return ranges;
	}

	private static void check(String name, ListFile list) {
		if (list.file() == null) {
			throw new InvalidConfigurationPropertyValueException(LISTS + name + ".file", null,
					"Name the file in which the list is kept.");
		}
		boolean valid = name.chars().allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(LISTS + name, name,
					"Name the list in lower-case letters, digits and hyphens.");
		}
	}

	/**
	 * One list.
	 *
	 * @param file File with one entry per line, each optionally followed by the word
	 * until and a time.
	 * @param kind What the list names: network, agent or subject.
	 * @param action What happens to clients on the list: block or allow.
	 * @param mode Strictest mode of the list, which can only soften that of the route.
	 */
	public record ListFile(@Nullable Path file, @DefaultValue("network") ListedKind kind,
			@DefaultValue("block") Action action, @DefaultValue("block") EnforcementMode mode) {

	}

	/**
	 * What happens to clients on a list.
	 */
	public enum Action {

		/** They are refused. */
		BLOCK,

		/** They are never refused for who they are. */
		ALLOW

	}

	/**
	 * When a rule that would refuse many verified subjects is dropped to monitor.
	 *
	 * @param enabled Whether rules are ever dropped.
	 * @param share Share of verified subjects, from 0 to 1, that one rule may refuse
	 * within ten minutes; below ten subjects on ten networks none is dropped.
	 */
	public record Breaker(@DefaultValue("true") boolean enabled, @DefaultValue("0.05") double share) {

		public Breaker {
			if (!(share >= 0 && share <= 1)) {
				throw new InvalidConfigurationPropertyValueException("rasp.client.breaker.share", share,
						"Set a share from 0 to 1, such as 0.05 for one in twenty.");
			}
		}

	}

	/**
	 * How clients lose and regain trust.
	 *
	 * @param enabled Whether what clients do is held against them later.
	 * @param mode Strictest mode of scores, which can only soften that of the route.
	 * @param halfLife Time in which points fall by half.
	 * @param inspect Points from which on everything is inspected.
	 * @param tighten Points from which on limits are tighter.
	 * @param restrict Points from which on only verified and harmless requests are
	 * served.
	 * @param block Points from which on the client is refused for a time.
	 * @param firstBlock Length of the first block; each further one is four times as
	 * long.
	 * @param longestBlock Length that no block exceeds.
	 * @param weights Factors by category for the points of findings; 0.2 for rate-limit
	 * and 1 for all others unless set.
	 * @param maxClients Clients whose points are kept.
	 * @param breakerShare Share of verified subjects, from 0 to 1, that may be refused
	 * before all are served again and only recorded.
	 */
	public record Score(@DefaultValue("false") boolean enabled, @DefaultValue("block") EnforcementMode mode,
			@DefaultValue("10m") Duration halfLife, @DefaultValue("10") int inspect, @DefaultValue("20") int tighten,
			@DefaultValue("40") int restrict, @DefaultValue("80") int block, @DefaultValue("1m") Duration firstBlock,
			@DefaultValue("24h") Duration longestBlock, @DefaultValue Map<Category, Double> weights,
			@DefaultValue("100000") int maxClients, @DefaultValue("0.05") double breakerShare) {

		private static final String PREFIX = "rasp.client.score.";

		public Score {
			checkPositive("half-life", halfLife);
			checkPositive("first-block", firstBlock);
			checkPositive("longest-block", longestBlock);
			weights.forEach((category, weight) -> {
				if (weight < 0) {
					throw new InvalidConfigurationPropertyValueException(PREFIX + "weights." + category, weight,
							"Set a factor of 0 or more.");
				}
			});
			if (maxClients < 1) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + "max-clients", maxClients,
						"Keep the points of at least one client.");
			}
			if (!(breakerShare >= 0 && breakerShare <= 1)) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + "breaker-share", breakerShare,
						"Set a share from 0 to 1, such as 0.05 for one in twenty.");
			}
			if (inspect < 1 || tighten < inspect || restrict < tighten || block <= restrict) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + "block", block,
						"Set inspect, tighten, restrict and block to numbers that rise, such as 10, 20, 40 and 80.");
			}
		}

		ScoreSettings settings() {
			Map<Category, Double> factors = new EnumMap<>(Category.class);
			factors.put(Category.RATE_LIMIT, 0.2);
			factors.putAll(this.weights);
			return new ScoreSettings(this.mode, this.halfLife, this.inspect, this.tighten, this.restrict, this.block,
					this.firstBlock, this.longestBlock, factors, this.maxClients, this.breakerShare);
		}

		private static void checkPositive(String property, Duration duration) {
			if (duration.toMillis() < 1) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + property, duration,
						"Set a time longer than zero.");
			}
		}

	}

}

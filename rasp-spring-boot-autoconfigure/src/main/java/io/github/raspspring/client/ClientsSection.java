package io.github.raspspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * The clients in which trust has fallen, and why.
 */
public final class ClientsSection implements EndpointSection {

	private static final int SHOWN = 100;

	private static final Duration DEFAULT_BLOCK = Duration.ofHours(1);

	private static final Duration LONGEST_BLOCK = Duration.ofDays(30);

	private static final String DURATION = "The duration of a block is a time with its unit, such as 30m or 12h, longer "
			+ "than zero and at most 30d";

	private final ClientAddressResolver addresses;

	private final ClientLists lists;

	private final @Nullable ClientScoreboard scoreboard;

	private final @Nullable RuleBreaker breaker;

	private final boolean forgeable;

	private final InspectionScope scope;

	private volatile Supplier<List<Map<String, Object>>> feeds = List::of;

	private volatile Supplier<List<String>> feedGaps = List::of;

	/**
	 * Create the section.
	 * @param addresses tells who calls
	 * @param lists lists of clients
	 * @param scoreboard what is known against clients, or {@code null} if nobody is
	 * scored
	 * @param breaker tells which rules are dropped to monitor, or {@code null} if none
	 * ever is
	 * @param forgeable whether the application takes forwarding headers of everybody for
	 * true before they can be judged
	 * @param scope tells who operates
	 */
	public ClientsSection(ClientAddressResolver addresses, ClientLists lists, @Nullable ClientScoreboard scoreboard,
			@Nullable RuleBreaker breaker, boolean forgeable, InspectionScope scope) {
		this.scope = scope;
		this.breaker = breaker;
		this.addresses = addresses;
		this.lists = lists;
		this.scoreboard = scoreboard;
		this.forgeable = forgeable;
	}

	/**
	 * Show feeds besides.
	 * @param states tells how they are
	 * @param gaps tells which are out of date
	 * @return this section
	 */
	public ClientsSection showing(Supplier<List<Map<String, Object>>> states, Supplier<List<String>> gaps) {
		this.feeds = states;
		this.feedGaps = gaps;
		return this;
	}

	@Override
	public String name() {
		return "clients";
	}

	@Override
	public Map<String, Object> overview() {
		List<ScoredClient> worst = content();
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("scored", worst.size());
		overview.put("blocked", worst.stream().filter((client) -> client.suspicion() == Suspicion.BLOCK).count());
		overview.put("trustsProxies", this.addresses.trustsProxies());
		List<Map<String, Object>> states = this.feeds.get();
		if (!states.isEmpty()) {
			overview.put("feeds", states);
		}
		return overview;
	}

	@Override
	public List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		if (this.forgeable) {
			gaps.add("Clients can forge their address: set server.forward-headers-strategy=native, or none with "
					+ "rasp.client.trusted-proxies.");
		}
		if (this.breaker != null) {
			this.breaker.dropped()
				.forEach((rule) -> gaps.add("The rule " + rule + " only records: it would refuse more verified "
						+ "subjects than rasp.client.breaker.share allows."));
		}
		gaps.addAll(this.addresses.gaps());
		gaps.addAll(this.feedGaps.get());
		Stream.concat(this.lists.blocked().stream(), this.lists.allowed().stream())
			.filter((list) -> list.failure() != null)
			.forEach((list) -> gaps
				.add("The list rasp.client.lists." + list.name() + " is out of date: " + list.failure() + "."));
		return gaps;
	}

	@Override
	public List<ScoredClient> content() {
		return (this.scoreboard != null) ? this.scoreboard.worst(SHOWN) : List.of();
	}

	@Override
	public @Nullable Object item(String id) {
		if (id.equals("feeds")) {
			return this.feeds.get();
		}
		return (this.scoreboard != null) ? this.scoreboard.find(id) : null;
	}

	@Override
	public @Nullable Object operate(SectionOperation operation) {
		if (this.scoreboard == null) {
			throw new IllegalArgumentException("Nobody is scored: set rasp.client.score.enabled");
		}
		String client = ClientScoreboard.nameOf(operation.target());
		NetworkRange network = ClientScoreboard.networkOf(operation.target());
		if (network != null && operation.name().equals("block") && this.addresses.isProxy(network)) {
			throw new IllegalArgumentException(
					"The network is a trusted proxy, which is never blocked; see " + "rasp.client.trusted-proxies");
		}
		if (operation.name().equals("block") && isOwn(client, network)
				&& !"true".equals(operation.argument("confirm"))) {
			throw new IllegalArgumentException("This is where you call from yourself: repeat it with confirm=true if "
					+ "you mean it; the endpoint and health stay reachable");
		}
		switch (operation.name()) {
			case "block" -> this.scoreboard.block(client, durationOf(operation));
			case "unblock" -> found(this.scoreboard.unblock(client), "is not blocked");
			case "forget" -> found(this.scoreboard.forget(client), "is not known");
			default -> throw new IllegalArgumentException("Operations on clients are block, unblock and forget");
		}
		return this.scoreboard.find(client);
	}

	private boolean isOwn(String client, @Nullable NetworkRange network) {
		Inspection own = this.scope.current();
		if (own == null) {
			return false;
		}
		IpAddress address = NodeName.addressOf(own.client().address());
		return ClientNames.of(own).contains(client) || ClientNames.ofSender(own).contains(client)
				|| (network != null && address != null && network.contains(address));
	}

	private static void found(boolean found, String otherwise) {
		if (!found) {
			throw new NoSuchElementException("The client " + otherwise + "; see /actuator/rasp/clients");
		}
	}

	private static Duration durationOf(SectionOperation operation) {
		String text = operation.argument("duration");
		Duration duration = (text != null) ? parse(text) : DEFAULT_BLOCK;
		if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST_BLOCK) > 0) {
			throw new IllegalArgumentException(DURATION);
		}
		return duration;
	}

	private static Duration parse(String text) {
		try {
			// Without a unit it would be milliseconds, which hardly anybody means.
			return (text.chars().allMatch(Character::isDigit) ? DurationStyle.ISO8601 : DurationStyle.detect(text))
				.parse(text);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new IllegalArgumentException(DURATION, ex);
		}
	}

}

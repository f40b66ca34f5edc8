package io.github.raspspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

/**
 * The clients in which trust has fallen, and why.
 */
public final class ClientsSection implements EndpointSection {

	private static final int SHOWN = 100;

	private final ClientAddressResolver addresses;

	private final ClientLists lists;

	private final @Nullable ClientScoreboard scoreboard;

	private final boolean forgeable;

	/**
	 * Create the section.
	 * @param addresses tells who calls
	 * @param lists lists of clients
	 * @param scoreboard what is known against clients, or {@code null} if nobody is
	 * scored
	 * @param forgeable whether the application takes forwarding headers of everybody for
	 * true before they can be judged
	 */
	public ClientsSection(ClientAddressResolver addresses, ClientLists lists, @Nullable ClientScoreboard scoreboard,
			boolean forgeable) {
		this.addresses = addresses;
		this.lists = lists;
		this.scoreboard = scoreboard;
		this.forgeable = forgeable;
	}

	@Override
	public String name() {
		return "clients";
	}

	@Override
	public Map<String, Object> overview() {
		List<ScoredClient> worst = content();
		return Map.of("scored", worst.size(), "blocked",
				worst.stream().filter((client) -> client.suspicion() == Suspicion.BLOCK).count(), "trustsProxies",
				this.addresses.trustsProxies());
	}

	@Override
	public List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		if (this.forgeable) {
			gaps.add("Clients can forge their address: set server.forward-headers-strategy=native, or none with "
					+ "rasp.client.trusted-proxies.");
		}
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
		return (this.scoreboard != null) ? this.scoreboard.find(id) : null;
	}

}

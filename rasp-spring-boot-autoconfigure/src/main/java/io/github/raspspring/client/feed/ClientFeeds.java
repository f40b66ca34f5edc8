package io.github.raspspring.client.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.raspspring.client.ReputationSource;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.event.FeedStateChanged;
import io.github.raspspring.engine.event.SecurityEventPublisher;

/**
 * All feeds, as one source of reputations. Those in mode block are looked at by
 * {@link FeedDetector} besides. Thread-safe.
 */
public final class ClientFeeds implements ReputationSource {

	private final List<ClientFeed> feeds;

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	/**
	 * Create the feeds, and begin with the copies that were kept.
	 * @param feeds the feeds
	 * @param publisher told when one becomes stale or current
	 * @param references makes references of events
	 * @param clock tells the time
	 */
	public ClientFeeds(List<ClientFeed> feeds, SecurityEventPublisher publisher, Supplier<String> references,
			Clock clock) {
		this.feeds = List.copyOf(feeds);
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
		this.feeds.forEach((feed) -> feed.restore(clock.instant()));
	}

	/**
	 * Read those again for which it is time. To be called in the background.
	 */
	public void refresh() {
		for (ClientFeed feed : this.feeds) {
			if (feed.refresh(this.clock.instant())) {
				String failure = feed.failure();
				this.publisher.publish(new FeedStateChanged(this.references.get(), this.clock.instant(), feed.name(),
						feed.isStale(), (failure != null) ? failure : "none"));
			}
		}
	}

	@Override
	public int points(ClientIdentity client) {
		int points = 0;
		for (ClientFeed feed : this.feeds) {
			if (feed.mode() != EnforcementMode.OFF && client.isKnown() && feed.names(client.address())) {
				points += feed.points();
			}
		}
		return points;
	}

	List<ClientFeed> all() {
		return this.feeds;
	}

	/**
	 * Describe the feeds as the endpoint shows them.
	 * @return their states
	 */
	public List<Map<String, Object>> describe() {
		return this.feeds.stream().map((feed) -> feed.describe(this.clock.instant())).toList();
	}

	/**
	 * Return which feeds are out of date.
	 * @return a sentence for each
	 */
	public List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		for (ClientFeed feed : this.feeds) {
			if (feed.isStale() && feed.mode() != EnforcementMode.OFF) {
				gaps.add("The feed " + feed.name() + " of rasp.client.feeds counts for nothing: " + feed.failure()
						+ ".");
			}
		}
		return gaps;
	}

}

package io.github.raspspring.client.feed;

import io.github.raspspring.client.ClientLists;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * Refuses clients that a feed in mode block names, unless they are on a list of allowed
 * clients. Trusted proxies are on no feed. Cost: one look-up for each feed. CWE-284.
 */
public final class FeedDetector implements Detector {

	private static final Rule NAMED = new Rule("named-by-feed", "CWE-284",
			"A feed of threat intelligence names the client.",
			"If the client is honest, put it on a list whose action is allow.");

	private final ClientFeeds feeds;

	private final ClientLists lists;

	/**
	 * Create a detector.
	 * @param feeds the feeds
	 * @param lists lists of clients that are never refused
	 */
	public FeedDetector(ClientFeeds feeds, ClientLists lists) {
		this.feeds = feeds;
		this.lists = lists;
	}

	@Override
	public String name() {
		return "client-list-feeds";
	}

	@Override
	public Category category() {
		return Category.ABUSE;
	}

	@Override
	public Phase phase() {
		return Phase.REQUEST;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		ClientIdentity client = inspection.client();
		if (client.proxy() || !client.isKnown()) {
			return;
		}
		for (ClientFeed feed : this.feeds.all()) {
			if (feed.mode() == EnforcementMode.BLOCK && feed.names(client.address())
					&& !this.lists.allows(inspection)) {
				findings.add(Finding.of(this, NAMED)
					.confidence(Confidence.CERTAIN)
					.score(Math.max(Confidence.CERTAIN.score(), inspection.policy().blockScore()))
					.evidence("feed " + feed.name())
					.build());
				return;
			}
		}
	}

}

package io.github.raspspring.client;

import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * Lets the reputation of a client add to the score of what it sends. A bad name alone
 * never refuses anybody. Cost: that of the sources.
 */
public final class ReputationDetector implements Detector {

	private static final Rule BAD_NAME = new Rule("bad-reputation", "CWE-799",
			"A source of reputations knows the client for attacks.",
			"Nothing is to be fixed in the application; look at what else the client did.");

	private final List<ReputationSource> sources;

	private final ClientLists lists;

	/**
	 * Create a detector.
	 * @param sources who is asked
	 * @param lists lists of clients whose reputation does not count
	 */
	public ReputationDetector(List<ReputationSource> sources, ClientLists lists) {
		this.sources = List.copyOf(sources);
		this.lists = lists;
	}

	@Override
	public String name() {
		return "client-reputation";
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
		if (inspection.client().proxy()) {
			return;
		}
		int points = 0;
		for (ReputationSource source : this.sources) {
			points += Math.max(0, source.points(inspection.client()));
		}
		if (points > 0 && !this.lists.allows(inspection)) {
			findings.add(Finding.of(this, BAD_NAME).confidence(Confidence.WEAK).score(points).build());
		}
	}

}

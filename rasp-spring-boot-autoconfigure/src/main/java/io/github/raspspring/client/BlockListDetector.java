package io.github.raspspring.client;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;

/**
 * Refuses clients on a list, unless they are on a list of allowed clients too. Cost: one
 * look-up that does not grow with the list. CWE-284.
 */
public final class BlockListDetector implements Detector {

	static final String PREFIX = "client-list-";

	private static final Rule LISTED = new Rule("listed", "CWE-284", "The client is on a list of blocked clients.",
			"If the client is honest, take it off the list that the evidence names.");

	private final ClientList list;

	private final ClientLists lists;

	private final EnforcementMode mode;

	/**
	 * Create a detector.
	 * @param list who is blocked
	 * @param lists all lists, of which those of allowed clients win
	 * @param mode the strictest mode of the list
	 */
	public BlockListDetector(ClientList list, ClientLists lists, EnforcementMode mode) {
		this.list = list;
		this.lists = lists;
		this.mode = mode;
	}

	@Override
	public String name() {
		return PREFIX + this.list.name();
	}

	@Override
	public Category category() {
		return Category.ABUSE;
	}

	@Override
	public Phase phase() {
		return (this.list.kind() == ListedKind.SUBJECT) ? Phase.IDENTITY : Phase.REQUEST;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		if (!this.list.mayName(inspection) || this.lists.allows(inspection)) {
			return;
		}
		findings.add(Finding.of(this, LISTED)
			.confidence(Confidence.CERTAIN)
			.score(Math.max(Confidence.CERTAIN.score(), inspection.policy().blockScore()))
			.cap(this.mode)
			.evidence("list " + this.list.name())
			.build());
	}

}

package io.github.raspspring.profile.answer;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaves;

/**
 * Reports what an answer shows that it should not, and tells those who learn how much it
 * holds. Thread-safe.
 */
public final class AnswerJudge {

	/** The name by which it is configured, like a detector. */
	static final String SOURCE = "profile-answer";

	private final FindingReporter reporter;

	private final LeafObserver observer;

	private final AnswerCounts counts;

	private final KnownAnswers known = new KnownAnswers();

	/**
	 * Create the judge.
	 * @param reporter takes what is seen
	 * @param observer told of rows and of sensitive properties
	 * @param counts counts what is looked at
	 */
	public AnswerJudge(FindingReporter reporter, LeafObserver observer, AnswerCounts counts) {
		this.reporter = reporter;
		this.observer = observer;
		this.counts = counts;
	}

	/**
	 * Judge an answer.
	 * @return whether it must not leave
	 */
	boolean judge(Inspection inspection, AnswerMemory answer, boolean json, EnforcementMode mode) {
		AnswerFacts facts = this.known.look(answer.bytes(), answer.length(), json);
		this.counts.looked();
		if (answer.isFull()) {
			this.counts.tooLarge();
		}
		boolean refused = false;
		for (Leak leak : facts.leaks()) {
			refused |= this.reporter
				.report(inspection,
						Finding.of(SOURCE, Category.BUSINESS_LOGIC, leak.rule())
							.evidence("in the answer")
							.cap(mode)
							.build())
				.refuses();
		}
		if (json && inspection.route() != null && facts.leaks().isEmpty()) {
			tell(inspection, facts);
		}
		return refused;
	}

	private void tell(Inspection inspection, AnswerFacts facts) {
		RequestLeaves leaves = this.observer.begin(inspection);
		if (leaves == null) {
			return;
		}
		leaves.add("answer.rows", LeafType.INTEGER, String.valueOf(facts.rows()));
		for (long rest = facts.properties(); rest != 0; rest &= rest - 1) {
			String path = SensitiveProperties.path(Long.numberOfTrailingZeros(rest));
			leaves.add(path, LeafType.BOOLEAN, "true");
		}
		leaves.end();
	}

}

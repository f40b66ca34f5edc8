package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;

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
		AnswerFacts facts = AnswerScan.of(answer.bytes(), answer.length(), json);
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
			this.observer.observe(inspection, leaves(facts));
		}
		return refused;
	}

	private static List<RequestLeaf> leaves(AnswerFacts facts) {
		List<RequestLeaf> leaves = new ArrayList<>();
		leaves.add(new RequestLeaf("answer.rows", LeafType.INTEGER, String.valueOf(facts.rows())));
		facts.sensitive().forEach((word) -> leaves.add(new RequestLeaf("answer." + word, LeafType.BOOLEAN, "true")));
		return leaves;
	}

}

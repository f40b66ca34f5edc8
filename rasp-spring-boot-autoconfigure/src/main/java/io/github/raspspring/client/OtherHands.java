package io.github.raspspring.client;

import java.util.Set;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;

/**
 * Tells when a token may be in other hands than those of its subject: it came again, from
 * where its owner is not, or after its time. Then its sender answers for it, since a
 * thief could lock out the owner otherwise.
 */
final class OtherHands {

	/** Capture and replay; credentials that outlive their use. */
	private static final Set<String> WEAKNESSES = Set.of("CWE-294", "CWE-613");

	private OtherHands() {
	}

	static boolean tellsOf(Finding finding) {
		return finding.category() == Category.TOKEN && finding.confidence() != Confidence.WEAK
				&& WEAKNESSES.contains(finding.rule().cwe());
	}

}

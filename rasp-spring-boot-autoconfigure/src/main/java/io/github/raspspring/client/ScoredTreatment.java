package io.github.raspspring.client;

import io.github.raspspring.engine.ClientScores;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Suspicion;
import org.jspecify.annotations.Nullable;

/**
 * Treats clients by their score, and verified subjects by the breaker. Thread-safe.
 */
public final class ScoredTreatment implements ClientTreatment {

	private final ClientScores scores;

	private final @Nullable RuleBreaker breaker;

	/**
	 * Create a treatment.
	 * @param scores tells how far clients are to be trusted
	 * @param breaker drops rules to monitor, or {@code null} if none ever is
	 */
	public ScoredTreatment(ClientScores scores, @Nullable RuleBreaker breaker) {
		this.scores = scores;
		this.breaker = breaker;
	}

	@Override
	public boolean inspectsEverything(Inspection inspection) {
		return this.scores.of(inspection).reaches(Suspicion.INSPECT);
	}

	@Override
	public Finding moderate(Inspection inspection, Finding finding) {
		return (this.breaker != null) ? this.breaker.moderate(inspection, finding) : finding;
	}

}

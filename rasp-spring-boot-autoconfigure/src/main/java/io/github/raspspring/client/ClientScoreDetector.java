package io.github.raspspring.client;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Suspicion;

/**
 * Refuses clients in which trust has fallen far enough. Before authentication it refuses
 * blocked networks, and restricted ones unless credentials are presented; a network that
 * several verified subjects share is refused only where no credentials are presented.
 * After authentication it refuses blocked subjects, and makes a single sign of an attack
 * enough against restricted ones. Cost: two look-ups. CWE-799.
 */
public final class ClientScoreDetector implements Detector {

	/** The name by which policies soften or exclude the refusal of clients. */
	public static final String NAME = "client-score";

	private static final Rule BLOCKED = new Rule("client-blocked", "CWE-799",
			"The client is blocked for a time because of what it did before.",
			"Look at what the client did; unblock it if that was honest.");

	private static final Rule RESTRICTED = new Rule("client-restricted", "CWE-799",
			"After what the client did before, only verified and harmless requests of it are served.",
			"Look at what the client did; forget it if that was honest.");

	private final ClientScoreboard scoreboard;

	private final ClientLists lists;

	private final Phase phase;

	private final OperatorPaths spared;

	/**
	 * Create a detector that spares no path.
	 * @param scoreboard what is known against clients
	 * @param lists lists of clients that are never refused
	 * @param phase before authentication or after it; both are needed
	 */
	public ClientScoreDetector(ClientScoreboard scoreboard, ClientLists lists, Phase phase) {
		this(scoreboard, lists, phase, OperatorPaths.NONE);
	}

	/**
	 * Create a detector.
	 * @param scoreboard what is known against clients
	 * @param lists lists of clients that are never refused
	 * @param phase before authentication or after it; both are needed
	 * @param spared where nobody is refused
	 */
	public ClientScoreDetector(ClientScoreboard scoreboard, ClientLists lists, Phase phase, OperatorPaths spared) {
		this.scoreboard = scoreboard;
		this.lists = lists;
		this.phase = phase;
		this.spared = spared;
	}

	@Override
	public String name() {
		return (this.phase == Phase.REQUEST) ? NAME : NAME + "-subject";
	}

	@Override
	public Category category() {
		return Category.ABUSE;
	}

	@Override
	public Phase phase() {
		return this.phase;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		Suspicion suspicion = this.scoreboard.of(inspection);
		if (!suspicion.reaches(Suspicion.RESTRICT) || this.lists.allows(inspection)
				|| this.spared.contain(inspection)) {
			return;
		}
		boolean verified = inspection.subject() != null;
		boolean maybe = this.phase == Phase.REQUEST && inspection.credentialsPresented();
		if (suspicion == Suspicion.BLOCK) {
			if (!maybe || !this.scoreboard.isShared(inspection)) {
				findings.add(finding(BLOCKED, refusal(inspection), inspection));
			}
		}
		else if (!verified && !maybe) {
			findings.add(finding(RESTRICTED, refusal(inspection), inspection));
		}
		else if (verified && inspection.policy().blockScore() > 1) {
			// Not enough alone, but with any other sign of an attack.
			findings.add(finding(RESTRICTED, inspection.policy().blockScore() - 1, inspection));
		}
	}

	private static int refusal(Inspection inspection) {
		return Math.max(Confidence.CERTAIN.score(), inspection.policy().blockScore());
	}

	private Finding finding(Rule rule, int score, Inspection inspection) {
		return Finding.of(NAME, category(), rule)
			.confidence(Confidence.STRONG)
			.score(score)
			.cap(this.scoreboard.modeOfRefusal(inspection))
			.build();
	}

}

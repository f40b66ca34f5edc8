package io.github.raspspring.engine;

/**
 * Port that tells how far a client is to be trusted after what it did before. Called by
 * many threads at once.
 */
@FunctionalInterface
public interface ClientScores {

	/** Trusts everybody. */
	ClientScores NONE = (inspection) -> Suspicion.NONE;

	/**
	 * Rate the client of an exchange, as far as it is known by now. Nobody is rated by a
	 * claim that was not verified.
	 * @param inspection the exchange
	 * @return how far trust has fallen
	 */
	Suspicion of(Inspection inspection);

}

package io.github.raspspring.engine.pipeline;

import java.util.Collection;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;

/**
 * A detector that judges values by the exchange they belong to, each time that some
 * become known and in whatever phase that is: for rules about one field of one route.
 * Sees the values of excluded parameters as well. Called by many threads at once.
 */
public interface ArrivalDetector extends Detector {

	/**
	 * Tell cheaply whether the values of an exchange are of interest. Where they are, the
	 * edge hands in what is safe by type too: numbers, truth values and containers of a
	 * document, and the first bytes of files.
	 * @param inspection the exchange
	 * @return {@code true} to be told of its values
	 */
	boolean follows(Inspection inspection);

	/**
	 * Judge values.
	 * @param inspection the exchange, which knows the values already
	 * @param arrivals what has become known since the last call
	 * @param findings takes what was seen
	 */
	void arrived(Inspection inspection, Collection<InputValue> arrivals, Findings findings);

}

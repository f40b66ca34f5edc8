package io.github.raspspring.engine.event;

import io.github.raspspring.engine.Inspection;

/**
 * Port to who wants to know what a request reaches: told of each call at a sink that was
 * judged and let pass. Called on the thread of the request, by many threads at once, so
 * it takes next to no time; what it throws counts as a failure of the judgement.
 */
@FunctionalInterface
public interface CallObserver {

	/** Wants to know nothing. */
	CallObserver NONE = (inspection, sink, argument) -> {
	};

	/**
	 * Take note of a call.
	 * @param inspection the exchange that it is made for
	 * @param sink name of the sink, such as {@code sql-sink}
	 * @param argument the statement, URL, path or command line; may hold input
	 */
	void called(Inspection inspection, String sink, String argument);

}

package io.github.raspspring.sink;

import org.jspecify.annotations.Nullable;

/**
 * Judges one kind of call against the values of a request. Called by many threads at
 * once.
 *
 * @param <C> the calls it understands
 */
public interface SinkJudge<C extends SinkCall> {

	/**
	 * Return the kind of execution that is judged.
	 * @return the kind
	 */
	SinkKind kind();

	/**
	 * Return the type of the calls.
	 * @return the class
	 */
	Class<C> callType();

	/**
	 * Return whether a call is known to be safe whatever the request brought. Asked
	 * before each judgement and not charged to the time of the request, so it takes next
	 * to none.
	 * @param call what is about to run
	 * @param inputs the values of the request that it runs for, not to be looked at
	 * @return {@code false} if it has to be judged
	 */
	default boolean knows(C call, SinkInputs inputs) {
		return false;
	}

	/**
	 * Judge a call. Whatever no value of the request takes part in is safe.
	 * @param call what is about to run
	 * @param inputs the values of the request that it runs for
	 * @return what was seen, or {@code null} if the call is safe
	 */
	@Nullable SinkVerdict judge(C call, SinkInputs inputs);

}

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
	 * Judge a call. Whatever no value of the request takes part in is safe.
	 * @param call what is about to run
	 * @param inputs the values of the request that it runs for
	 * @return what was seen, or {@code null} if the call is safe
	 */
	@Nullable SinkVerdict judge(C call, SinkInputs inputs);

}

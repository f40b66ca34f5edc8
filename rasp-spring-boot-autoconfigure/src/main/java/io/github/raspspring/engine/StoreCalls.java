package io.github.raspspring.engine;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Port to calls that leave this instance for a store shared with others. Each is bounded
 * in time, and none is made while the store is known not to answer. Nothing here ever
 * throws. Called by many threads at once.
 */
public interface StoreCalls {

	/**
	 * Make a call and wait for its answer, at most for the timeout of the store.
	 * @param call starts the call; whatever it throws counts as a failure
	 * @param <T> what the store answers with
	 * @return the answer, empty if there is none
	 */
	<T> Optional<T> await(Supplier<? extends CompletionStage<T>> call);

	/**
	 * Make a call without waiting for it.
	 * @param call starts the call; whatever it throws counts as a failure
	 */
	void send(Supplier<? extends CompletionStage<?>> call);

	/**
	 * Return what is called.
	 * @return one lower-case word such as {@code redis}
	 */
	String name();

	/**
	 * Return whether the store answers.
	 * @return {@code false} from when it was found not to until a trial succeeds
	 */
	boolean isAvailable();

}

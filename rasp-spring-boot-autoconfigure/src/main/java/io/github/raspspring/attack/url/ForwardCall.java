package io.github.raspspring.attack.url;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A forward or include about to be dispatched, or a view about to be resolved.
 *
 * @param operation what is called, such as {@code forward}
 * @param argument the path or the name of the view, as it was put together
 * @param target what the argument is
 */
public record ForwardCall(String operation, String argument, Target target) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.FORWARD;
	}

	/**
	 * What is dispatched to.
	 */
	public enum Target {

		/** A path of the application, as it was put together. */
		PATH,

		/** A path of the application, climbing segments resolved. */
		RESOLVED_PATH,

		/** The name of a view. */
		VIEW

	}

}

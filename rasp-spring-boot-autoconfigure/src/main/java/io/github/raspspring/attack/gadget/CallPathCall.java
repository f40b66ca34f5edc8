package io.github.raspspring.attack.gadget;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * Something about to run whose path of calls is asked for. Judged on the thread that is
 * about to run it.
 *
 * @param operation what is called, such as {@code ProcessBuilder.start}
 * @param argument what is about to run, as one text
 * @param effect what that does
 */
public record CallPathCall(String operation, String argument, Effect effect) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	/**
	 * What a call does.
	 */
	public enum Effect {

		/** Starts a process. */
		PROCESS,

		/** Defines classes from bytes, or makes a loader that fetches them. */
		CLASSES,

		/** Asks a directory. */
		LOOKUP,

		/** Connects to a host. */
		CONNECTION,

		/** Defines a class of bytes at hand by a loader that is there. */
		DEFINITION,

		/** Ends the JVM, or loads native code from a file. */
		RUNTIME

	}

}

package io.github.raspspring.attack.lookup;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A name about to be looked up by JNDI.
 *
 * @param operation what is called, such as {@code InitialContext.lookup}
 * @param argument the name or URL
 * @param configured whether applications write such a name into their configuration, so
 * that a remote one is nothing to tell
 */
public record JndiCall(String operation, String argument, boolean configured) implements SinkCall {

	/**
	 * Create a call of a name that is looked up.
	 * @param operation what is called
	 * @param argument the name or URL
	 */
	public JndiCall(String operation, String argument) {
		this(operation, argument, false);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.JNDI;
	}

}

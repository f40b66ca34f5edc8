package io.github.raspspring.attack.lookup;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A name about to be looked up by JNDI.
 *
 * @param operation what is called, such as {@code InitialContext.lookup}
 * @param argument the name or URL
 */
public record JndiCall(String operation, String argument) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.JNDI;
	}

}

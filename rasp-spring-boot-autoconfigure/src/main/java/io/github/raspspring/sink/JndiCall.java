package io.github.raspspring.sink;

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

package io.github.raspspring.attack.http;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A header of the response about to be set. A {@code Location} that goes with a redirect
 * is judged as a redirect too.
 *
 * @param name the name of the header
 * @param argument its value
 */
public record HeaderCall(String name, String argument) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.HEADER;
	}

	@Override
	public String operation() {
		return "response header";
	}

}

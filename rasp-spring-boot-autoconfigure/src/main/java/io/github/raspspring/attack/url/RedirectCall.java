package io.github.raspspring.attack.url;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A redirect about to be sent.
 *
 * @param operation what is called, such as {@code sendRedirect}
 * @param argument where the client is sent, as the application says it: a path or URL
 */
public record RedirectCall(String operation, String argument) implements SinkCall {

	@Override
	public SinkKind kind() {
		return SinkKind.REDIRECT;
	}

}

package io.github.raspspring.sink;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the application as a whole may do, whoever asks for it and whether a request does
 * or not. Thread-safe.
 */
public interface ApplicationLimit {

	/**
	 * Return what kind of call is limited.
	 * @return the kind
	 */
	SinkKind kind();

	/**
	 * Return what a call goes beyond.
	 * @param call the call, of the kind above
	 * @return the rule that it breaks, {@code null} if the application may do this
	 */
	@Nullable Rule exceededBy(SinkCall call);

}

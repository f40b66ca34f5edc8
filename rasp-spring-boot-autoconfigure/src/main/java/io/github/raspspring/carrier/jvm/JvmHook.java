package io.github.raspspring.carrier.jvm;

import java.util.List;

import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * One API that is hooked: where, and what is about to run there. Decides nothing.
 * Thread-safe.
 */
public interface JvmHook {

	/**
	 * Return what kind of execution it is.
	 * @return the kind
	 */
	SinkKind kind();

	/**
	 * Return what is hooked, in the words of who uses it.
	 * @return a short name such as {@code ProcessBuilder}
	 */
	String name();

	/**
	 * Return the methods that are hooked.
	 * @return methods of the JDK and of libraries that need not be there
	 */
	List<HookPoint> points();

	/**
	 * Tell what is about to run. Called only where the thread works for a request. What
	 * this throws but {@link SinkBlockedException} is counted and lets the call pass.
	 * @param first what the point hands over first
	 * @param second what it hands over second
	 * @return the call, or {@code null} if there is nothing to judge
	 */
	@Nullable SinkCall describe(@Nullable Object first, @Nullable Object second);

	/**
	 * Return whether loaders come here themselves for each class that they find, which is
	 * nothing to tell: to judge it may need that very class.
	 * @return {@code true} if they do
	 */
	default boolean reachedByLoaders() {
		return false;
	}

	/**
	 * Return whether calls without a request are counted. They are rare where this is so.
	 * @return {@code true} if they are
	 */
	default boolean counted() {
		return false;
	}

}

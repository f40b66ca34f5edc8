package io.github.raspspring.engine;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Read-only view of one exchange, free of servlet types. What is known grows from
 * {@linkplain Phase phase} to phase, nothing that was once seen changes. Safe to read
 * from any thread.
 */
public interface Inspection {

	/**
	 * Return the HTTP method.
	 * @return the method as sent, in upper case for the known ones
	 */
	String method();

	/**
	 * Return the path within the application, as sent: encoded, parameters included.
	 * @return the path, starting with a slash
	 */
	String path();

	/**
	 * Return the template of the route that handles the request.
	 * @return a pattern such as {@code /api/books/{id}}, or {@code null} before
	 * {@link Phase#HANDLER} and where no handler was found
	 */
	@Nullable String route();

	/**
	 * Return who sends the request.
	 * @return the client
	 */
	ClientIdentity client();

	/**
	 * Return the verified subject.
	 * @return the subject, or {@code null} for anonymous requests and before
	 * {@link Phase#IDENTITY}
	 */
	@Nullable Subject subject();

	/**
	 * Return whether the request brings credentials of its own, verified or not.
	 * @return {@code true} when there is an {@code Authorization} header
	 */
	boolean credentialsPresented();

	/**
	 * Return the values of the request that are known by now, in order of arrival.
	 * @return an unmodifiable list
	 */
	List<InputValue> values();

	/**
	 * Return the values that are known by now, unless making those that no detector looks
	 * at would cost much: for work that may do without them.
	 * @param characters length of documents up to which all their values are made, 0 to
	 * take those that there are
	 * @return an unmodifiable list
	 */
	default List<InputValue> valuesWithin(int characters) {
		return values();
	}

	/**
	 * Return the values that are known by now, of which those that no detector looks at
	 * are made only if they bear one of some names.
	 * @param names tells of the last part of a name whether values are asked for by it;
	 * the elements of a list bear the name of the list
	 * @param characters length of documents up to which that is done, longer ones are
	 * left as they are
	 * @return an unmodifiable list that may have other values as well
	 */
	default List<InputValue> valuesNamed(Predicate<String> names, int characters) {
		return valuesWithin(characters);
	}

	/**
	 * Return the first value at a place.
	 * @param location where to look
	 * @param name the exact name there; header names are lower case
	 * @return the value, or {@code null} if there is none by now
	 */
	default @Nullable String value(InputLocation location, String name) {
		for (InputValue candidate : values()) {
			if (candidate.location() == location && candidate.kind() == InputValue.Kind.VALUE
					&& candidate.name().equals(name)) {
				return candidate.value();
			}
		}
		return null;
	}

	/**
	 * Return the phase that runs or ran last.
	 * @return the phase
	 */
	Phase phase();

	/**
	 * Return the policy of this exchange.
	 * @return what applies to the route and client
	 */
	Policy policy();

	/**
	 * Return when the request came in.
	 * @return the start of the exchange
	 */
	Instant startedAt();

	/**
	 * Return what remains of the time that judging this exchange may take.
	 * @return the time, which all that judge share
	 */
	default JudgingTime judgingTime() {
		return JudgingTime.UNLIMITED;
	}

	/**
	 * Note that something failed while it judged this exchange.
	 * @param source name of what failed
	 * @return whether that is to be reported: the first time for each source
	 */
	default boolean noteFailure(String source) {
		return true;
	}

}

package io.github.raspspring.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an operator asks a section of the endpoint to do.
 *
 * @param name one lower-case word such as {@code unblock}
 * @param target to what, such as a client or a plan
 * @param arguments further values by name
 */
public record SectionOperation(String name, String target, Map<String, String> arguments) {

	public SectionOperation {
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Return an argument.
	 * @param argument its name
	 * @return its value, or {@code null} if it was not given
	 */
	public @Nullable String argument(String argument) {
		return this.arguments.get(argument);
	}

}

package io.github.raspspring.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a section of the endpoint for.
 *
 * @param arguments values by name, free of names without a value
 */
public record SectionQuery(Map<String, String> arguments) {

	/** Asks for all there is. */
	public static final SectionQuery ALL = new SectionQuery(Map.of());

	public SectionQuery {
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

package io.github.raspspring.engine;

/**
 * One leaf of the request that the application will see. Names chosen by the client are
 * values too: they come as a second value whose {@link #kind()} is {@link Kind#NAME}.
 *
 * @param location where it was found
 * @param name its name there: a parameter, header or part name, or a JSON pointer
 * @param value the value as the application gets it, never {@code null}
 * @param kind whether the client chose it as a value or as a name
 */
public record InputValue(InputLocation location, String name, String value, Kind kind) {

	/**
	 * Create a value.
	 * @param location where it was found
	 * @param name its name there
	 * @param value the value
	 */
	public InputValue(InputLocation location, String name, String value) {
		this(location, name, value, Kind.VALUE);
	}

	/**
	 * Create the value that stands for a name.
	 * @param location where the name was found
	 * @param name the name
	 * @return a value whose text is the name
	 */
	public static InputValue ofName(InputLocation location, String name) {
		return new InputValue(location, name, name, Kind.NAME);
	}

	/**
	 * What the client chose.
	 */
	public enum Kind {

		/** The content. */
		VALUE,

		/** The key, field, parameter or part name. */
		NAME

	}

}

package io.github.raspspring.engine;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One leaf of the request that the application will see. Names chosen by the client are
 * values too: they come as a second value whose {@link #kind()} is {@link Kind#NAME}.
 * Immutable; equal to another of the same place, name, text and kind.
 */
public final class InputValue {

	private final InputLocation location;

	/** A text, or an {@link InputName} that becomes one when asked for. */
	private final Object name;

	private final String value;

	private final Kind kind;

	private final @Nullable InputValue whole;

	/**
	 * Create a value.
	 * @param location where it was found
	 * @param name its name there: a parameter, header or part name, or a JSON pointer
	 * @param value the value as the application gets it
	 * @param kind whether the client chose it as a value or as a name
	 */
	public InputValue(InputLocation location, String name, String value, Kind kind) {
		this(location, name, value, kind, null);
	}

	/**
	 * Create a value.
	 * @param location where it was found
	 * @param name its name there
	 * @param value the value
	 */
	public InputValue(InputLocation location, String name, String value) {
		this(location, name, value, Kind.VALUE, null);
	}

	private InputValue(InputLocation location, Object name, String value, Kind kind, @Nullable InputValue whole) {
		this.location = Objects.requireNonNull(location, "location");
		this.name = Objects.requireNonNull(name, "name");
		this.value = Objects.requireNonNull(value, "value");
		this.kind = Objects.requireNonNull(kind, "kind");
		this.whole = whole;
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
	 * Create a value of a document.
	 * @param location where it was found
	 * @param name where in the document it stands
	 * @param value the value
	 * @param kind whether the client chose it as a value or as a name
	 * @return the value
	 */
	public static InputValue at(InputLocation location, InputName name, String value, Kind kind) {
		return new InputValue(location, name, value, kind, null);
	}

	/**
	 * Cut a piece out of a value that is too long to be judged at once.
	 * @param start index of its first character
	 * @param end index behind its last character
	 * @return a value of the same name that knows what it is a piece of
	 */
	public InputValue piece(int start, int end) {
		return new InputValue(this.location, this.name, this.value.substring(start, end), this.kind, whole());
	}

	/**
	 * Return the value that this is a piece of.
	 * @return the whole, this one if it is no piece
	 */
	public InputValue whole() {
		return (this.whole != null) ? this.whole : this;
	}

	/**
	 * Return where it was found.
	 * @return the place
	 */
	public InputLocation location() {
		return this.location;
	}

	/**
	 * Return the name it has there.
	 * @return a parameter, header or part name, or a JSON pointer
	 */
	public String name() {
		return this.name.toString();
	}

	/**
	 * Return what names the value itself, where it stands in a document. Costs nothing,
	 * which making a JSON pointer does.
	 * @return the part of a JSON pointer behind its last slash, or the whole name where
	 * it is no pointer
	 */
	public String lastName() {
		return (this.name instanceof InputName pointer) ? pointer.last() : (String) this.name;
	}

	/**
	 * Return what names the list that the value is an element of, where it stands in a
	 * document that is not read piece by piece.
	 * @return {@link #lastName()} of the outermost list, or of the value if it is in none
	 */
	public String listName() {
		return (this.name instanceof InputName pointer) ? pointer.list() : (String) this.name;
	}

	/**
	 * Return the text as the application gets it.
	 * @return the value
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Return what the client chose it as.
	 * @return value or name
	 */
	public Kind kind() {
		return this.kind;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || other instanceof InputValue value && this.location == value.location
				&& this.kind == value.kind && this.value.equals(value.value) && hasNameOf(value);
	}

	/**
	 * Return whether it stands at a place in a document.
	 * @param place the place
	 * @return {@code true} if {@link #at} would make an equal value of it and the text
	 */
	public boolean standsAt(InputName place) {
		return this.name.equals(place);
	}

	private boolean hasNameOf(InputValue other) {
		return this.name.equals(other.name)
				|| this.name.getClass() != other.name.getClass() && name().equals(other.name());
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.location, name(), this.value, this.kind);
	}

	@Override
	public String toString() {
		return "InputValue[" + this.location + " " + this.kind + ", " + this.value.length() + " characters]";
	}

	/**
	 * What the client chose.
	 */
	public enum Kind {

		/** The content. */
		VALUE,

		/** The key, field, parameter or part name. */
		NAME,

		/**
		 * The text of a file, which may say anything: no detector judges it, and sinks
		 * follow it.
		 */
		FILE

	}

}

package io.github.raspspring.profile;

/**
 * What a value of a request is by the way it is written.
 */
public enum LeafType {

	/** A text; every parameter of a query or form is one. */
	TEXT,

	/** A number without a fraction. */
	INTEGER,

	/** A number with a fraction or an exponent. */
	FRACTION,

	/** {@code true} or {@code false}. */
	BOOLEAN,

	/** {@code null}. */
	NULL,

	/** An object of a document. */
	OBJECT,

	/** A list of a document. */
	ARRAY

}

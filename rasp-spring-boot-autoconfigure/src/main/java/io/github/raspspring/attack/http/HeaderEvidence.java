package io.github.raspspring.attack.http;

/**
 * What follows a line break in a text that may be written into a header.
 */
enum HeaderEvidence {

	/** Nothing of a header. */
	NONE,

	/** A word and a colon. */
	FIELD,

	/** The name of a field of mail. */
	MAIL_FIELD,

	/** The name of a field of HTTP. */
	KNOWN_FIELD,

	/** A name that fields have and hardly a text, in a value of one line. */
	NAMED_FIELD,

	/** Text behind an empty line, in a value of one line. */
	TEXT,

	/** A status line. */
	STATUS_LINE,

	/** The version that ends a request line, or a request of its own. */
	REQUEST,

	/** A page behind an empty line. */
	CONTENT,

	/** An element of a page behind an empty line. */
	ELEMENT

}

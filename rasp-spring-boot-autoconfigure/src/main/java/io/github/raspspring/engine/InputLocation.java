package io.github.raspspring.engine;

import java.util.Locale;

/**
 * Where in the request a value was found.
 */
public enum InputLocation {

	/** A segment or variable of the path. */
	PATH,

	/** A parameter of the query string. */
	QUERY,

	/** A header field. */
	HEADER,

	/** A cookie. */
	COOKIE,

	/** A field of an URL-encoded form. */
	FORM,

	/** A leaf or key of a JSON body, named by its JSON pointer (RFC 6901). */
	JSON,

	/** Text, attribute or raw text of an XML body. */
	XML,

	/** A part of a multipart body, its name or its file name. */
	MULTIPART,

	/** A GraphQL document or variable. */
	GRAPHQL,

	/** A body that is none of the above. */
	BODY;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * Return the lower-case name used in reports.
	 * @return the label
	 */
	public String label() {
		return this.label;
	}

}

package io.github.raspspring.attack.xml;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * An XML document about to be parsed, or something outside of one that its parser is
 * about to read.
 *
 * @param operation what is called, such as {@code EntityResolver} or {@code XInclude}
 * @param argument the text of the document, or the address of what is outside
 * @param part which of them it is
 * @param fromRequest whether the document is known to come from the client, so that it
 * need not occur in the values of the request
 */
public record XmlCall(String operation, String argument, Part part, boolean fromRequest) implements SinkCall {

	/**
	 * Describe a document whose parser resolves entities.
	 * @param document the text, or its beginning up to the first element
	 * @param fromRequest whether it is known to come from the client
	 * @return the call
	 */
	public static XmlCall ofDocument(String document, boolean fromRequest) {
		return new XmlCall("XML parser", document, Part.DOCUMENT, fromRequest);
	}

	/**
	 * Describe an entity, schema, style sheet or inclusion.
	 * @param operation what is called
	 * @param systemId its address as the document gives it
	 * @param fromRequest whether the document is known to come from the client
	 * @return the call
	 */
	public static XmlCall ofExternal(String operation, String systemId, boolean fromRequest) {
		return new XmlCall(operation, systemId, Part.EXTERNAL, fromRequest);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.XML;
	}

	/**
	 * What is looked at.
	 */
	public enum Part {

		/** The text of the document. */
		DOCUMENT,

		/** What it refers to. */
		EXTERNAL

	}

}

package io.github.raspspring.sink;

/**
 * A text about to be evaluated by something other than a database or shell.
 *
 * @param kind the kind of execution
 * @param language how the text is read
 * @param argument the text
 */
public record TextCall(SinkKind kind, Language language, String argument) implements SinkCall {

	/**
	 * Create a call.
	 * @param language how the text is read
	 * @param argument the text
	 */
	public TextCall(Language language, String argument) {
		this(language.kind(), language, argument);
	}

	@Override
	public String operation() {
		return this.language.label();
	}

	/**
	 * The languages that are understood.
	 */
	public enum Language {

		/** SpEL, OGNL, MVEL, Jakarta EL and scripts: all of the text is code. */
		EXPRESSION(SinkKind.EXPRESSION, "expression"),

		/** FreeMarker, Velocity, Thymeleaf and their like: text with code in it. */
		TEMPLATE(SinkKind.EXPRESSION, "template"),

		/** A search filter of a directory (RFC 4515). */
		LDAP_FILTER(SinkKind.LDAP, "LDAP filter"),

		/** The name of an entry of a directory (RFC 4514). */
		LDAP_NAME(SinkKind.LDAP, "LDAP name"),

		/** An XPath expression. */
		XPATH(SinkKind.XPATH, "XPath");

		private final SinkKind kind;

		private final String label;

		Language(SinkKind kind, String label) {
			this.kind = kind;
			this.label = label;
		}

		SinkKind kind() {
			return this.kind;
		}

		String label() {
			return this.label;
		}

	}

}

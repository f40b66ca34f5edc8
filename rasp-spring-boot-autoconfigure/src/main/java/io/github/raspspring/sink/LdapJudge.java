package io.github.raspspring.sink;

import io.github.raspspring.engine.Rule;

/**
 * Judges a filter or name handed to a directory: does a value of the request change which
 * entries are meant (CWE-90)? Characters with a meaning must have been escaped, as RFC
 * 4515 and RFC 4514 say. Thread-safe.
 */
public final class LdapJudge extends TextJudge {

	private static final Rule STRUCTURE = new Rule("structure", "CWE-90",
			"A value of the request changes the structure of a directory filter or name.",
			"Escape the value, for example with LdapEncoder of Spring LDAP or a query builder.");

	private static final String OF_FILTER = "()*";

	private static final String OF_NAME = ",+;\"<>";

	/**
	 * Create a judge.
	 */
	public LdapJudge() {
		super(SinkKind.LDAP);
	}

	@Override
	TextSearch.PlaceJudge places(TextCall call) {
		String text = call.argument();
		String meaningful = meaningful(call);
		return (start, end) -> changesStructure(text, start, end, meaningful) ? STRUCTURE : null;
	}

	@Override
	String shape(TextCall call) {
		return shape(call.argument(), meaningful(call));
	}

	private static String meaningful(TextCall call) {
		return (call.language() == TextCall.Language.LDAP_NAME) ? OF_NAME : OF_FILTER;
	}

	private static boolean changesStructure(String text, int start, int end, String meaningful) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == 0 || meaningful.indexOf(c) >= 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is left of a text when its values are taken out.
	 */
	private static String shape(String text, String meaningful) {
		StringBuilder shape = new StringBuilder();
		boolean value = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean structure = meaningful.indexOf(c) >= 0 || c == 0;
			if (structure || (!value && c != '=')) {
				shape.append(c);
				value &= c == '*';
			}
			else if (!value) {
				shape.append("=?");
				value = true;
			}
			if (c == '\\') {
				i++;
			}
		}
		return shape.toString();
	}

}

package io.github.raspspring.attack.query;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextJudge;
import io.github.raspspring.sink.TextSearch;

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

	private static final String ANY_CLASS = "(objectClass=";

	private static final String OF_NAME = ",+;\"<>";

	/**
	 * Create a judge.
	 */
	public LdapJudge() {
		super(SinkKind.LDAP);
	}

	@Override
	protected TextSearch.PlaceJudge places(TextCall call) {
		String text = call.argument();
		String meaningful = meaningful(call);
		boolean balanced = balanced(text);
		return (start, end) -> changesStructure(text, start, end, meaningful, balanced) ? STRUCTURE : null;
	}

	private static String meaningful(TextCall call) {
		return (call.language() == TextCall.Language.LDAP_NAME) ? OF_NAME : OF_FILTER;
	}

	private static boolean changesStructure(String text, int start, int end, String meaningful, boolean balanced) {
		if (end < text.length() && text.charAt(end) == 0) {
			return true;
		}
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				i++;
				if (i == end && i < text.length() && isMeaningful(text.charAt(i), meaningful)) {
					return true;
				}
			}
			else if (isMeaningful(c, meaningful)) {
				return end - start > 1 || (c == '*' && !isAnyClass(text, start)) || c == '"' || !balanced;
			}
		}
		return false;
	}

	/**
	 * Every entry has a class: to ask for any is what applications write themselves.
	 */
	private static boolean isAnyClass(String text, int star) {
		return text.regionMatches(true, star - ANY_CLASS.length(), ANY_CLASS, 0, ANY_CLASS.length());
	}

	private static boolean isMeaningful(char c, String meaningful) {
		return c == 0 || meaningful.indexOf(c) >= 0;
	}

	/**
	 * A single sign belongs to the application as long as it fits in with the others.
	 */
	private static boolean balanced(String text) {
		int depth = 0;
		boolean empty = true;
		for (int i = 0; i < text.length() && depth >= 0; i++) {
			char c = text.charAt(i);
			if (c == ',' || c == '+' || c == ';') {
				if (empty) {
					return false;
				}
				empty = true;
			}
			else {
				empty = false;
			}
			i += (c == '\\') ? 1 : 0;
			depth += (c == '(') ? 1 : 0;
			depth -= (c == ')') ? 1 : 0;
		}
		return depth == 0;
	}

}

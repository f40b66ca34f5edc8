package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a text that stands for the first value of a distinguished name and brings
 * the rest of another one, {@code admin,cn=users,dc=example,dc=com}, or the attributes,
 * scope and filter of a URL of LDAP. Names of entries begin with an attribute, URLs with
 * their scheme. Stateless.
 */
final class DirectoryName {

	private static final HashedWords ATTRIBUTES = HashedWords.of("cn ou uid o l st c", "dc");

	private static final String[] SCOPES = { "?sub?", "?one?", "?base?" };

	private static final int MOST_PARTS = 12;

	private DirectoryName() {
	}

	static boolean is(String text) {
		int end = valueEnd(text, 0);
		return end > 0 && (Ascii.at(text, end) == ',' || Ascii.at(text, end) == '+') && isRest(text, end);
	}

	/**
	 * Whether parts with an attribute are all that follows, the last of them one of the
	 * domain, or the first of them one more of the same entry.
	 */
	private static boolean isRest(String text, int comma) {
		int i = comma;
		int group = 0;
		int parts = 0;
		for (; parts < MOST_PARTS && (Ascii.at(text, i) == ',' || Ascii.at(text, i) == '+'); parts++) {
			int name = i + 1;
			int equals = name;
			while (Ascii.isLetter(Ascii.at(text, equals))) {
				equals++;
			}
			group = ATTRIBUTES.groupOf(text, name, equals);
			i = valueEnd(text, equals + 1);
			if (group == 0 || Ascii.at(text, equals) != '=' || i == equals + 1) {
				return false;
			}
		}
		boolean several = Ascii.at(text, comma) == '+' && parts > 1 && Ascii.isLetter(Ascii.at(text, comma + 2));
		return (group == 2 || several) && (i == text.length() || "?#,;/)\0".indexOf(text.charAt(i)) >= 0);
	}

	private static int valueEnd(String text, int start) {
		int i = start;
		while (Ascii.isWord(Ascii.at(text, i)) || "-.@*".indexOf(Ascii.at(text, i)) >= 0) {
			i++;
		}
		return i;
	}

	/**
	 * Tell whether a scope and a filter follow what is no URL.
	 */
	static boolean isSearch(String text) {
		for (String scope : SCOPES) {
			int index = text.indexOf(scope);
			if (index > 0) {
				char next = Ascii.at(text, index + scope.length());
				return next == '(' && text.lastIndexOf('?', index - 1) >= 0 && text.indexOf("://") < 0;
			}
		}
		return false;
	}

}

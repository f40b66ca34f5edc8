package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Tells documents of filters that only name what is looked for, as clients of a search
 * write them: members that are one of some values, or more or less than a number or date,
 * all of which have to hold. What matches anything, or asks for what is secret, is none.
 * Stateless.
 */
final class PlainFilter {

	private static final HashedWords OPERATORS = HashedWords.of("$gt $gte", "$lt $lte", "$in", "$and", "$eq");

	/** Parts of names of what is secret, or says what somebody may do. */
	private static final String[] SECRETS = { "pass", "pwd", "secret", "token", "hash", "otp", "apikey", "api_key",
			"role", "admin", "permission", "privilege", "authorit", "scope" };

	private static final int MORE = 1;

	private static final int LESS = 2;

	private static final int MEMBERSHIP = 3;

	private static final int CONJUNCTION = 4;

	private static final int LONGEST = 1024;

	private PlainFilter() {
	}

	static boolean is(String text) {
		if (text.length() > LONGEST || !text.startsWith("{") || !text.endsWith("}") || text.indexOf('\\') >= 0) {
			return false;
		}
		int i = text.indexOf('"');
		int before = 0;
		while (i >= 0) {
			int end = text.indexOf('"', i + 1);
			if (end < 0 || holdsEmpty(text, before, i)) {
				return false;
			}
			int colon = Ascii.skipSpace(text, end + 1);
			if (Ascii.at(text, colon) == ':' && !isPlainMember(text, i + 1, end, Ascii.skipSpace(text, colon + 1))) {
				return false;
			}
			before = end + 1;
			i = text.indexOf('"', before);
		}
		return !holdsEmpty(text, before, text.length());
	}

	/**
	 * Whether an empty document or list, or what isn't JSON, stands between two strings.
	 */
	private static boolean holdsEmpty(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			char next = Ascii.at(text, Ascii.skipSpace(text, i + 1));
			if (c == '{' && next == '}' || c == '[' && next == ']' || "$'/(".indexOf(c) >= 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPlainMember(String text, int start, int end, int value) {
		int group = OPERATORS.groupOf(text, start, end);
		char first = Ascii.at(text, value);
		return switch (group) {
			case MORE -> first != '-' && isNumber(text, value, '1');
			case LESS -> isNumber(text, value, '0');
			case MEMBERSHIP -> first == '[' && isListOfValues(text, value);
			case CONJUNCTION -> first == '[';
			case 0 -> end > start && text.charAt(start) != '$' && !isSecret(text, start, end)
					&& !Ascii.startsWith(text, value, "null");
			default -> first != '{' && first != '[' && first != 'n';
		};
	}

	private static boolean isSecret(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			for (String secret : SECRETS) {
				if (Ascii.startsWith(text, i, secret)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether a number or date stands there, or one in quotes, from a digit on. More than
	 * nothing is any.
	 */
	private static boolean isNumber(String text, int value, char least) {
		int start = (Ascii.at(text, value) == '"' || Ascii.at(text, value) == '-') ? value + 1 : value;
		return Ascii.isDigit(Ascii.at(text, start)) && Ascii.at(text, start) >= least;
	}

	private static boolean isListOfValues(String text, int open) {
		int close = text.indexOf(']', open);
		int i = open + 1;
		while (i < close && text.charAt(i) != '{' && text.charAt(i) != '[') {
			i++;
		}
		return i == close && Ascii.find(text, "null", open, close) < 0;
	}

}

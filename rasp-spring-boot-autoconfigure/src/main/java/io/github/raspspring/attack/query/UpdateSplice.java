package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a text that ends a literal of a filter and goes on with another document or
 * member that an operator begins: <code>x'}, {$set: {a: 1}}, {b: '</code>. What is not
 * cut off by a comment ends within a literal or document, as the application closes it.
 * Stateless.
 */
final class UpdateSplice {

	private static final int MOST_CLOSERS = 32;

	private UpdateSplice() {
	}

	static boolean is(String text) {
		int end = LiteralEnd.of(text);
		if (end < 0) {
			return false;
		}
		int closed = 0;
		int i = Ascii.skipSpace(text, end);
		while (i < end + MOST_CLOSERS && (Ascii.at(text, i) == '}' || Ascii.at(text, i) == ']')) {
			closed++;
			i = Ascii.skipSpace(text, i + 1);
		}
		if (Ascii.at(text, i) != ',') {
			return false;
		}
		int member = Ascii.skipSpace(text, i + 1);
		boolean document = closed > 0 && Ascii.at(text, member) == '{';
		return isOperator(text, document ? Ascii.skipSpace(text, member + 1) : member)
				&& isCompleted(text, i, text.charAt(end - 1), closed);
	}

	/**
	 * Tell whether the document is all that ends behind the literal, and a comment cuts
	 * off the rest: <code>x'})//</code>.
	 */
	static boolean isCutOff(String text) {
		int end = LiteralEnd.of(text);
		if (end < 0 || Ascii.isDigit(text.charAt(end - 1))) {
			return false;
		}
		boolean closed = false;
		int i = end;
		while (i < end + MOST_CLOSERS && i < text.length() && "}]); ".indexOf(text.charAt(i)) >= 0) {
			closed |= text.charAt(i) == '}';
			i++;
		}
		boolean comment = text.startsWith("//", i) || text.startsWith("/*", i);
		return closed && comment && Ascii.skipSpace(text, i + 2) == text.length();
	}

	private static boolean isOperator(String text, int start) {
		char quote = Ascii.at(text, start);
		boolean quoted = quote == '"' || quote == '\'';
		int name = quoted ? start + 1 : start;
		int end = MongoOperators.nameEnd(text, name + 1);
		int behind = (quoted && Ascii.at(text, end) == quote) ? end + 1 : end;
		return Ascii.at(text, name) == '$' && Ascii.at(text, Ascii.skipSpace(text, behind)) == ':'
				&& MongoOperators.of(text, name, end) != MongoScanner.Evidence.NONE;
	}

	/**
	 * Whether the rest ends in a literal that the application closes, opens as many
	 * brackets as were closed behind a number, or ends with a comment.
	 */
	private static boolean isCompleted(String text, int from, char before, int closed) {
		int depth = -closed;
		char string = '\0';
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (string != '\0') {
				string = (c == string) ? '\0' : string;
			}
			else if (c == '\'' || c == '"') {
				string = c;
			}
			else {
				depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
			}
		}
		String rest = text.stripTrailing();
		boolean comment = rest.endsWith("//") || rest.endsWith("/*");
		return (string != '\0') ? string == before : comment || Ascii.isDigit(before) && closed > 0 && depth == 0;
	}

}

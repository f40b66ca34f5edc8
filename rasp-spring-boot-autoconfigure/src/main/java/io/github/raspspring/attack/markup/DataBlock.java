package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * A script whose type says that it holds data, as pages have for search engines: no
 * browser runs it (WHATWG HTML, 4.12.1). Its tag has nothing but plain attributes in
 * quotation marks, so that it is read the same way by all, and JSON follows. Stateless.
 */
final class DataBlock {

	private static final int TYPE = 2;

	private static final int LONGEST_TAG = 512;

	private static final HashedWords ATTRIBUTES = HashedWords
		.of("id class nonce title lang data-schema data-type data-id", "type");

	private static final HashedWords TYPES = HashedWords.of("application/ld+json application/json");

	private DataBlock() {
	}

	/**
	 * Tell whether the tag of a script begins such a block.
	 * @param text the text
	 * @param nameEnd index behind the name of the element
	 */
	static boolean is(String text, int nameEnd) {
		int i = nameEnd;
		boolean data = false;
		boolean typed = false;
		while (i < text.length() && i - nameEnd < LONGEST_TAG) {
			int name = Ascii.skipSpace(text, i);
			if (Ascii.at(text, name) == '>') {
				return data && holdsJson(text, name + 1);
			}
			int equals = name;
			while (HtmlLexer.isAttributeName(Ascii.at(text, equals))) {
				equals++;
			}
			int meaning = ATTRIBUTES.groupOf(text, name, equals);
			int end = (name > i && meaning != 0) ? endOfValue(text, equals) : -1;
			if (end < 0) {
				return false;
			}
			if (meaning == TYPE && !typed) {
				data = TYPES.groupOf(text, equals + 2, end - 1) != 0;
				typed = true;
			}
			i = end;
		}
		return false;
	}

	/**
	 * Return the index behind a value in quotation marks, -1 if there is none.
	 */
	private static int endOfValue(String text, int equals) {
		char mark = Ascii.at(text, equals + 1);
		if (Ascii.at(text, equals) != '=' || mark != '"' && mark != '\'') {
			return -1;
		}
		int i = equals + 2;
		while (i < text.length() && i - equals < LONGEST_TAG && isPlain(text.charAt(i))) {
			i++;
		}
		return (Ascii.at(text, i) == mark) ? i + 1 : -1;
	}

	private static boolean isPlain(char c) {
		return Ascii.isWord(c) || " -./+:".indexOf(c) >= 0;
	}

	private static boolean holdsJson(String text, int start) {
		char first = Ascii.at(text, Ascii.skipSpace(text, start));
		return first == '{' || first == '[';
	}

}

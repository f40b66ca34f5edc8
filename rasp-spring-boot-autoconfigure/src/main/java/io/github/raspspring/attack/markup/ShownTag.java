package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * A tag that Markdown shows as code and that could do no harm if a page had it: a script
 * in a fenced block that reaches for nothing outside of itself, a handler in a span of
 * code that calls a function of the page's own. Anyone can write such marks, so it is
 * what the tag does that counts. Looks at a bounded piece. Stateless.
 */
final class ShownTag {

	private static final int LONGEST_TAG = 256;

	/**
	 * What only somebody needs who reaches beyond the example, or hides what is called.
	 */
	private static final HashedWords REACHING = HashedWords
		.of("""
				alert confirm prompt eval fetch cookie domain location function constructor atob btoa xmlhttprequest src href
				innerhtml outerhtml write writeln localstorage sessionstorage indexeddb postmessage fromcharcode sendbeacon
				websocket eventsource worker sharedworker open opener parent top self window globalthis frames unescape
				decodeuri decodeuricomponent settimeout setinterval setimmediate execscript createelement insertadjacenthtml
				createcontextualfragment setattribute image script iframe reflect proxy serviceworker navigator history
				referrer submit action srcdoc valueof tostring call apply bind onerror onload getscript ajax axios jquery
				importscripts print stop close find""");

	private ShownTag() {
	}

	/**
	 * Tell whether a script stands on lines of its own in a fenced block that says what
	 * language it shows and that is closed behind it.
	 * @param text the text
	 * @param around what stands around its tags
	 * @param start index of the angle bracket
	 * @param nameEnd index behind the name of the element
	 */
	static boolean isScriptInFence(String text, Surroundings around, int start, int nameEnd) {
		int tagEnd = Ascii.find(text, ">", nameEnd, nameEnd + LONGEST_TAG);
		if (tagEnd < 0 || around.fenceBefore(start) < 0 || !isPlainTag(text, nameEnd, tagEnd)) {
			return false;
		}
		int close = around.scriptEnd(tagEnd);
		return close > 0 && isInFence(text, around, start, close) && reachesNothing(text, tagEnd + 1, close);
	}

	private static boolean namesLanguage(String text, int from) {
		int end = from;
		while (Ascii.isLetter(Ascii.at(text, end))) {
			end++;
		}
		return end > from && (Ascii.at(text, end) == '\n' || Ascii.at(text, end) == '\r');
	}

	/**
	 * Tell whether a tag has plain attributes only, with nothing from elsewhere.
	 */
	private static boolean isPlainTag(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			boolean handler = c == 'o' && Ascii.at(text, i + 1) == 'n' && !Ascii.isLetter(text.charAt(i - 1));
			if (!Ascii.isWord(c) && " =\"'./-".indexOf(c) < 0 || handler || text.startsWith("//", i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean reachesNothing(String text, int from, int to) {
		int i = from;
		while (i < to) {
			char c = text.charAt(i);
			if (Ascii.isLetter(c)) {
				int end = wordEnd(text, i);
				boolean loads = Ascii.startsWith(text, i, "import") && Ascii.at(text, end) == '(';
				if (loads || REACHING.groupOf(text, i, end) != 0) {
					return false;
				}
				i = end;
				continue;
			}
			char next = Ascii.at(text, i + 1);
			boolean hidden = c == '\\' || c >= 0x80
					|| c == '[' && isMember(text, i) && (next == '\'' || next == '"' || next == '`') || c == '`'
					|| c == '<' || c == '&' && next == '#';
			boolean elsewhere = c == '/' && next == '/' && !Ascii.isSpace(Ascii.at(text, i - 1));
			if (hidden || elsewhere) {
				return false;
			}
			i++;
		}
		return true;
	}

	/**
	 * Tell whether a bracket takes a member of what stands before, and begins no list.
	 */
	private static boolean isMember(String text, int bracket) {
		int i = bracket - 1;
		while (i > 0 && text.charAt(i) <= ' ') {
			i--;
		}
		return Ascii.isWord(Ascii.at(text, i)) || ")]}.$'\"`".indexOf(Ascii.at(text, i)) >= 0;
	}

	/**
	 * Tell whether a tag that runs nothing stands in such a block, or alone in a span of
	 * code, and loads nothing from elsewhere.
	 * @param text the text
	 * @param around what stands around its tags
	 * @param start index of the angle bracket
	 * @param nameEnd index behind the name of the element
	 */
	static boolean isPlain(String text, Surroundings around, int start, int nameEnd) {
		int end = Ascii.find(text, ">", nameEnd, start + LONGEST_TAG + 1);
		if (end < 0 || !isPlainTag(text, nameEnd, end)) {
			return false;
		}
		char before = Ascii.at(text, start - 2);
		boolean span = Ascii.at(text, start - 1) == '`' && Ascii.at(text, end + 1) == '`'
				&& (start == 1 || before == ' ' || before == '(' || before == '\n')
				&& !Ascii.isWord(Ascii.at(text, end + 2));
		return span || isInFence(text, around, start, end);
	}

	private static boolean isInFence(String text, Surroundings around, int start, int end) {
		int fence = around.fenceBefore(start);
		return fence >= 0 && (fence == 0 || text.charAt(fence - 1) == '\n')
				&& namesLanguage(text, fence + Surroundings.FENCE.length())
				&& around.isFenceClosed(end, start + Surroundings.NEAR);
	}

	/**
	 * Tell whether a sentence shows the tag of a handler in a span of code, and the
	 * handler calls one function by its name that no browser has.
	 * @param text the text
	 * @param attribute where the name of the handler begins
	 * @param value where its value begins
	 */
	static boolean isHandlerInSpan(String text, int attribute, int value) {
		int tag = attribute;
		while (tag > 0 && attribute - tag <= LONGEST_TAG && text.charAt(tag) != '<') {
			tag--;
		}
		char before = Ascii.at(text, tag - 2);
		if (tag < 1 || text.charAt(tag) != '<' || text.charAt(tag - 1) != '`'
				|| tag > 1 && before != ' ' && before != '(' && before != '\n'
				|| Ascii.find(text, ">", tag, attribute) >= 0) {
			return false;
		}
		int end = callEnd(text, value);
		int close = (end < 0) ? -1 : Ascii.find(text, ">", end, tag + LONGEST_TAG);
		return close > 0 && Ascii.at(text, close + 1) == '`' && !Ascii.isWord(Ascii.at(text, close + 2))
				&& isPlainTag(text, end, close);
	}

	/**
	 * Return the index behind a value in quotation marks that is one plain call, -1 if it
	 * is another.
	 */
	private static int callEnd(String text, int value) {
		char mark = Ascii.at(text, value);
		if (mark != '"' && mark != '\'') {
			return -1;
		}
		int name = text.startsWith("return ", value + 1) ? value + 8 : value + 1;
		if (text.startsWith("this.src=", name)) {
			return fallbackEnd(text, name + 9, mark);
		}
		int end = wordEnd(text, name);
		if (end - name < 3 || Ascii.at(text, end) != '(' || REACHING.groupOf(text, name, end) != 0) {
			return -1;
		}
		char other = (mark == '"') ? '\'' : '"';
		int i = end + 1;
		while (Ascii.isWord(Ascii.at(text, i)) || ",. ".indexOf(Ascii.at(text, i)) >= 0 || Ascii.at(text, i) == other) {
			i++;
		}
		i += text.startsWith(");", i) ? 2 : text.startsWith(")", i) ? 1 : 0;
		return (text.charAt(i - 1) != '(' && Ascii.at(text, i) == mark) ? i + 1 : -1;
	}

	/**
	 * Return the index behind a value that replaces an image by one of the same site, -1
	 * if it does not.
	 */
	private static int fallbackEnd(String text, int literal, char mark) {
		char quote = Ascii.at(text, literal);
		int i = literal + 1;
		while (Ascii.isWord(Ascii.at(text, i)) || "./-".indexOf(Ascii.at(text, i)) >= 0) {
			i++;
		}
		boolean ends = quote != mark && (quote == '"' || quote == '\'') && Ascii.at(text, i) == quote
				&& !text.startsWith("//", literal + 1);
		i += (ends && Ascii.at(text, i + 1) == ';') ? 2 : 1;
		return (ends && Ascii.at(text, i) == mark) ? i + 1 : -1;
	}

	private static int wordEnd(String text, int from) {
		int end = from;
		while (Ascii.isWord(Ascii.at(text, end))) {
			end++;
		}
		return end;
	}

}

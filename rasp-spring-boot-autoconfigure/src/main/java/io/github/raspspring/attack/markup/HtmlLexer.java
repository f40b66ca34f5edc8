package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Splits a text into the tokens of HTML that can make a browser act: tags and attributes
 * (WHATWG HTML, 13.2.5). The context the text ends up in is unknown, so attributes are
 * found outside of tags too, and a tag opens within quotes as well. Not thread-safe.
 */
final class HtmlLexer {

	private static final int LONGEST_NAME = 40;

	private final String text;

	private int start;

	private int end;

	private long hash;

	private int valueStart;

	private boolean inTag;

	/**
	 * Create a lexer.
	 * @param text the text
	 */
	HtmlLexer(String text) {
		this.text = text;
	}

	/**
	 * Read the next token.
	 * @return its kind, {@link Kind#END} once the text is used up
	 */
	Kind next() {
		this.start = this.end;
		if (this.start >= this.text.length()) {
			return Kind.END;
		}
		char c = this.text.charAt(this.start);
		if (c == '<') {
			return angle();
		}
		if (c == '>') {
			this.inTag = false;
			return token(Kind.TAG_END, this.start + 1);
		}
		boolean name = Ascii.isLetter(c) || this.inTag && (c == '@' || c == ':');
		if (name && startsAttribute()) {
			return attribute();
		}
		return token(Kind.CHARACTER, this.start + 1);
	}

	/**
	 * Return where the current token starts.
	 * @return index of its first character
	 */
	int start() {
		return this.start;
	}

	/**
	 * Return where the current token ends.
	 * @return index behind its last character
	 */
	int end() {
		return this.end;
	}

	/**
	 * Return the hash of the name of the current tag or attribute.
	 * @return a hash to look up in a {@link HashedWords}
	 */
	long hash() {
		return this.hash;
	}

	/**
	 * Return where the value of the current attribute starts.
	 * @return index behind the equals sign and white space
	 */
	int valueStart() {
		return this.valueStart;
	}

	/**
	 * Return whether a tag is open.
	 * @return {@code true} until its closing angle bracket
	 */
	boolean isInTag() {
		return this.inTag;
	}

	/**
	 * Go on at a place, unless the current token ends behind it.
	 * @param index index of the next character to read
	 */
	void skipTo(int index) {
		this.end = Math.max(this.end, index);
	}

	private Kind angle() {
		int i = this.start + 1;
		while (i < this.text.length() && (isDropped(this.text.charAt(i)) || this.text.charAt(i) == '%')) {
			i++;
		}
		boolean closing = Ascii.at(this.text, i) == '/';
		while (Ascii.at(this.text, i) == '/') {
			i++;
		}
		boolean attribute = closing && this.inTag && Ascii.startsWith(this.text, i, "on");
		if (attribute || !Ascii.isLetter(Ascii.at(this.text, i))) {
			return token(Kind.CHARACTER, this.start + 1);
		}
		this.hash = hash(this.text, i);
		this.inTag = true;
		return token(closing ? Kind.CLOSING_TAG : Kind.TAG, nameEnd(this.text, i));
	}

	/**
	 * Return the hash of the name of an element, or of as much of it as is longer than
	 * all known ones: names may be asked for at each colon of one.
	 * @param text the text
	 * @param start index of its first character
	 * @return a hash to look up in a {@link HashedWords}
	 */
	static long hash(String text, int start) {
		long hashed = HashedWords.SEED;
		int read = 0;
		for (int i = start; i < text.length() && read < LONGEST_NAME; i++) {
			char c = text.charAt(i);
			if (endsTagName(c)) {
				break;
			}
			if (!isDropped(c)) {
				hashed = HashedWords.extend(hashed, c);
				read++;
			}
		}
		return hashed;
	}

	static int nameEnd(String text, int start) {
		int end = start;
		while (end < text.length() && !endsTagName(text.charAt(end))) {
			end++;
		}
		return end;
	}

	static boolean endsTagName(char c) {
		return Ascii.isSpace(c) || c == '/' || c == '>' || c == '<' || c == '\\' || c == '"' || c == '\'' || c == '&';
	}

	/**
	 * Return whether old browsers took the character for absent.
	 */
	private static boolean isDropped(char c) {
		return c == '\0' || (c < ' ' && !Ascii.isSpace(c));
	}

	private boolean startsAttribute() {
		char previous = Ascii.at(this.text, this.start - 1);
		return previous <= ' ' || previous == '"' || previous == '\'' || previous == '`' || previous == '/'
				|| previous > 0x7F || previous == '&' || previous == '?' || previous == ';';
	}

	private Kind attribute() {
		int nameEnd = this.start + 1;
		while (nameEnd < this.text.length() && nameEnd - this.start < LONGEST_NAME
				&& isAttributeName(this.text.charAt(nameEnd))) {
			nameEnd++;
		}
		int equals = (nameEnd - this.start < LONGEST_NAME) ? skipBlanks(nameEnd) : nameEnd;
		if (Ascii.at(this.text, equals) != '=') {
			return token(Kind.CHARACTER, nameEnd);
		}
		long hashed = HashedWords.SEED;
		for (int i = this.start; i < nameEnd; i++) {
			hashed = HashedWords.extend(hashed, this.text.charAt(i));
		}
		this.hash = hashed;
		this.valueStart = skipBlanks(equals + 1);
		return token(Kind.ATTRIBUTE, nameEnd);
	}

	private int skipBlanks(int from) {
		int i = from;
		while (i < this.text.length() && i < from + LONGEST_NAME && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	static boolean isAttributeName(char c) {
		return Ascii.isWord(c) || c == '-' || c == ':' || c == '.';
	}

	private Kind token(Kind kind, int end) {
		this.end = end;
		return kind;
	}

	/**
	 * Kinds of tokens.
	 */
	enum Kind {

		/** Opens an element, up to the end of its name. */
		TAG,

		/** Closes an element, up to the end of its name. */
		CLOSING_TAG,

		/** The angle bracket that ends a tag. */
		TAG_END,

		/** The name of an attribute that has a value. */
		ATTRIBUTE,

		/** Anything else: one character, or a word that is no attribute. */
		CHARACTER,

		/** Nothing is left. */
		END

	}

}

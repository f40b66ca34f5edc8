package io.github.raspspring.attack.lookup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * Resolves the lookups of Log4j and Commons Text, <code>${name:value}</code>, as far as
 * that needs no knowledge of the system: {@code lower}, {@code upper}, {@code date},
 * {@code base64} and defaults, nested to any depth. One pass, bounded memory. Not
 * thread-safe.
 */
final class LookupReader {

	private static final int DEEPEST = 32;

	private static final int LONGEST = 256;

	private static final int NONE = 0;

	private static final int CASE = 1;

	private static final int DATE = 2;

	private static final int BASE64 = 3;

	private static final int DEFAULT = 4;

	private static final int UNREAD = 5;

	private static final HashedWords FUNCTIONS = HashedWords.builder()
		.add(CASE, "lower upper")
		.add(DATE, "date")
		.add(BASE64, "base64 base64decoder")
		.build();

	/** What a lookup that stands for a value has none of before its end. */
	private static final CharacterSet STOPS = CharacterSet.of("$:}");

	private final String text;

	private final Visitor visitor;

	private final StringBuilder content = new StringBuilder(LONGEST);

	private final int[] starts = new int[DEEPEST];

	private final int[] functions = new int[DEEPEST];

	private int depth;

	private int tooDeep;

	/**
	 * Create a reader.
	 * @param text the text
	 * @param visitor is told what is found
	 */
	LookupReader(String text, Visitor visitor) {
		this.text = text;
		this.visitor = visitor;
	}

	/**
	 * Find the next lookup of a text that does more than stand for a value: it has a
	 * prefix or a default, or holds another one.
	 * @param text the text
	 * @param from index of the first character to look at
	 * @return index of its dollar sign, or -1
	 */
	static int next(String text, int from) {
		int open = text.indexOf("${", from);
		while (open >= 0) {
			int end = STOPS.next(text, open + 2);
			if (Ascii.at(text, end) != '}') {
				return (end < text.length()) ? open : -1;
			}
			open = text.indexOf("${", end);
		}
		return -1;
	}

	/**
	 * Read the whole text.
	 */
	void read() {
		int i = next(this.text, 0);
		while (i >= 0 && i < this.text.length()) {
			char c = this.text.charAt(i);
			char following = Ascii.at(this.text, i + 1);
			if (c == '$' && following == '{') {
				open();
				i += 2;
				continue;
			}
			inside(c, following, i);
			i += (c == ':' && following == '-') ? 2 : 1;
			i = (this.depth > 0) ? i : next(this.text, i);
		}
	}

	private void open() {
		if (this.depth == DEEPEST) {
			this.tooDeep++;
			return;
		}
		this.starts[this.depth] = this.content.length();
		this.functions[this.depth] = NONE;
		this.depth++;
	}

	private void inside(char c, char next, int index) {
		if (c == '}') {
			close(index);
		}
		else if (c == ':' && next == '-') {
			this.content.setLength(start());
			evade(DEFAULT, index, Ascii.at(this.text, index - 1) == ':' || this.functions[this.depth - 1] == DEFAULT);
		}
		else {
			append(c);
			if (c == ':') {
				colon(index);
			}
			else if (c == '|') {
				this.visitor.reach(this.content, start(), index);
			}
		}
	}

	private void colon(int index) {
		int start = start();
		this.visitor.reach(this.content, start, index);
		if (this.functions[this.depth - 1] != NONE || this.content.length() - start > LONGEST / 8) {
			return;
		}
		long hash = HashedWords.SEED;
		for (int i = start; i < this.content.length() - 1; i++) {
			hash = HashedWords.extend(hash, this.content.charAt(i));
		}
		int function = FUNCTIONS.groupOf(hash);
		if (function != NONE) {
			this.content.setLength(start);
			evade(function, index, this.depth > 1 && function != BASE64);
		}
		else {
			this.functions[this.depth - 1] = UNREAD;
		}
	}

	private void evade(int function, int index, boolean evasion) {
		this.functions[this.depth - 1] = function;
		if (evasion && this.depth > 1) {
			this.visitor.evade(index);
		}
	}

	private void close(int index) {
		if (this.tooDeep > 0) {
			this.tooDeep--;
			return;
		}
		int start = start();
		switch (this.functions[this.depth - 1]) {
			case CASE -> foldLetters(start);
			case DATE -> keepQuoted(start);
			case BASE64 -> {
				decode(start);
				if (this.content.indexOf("${", start) >= 0) {
					this.visitor.evade(index);
				}
			}
			case DEFAULT -> {
			}
			default -> {
				this.visitor.reach(this.content, start, index);
				this.content.setLength(start);
			}
		}
		this.depth--;
		if (this.depth > 0) {
			this.visitor.reach(this.content, start(), index);
		}
	}

	private int start() {
		return this.starts[this.depth - 1];
	}

	private void append(char c) {
		if (this.content.length() - start() < LONGEST) {
			this.content.append(c);
		}
	}

	/**
	 * Map the letters beyond ASCII whose other case is an ASCII letter.
	 */
	private void foldLetters(int start) {
		for (int i = start; i < this.content.length(); i++) {
			char c = switch (this.content.charAt(i)) {
				case '\u0131', '\u0130' -> 'i';
				case '\u017F' -> 's';
				case '\u212A' -> 'k';
				default -> this.content.charAt(i);
			};
			this.content.setCharAt(i, c);
		}
	}

	private void keepQuoted(int start) {
		int length = start;
		for (int i = start; i < this.content.length(); i++) {
			char c = this.content.charAt(i);
			if (c != '\'') {
				this.content.setCharAt(length++, c);
			}
		}
		this.content.setLength(length);
	}

	private void decode(int start) {
		byte[] encoded = this.content.substring(start).getBytes(StandardCharsets.ISO_8859_1);
		this.content.setLength(start);
		try {
			this.content.append(new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.ISO_8859_1));
		}
		catch (IllegalArgumentException ex) {
			// Not Base64 after all: the lookup would resolve to nothing.
			this.content.setLength(start);
		}
	}

	/**
	 * Is told what a reader finds.
	 */
	interface Visitor {

		/**
		 * Take what an open lookup holds so far, nested ones resolved. Called behind each
		 * colon, bar and nested lookup, and at the end of one that is not resolved.
		 * @param content holds the lookup, not to be kept
		 * @param start index in the content where the lookup starts
		 * @param index index in the text that was reached
		 */
		void reach(CharSequence content, int start, int index);

		/**
		 * Take note of a nested lookup that only hides what it resolves to.
		 * @param index index in the text that was reached
		 */
		void evade(int index);

	}

}

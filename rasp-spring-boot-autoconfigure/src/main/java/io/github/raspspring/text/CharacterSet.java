package io.github.raspspring.text;

/**
 * Characters that a reader stops at, so that it walks over all others at the price of one
 * look-up each. Immutable and safe for use by many threads.
 */
public final class CharacterSet {

	private static final int ASCII = 0x80;

	private final boolean[] members = new boolean[ASCII];

	private final boolean beyondAscii;

	private final char[] ascii;

	private CharacterSet(String members, boolean beyondAscii) {
		this.beyondAscii = beyondAscii;
		for (int i = 0; i < members.length(); i++) {
			this.members[members.charAt(i)] = true;
		}
		this.ascii = asText().toCharArray();
	}

	/**
	 * Create a set.
	 * @param members its characters, all of ASCII
	 * @return a set without any character beyond ASCII
	 */
	public static CharacterSet of(String members) {
		return new CharacterSet(members, false);
	}

	/**
	 * Create a set of ASCII letters in either case, digits and more.
	 * @param more further characters, all of ASCII
	 * @return a set without any character beyond ASCII
	 */
	public static CharacterSet ofWords(String more) {
		StringBuilder members = new StringBuilder(more);
		for (char c = 0; c < ASCII; c++) {
			if (Ascii.isLetter(c) || Ascii.isDigit(c)) {
				members.append(c);
			}
		}
		return of(members.toString());
	}

	/**
	 * Return the same set with all characters beyond ASCII.
	 * @return another set
	 */
	public CharacterSet withBeyondAscii() {
		return new CharacterSet(asText(), true);
	}

	/**
	 * Return the set without some characters.
	 * @param others what is taken out, all of ASCII
	 * @return another set
	 */
	public CharacterSet without(String others) {
		StringBuilder kept = new StringBuilder();
		for (char c : asText().toCharArray()) {
			if (others.indexOf(c) < 0) {
				kept.append(c);
			}
		}
		return new CharacterSet(kept.toString(), this.beyondAscii);
	}

	/**
	 * Return whether a character is in the set.
	 * @param c any character
	 * @return {@code true} if it is
	 */
	public boolean contains(char c) {
		return (c < ASCII) ? this.members[c] : this.beyondAscii;
	}

	/**
	 * Find the next character of the set.
	 * @param text the text
	 * @param from index of the first character to look at
	 * @return its index, or the length of the text
	 */
	public int next(CharSequence text, int from) {
		int length = text.length();
		int i = from;
		while (i < length && !contains(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Find the next character of the set.
	 * @param text the text
	 * @param from index of the first character to look at
	 * @return its index, or the length of the text
	 */
	public int next(String text, int from) {
		int length = text.length();
		int i = from;
		while (i < length && !contains(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Find the end of a run of characters of the set.
	 * @param text the text
	 * @param from index of the first character to look at
	 * @return the index of the next other character, or the length of the text
	 */
	public int end(CharSequence text, int from) {
		int length = text.length();
		int i = from;
		while (i < length && contains(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Find the end of a run of characters of the set.
	 * @param text the text
	 * @param from index of the first character to look at
	 * @return the index of the next other character, or the length of the text
	 */
	public int end(String text, int from) {
		int length = text.length();
		int i = from;
		while (i < length && contains(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/**
	 * Return the characters of ASCII, not to be changed.
	 */
	char[] members() {
		return this.ascii;
	}

	private String asText() {
		StringBuilder text = new StringBuilder();
		for (char c = 0; c < ASCII; c++) {
			if (this.members[c]) {
				text.append(c);
			}
		}
		return text.toString();
	}

}

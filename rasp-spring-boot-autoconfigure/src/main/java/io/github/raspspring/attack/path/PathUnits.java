package io.github.raspspring.attack.path;

import io.github.raspspring.text.Hex;

/**
 * Reads a text as file systems, path filters and careless decoders read it: one unit at a
 * time, each a dot, a slash, another character or something that is dropped on the way.
 * Knows the spellings by which dots and slashes get past filters: percent-encoding in
 * layers, overlong UTF-8 (forbidden by RFC 3629), {@code %u} escapes, {@code 0x2e} and
 * escapes with broken digits. Not thread-safe.
 */
final class PathUnits {

	/** Any character that is part of a name. */
	static final int CHARACTER = 0;

	/** A dot. */
	static final int DOT = 1;

	/** A slash or backslash. */
	static final int SLASH = 2;

	/** What is left of a character that could not be decoded, perhaps of a dot. */
	static final int LOSSY = 3;

	/** A malformed escape that lenient decoders turn into a dot or a slash. */
	static final int WILD = 4;

	/** A control or invisible character that many filters drop. */
	static final int IGNORED = 5;

	/** The NUL character. */
	static final int NUL = 6;

	/** A character that ends a path. */
	static final int BOUNDARY = 7;

	/** A colon: ends a scheme or drive letter, else a path. */
	static final int COLON = 8;

	/** A semicolon: begins parameters of a path segment. */
	static final int SEMICOLON = 9;

	/** One character that decomposes into two dots. */
	static final int TWO_DOTS = 10;

	/** The unit is spelled as itself. */
	static final int PLAIN = 0;

	/** The unit is percent-encoded, perhaps more than once. */
	static final int ENCODED = 1;

	/** The unit has a spelling that no honest encoder makes. */
	static final int ODD = 2;

	private static final int NONE = -1;

	private static final int BROKEN = -2;

	private static final byte[] KINDS = kinds();

	private final String text;

	private int kind;

	private int spelling;

	private int character;

	private int next;

	private boolean nested;

	/**
	 * Create a reader.
	 * @param text the text
	 */
	PathUnits(String text) {
		this.text = text;
	}

	/**
	 * Return what the unit read last is.
	 * @return one of the constants from {@link #CHARACTER} to {@link #SEMICOLON}
	 */
	int kind() {
		return this.kind;
	}

	/**
	 * Return how the unit read last is spelled.
	 * @return {@link #PLAIN}, {@link #ENCODED} or {@link #ODD}
	 */
	int spelling() {
		return this.spelling;
	}

	/**
	 * Return the character that the unit read last stands for.
	 * @return the code of the character
	 */
	int character() {
		return this.character;
	}

	/**
	 * Return the index behind the unit read last.
	 * @return the index
	 */
	int next() {
		return this.next;
	}

	/**
	 * Return whether the unit is an encoded blank between two dots and a slash, which
	 * some systems drop.
	 * @param dots the number of dots before
	 */
	boolean isDroppedBehind(int dots) {
		char following = at(this.next);
		return dots == 2 && this.spelling != PLAIN && this.character <= ' '
				&& (following == '/' || following == '\\' || following == '%');
	}

	/**
	 * Read the unit that begins at an index.
	 * @param index the index of its first character
	 */
	void read(int index) {
		char c = this.text.charAt(index);
		this.next = index + 1;
		this.spelling = PLAIN;
		this.character = c;
		if (c == '%') {
			readEscape(index);
		}
		else if (c == '0' && isHexNotation(index)) {
			this.next = index + 4;
			this.character = hex(index + 2) << 4 | hex(index + 3);
			this.kind = kindOf(this.character);
			this.spelling = ODD;
		}
		else if (c >= 0x80) {
			readNonAscii(c);
		}
		else {
			this.kind = kindOf(c);
		}
	}

	private void readNonAscii(int c) {
		this.kind = kindOfNonAscii(c);
		this.spelling = (this.kind == CHARACTER) ? PLAIN : ODD;
		if (this.kind == LOSSY) {
			this.spelling = PLAIN;
		}
	}

	private void readEscape(int index) {
		if (isUnicodeEscape(index)) {
			this.next = index + 6;
			this.spelling = ODD;
			this.character = hex(index + 2) << 12 | hex(index + 3) << 8 | hex(index + 4) << 4 | hex(index + 5);
			this.kind = (this.character < 0x80) ? kindOf(this.character) : kindOfNonAscii(this.character);
			return;
		}
		int octet = octet(index);
		if (octet == NONE) {
			boolean stray = at(index + 1) == '%';
			this.next = index + 1;
			this.kind = stray ? IGNORED : CHARACTER;
			this.spelling = stray ? ODD : PLAIN;
		}
		else if (octet == BROKEN) {
			skipBroken();
			this.kind = WILD;
			this.spelling = ODD;
		}
		else {
			this.spelling = this.nested ? ODD : ENCODED;
			readOctets(octet);
		}
	}

	private void readOctets(int lead) {
		if (lead < 0x80) {
			this.character = lead;
			this.kind = kindOf(lead);
		}
		else if (lead == 0xC0 || lead == 0xC1) {
			readOverlong(lead);
		}
		else {
			int trailing = (lead == 0xE0) ? 2 : (lead == 0xF0) ? 3 : (lead == 0xF8) ? 4 : (lead == 0xFC) ? 5 : 0;
			readOverlong(lead, trailing);
		}
	}

	/**
	 * Read what follows C0 or C1, which never begin well-formed UTF-8.
	 */
	private void readOverlong(int lead) {
		this.spelling = ODD;
		this.kind = WILD;
		char following = at(this.next);
		if (following == '.' || following == '/' || following == '\\') {
			this.kind = kindOf(following);
			this.next++;
			return;
		}
		int here = this.next;
		int octet = (following == '%') ? octet(here) : NONE;
		if (octet == NONE) {
			this.next = here;
		}
		else if (octet == BROKEN) {
			skipBroken();
		}
		else {
			resolve((lead & 1) << 6 | octet & 0x3F);
		}
	}

	private void readOverlong(int lead, int trailing) {
		int here = this.next;
		int value = lead;
		for (int i = 0; i < trailing; i++) {
			int octet = (at(this.next) == '%') ? octet(this.next) : NONE;
			boolean overlong = (i > 0) ? octet >= 0x80 && octet <= 0xBF : octet == 0x80 || octet == 0x81;
			if (!overlong) {
				trailing = 0;
			}
			value = (value & 1) << 6 | octet & 0x3F;
		}
		if (trailing == 0) {
			this.next = here;
			this.character = lead;
			this.kind = CHARACTER;
			return;
		}
		this.spelling = ODD;
		this.kind = WILD;
		resolve(value);
	}

	private void resolve(int value) {
		int resolved = kindOf(value);
		if (resolved == DOT || resolved == SLASH) {
			this.kind = resolved;
		}
	}

	private void skipBroken() {
		while (at(this.next) == '%' && isBroken(this.next)) {
			this.next += 3;
		}
	}

	/**
	 * Decode one octet, removing any number of layers of percent-encoding, also where the
	 * digits are encoded themselves.
	 */
	private int octet(int index) {
		this.nested = false;
		int i = index + 1;
		while (at(i) == '2' && at(i + 1) == '5' && continues(i + 2)) {
			i += 2;
		}
		int high = digit(i);
		i = this.next;
		int low = (high >= 0) ? digit(i) : NONE;
		if (low >= 0) {
			return high << 4 | low;
		}
		this.next = index + 3;
		return isBroken(index) ? BROKEN : NONE;
	}

	private boolean continues(int index) {
		return hex(index) >= 0 || at(index) == '%' && hex(index + 1) >= 0;
	}

	private int digit(int index) {
		int digit = hex(index);
		this.next = index + 1;
		if (digit >= 0 || at(index) != '%') {
			return digit;
		}
		int i = (at(index + 1) == '%') ? index + 1 : index;
		int high = hex(i + 1);
		int low = hex(i + 2);
		this.next = i + 3;
		if (high < 0 || low < 0) {
			return NONE;
		}
		this.nested = true;
		return Hex.digit((char) (high << 4 | low));
	}

	private boolean isBroken(int index) {
		return isAlphanumeric(at(index + 1)) && isAlphanumeric(at(index + 2))
				&& (hex(index + 1) < 0 || hex(index + 2) < 0);
	}

	private boolean isUnicodeEscape(int index) {
		return (at(index + 1) | 0x20) == 'u' && hex(index + 2) >= 0 && hex(index + 3) >= 0 && hex(index + 4) >= 0
				&& hex(index + 5) >= 0;
	}

	private boolean isHexNotation(int index) {
		if ((at(index + 1) | 0x20) != 'x') {
			return false;
		}
		int low = at(index + 3) | 0x20;
		return (at(index + 2) == '2') ? low == 'e' || low == 'f' : at(index + 2) == '5' && low == 'c';
	}

	private int hex(int index) {
		return Hex.digit(at(index));
	}

	private char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : '\uFFFF';
	}

	private static boolean isAlphanumeric(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

	/**
	 * Find the end of words that have nothing of a path: letters, digits, hyphens and
	 * underscores, each followed by what ends a path. Stops behind an equals sign, as the
	 * value of a parameter begins there.
	 * @return the index of the first character that may begin something else
	 */
	static int endOfWords(String text, int from) {
		int end = from;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x80 && KINDS[c] == BOUNDARY) {
				end = i + 1;
				if (c == '=') {
					return end;
				}
			}
			else if (!isAlphanumeric(c) && c != '-' && c != '_' || isHexStart(text, i, c)) {
				return end;
			}
		}
		return text.length();
	}

	private static boolean isHexStart(String text, int index, char c) {
		return c == '0' && index + 1 < text.length() && (text.charAt(index + 1) | 0x20) == 'x';
	}

	private static int kindOf(int c) {
		return KINDS[c];
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[0x80];
		for (int c = 0; c < kinds.length; c++) {
			kinds[c] = (byte) classify(c);
		}
		return kinds;
	}

	private static int classify(int c) {
		return switch (c) {
			case '.' -> DOT;
			case '/', '\\' -> SLASH;
			case '?' -> LOSSY;
			case ':' -> COLON;
			case ';' -> SEMICOLON;
			case 0 -> NUL;
			case ' ', '\t', '\n', '\r', '\'', '"', '`', '<', '>', '|', '(', ')', '[', ']', '{', '}', ',', '=', '&',
					'#' ->
				BOUNDARY;
			default -> (c < ' ' || c == 0x7F) ? IGNORED : CHARACTER;
		};
	}

	private static int kindOfNonAscii(int c) {
		return switch (c) {
			case 0xFF0E, 0x2024, 0xFE52 -> DOT;
			case 0x2025, 0xFE30 -> TWO_DOTS;
			case 0x2215, 0x2044, 0xFF0F, 0x29F8, 0x2216, 0xFF3C, 0xFE68, 0x29F5, 0xEFC8, 0xF025 -> SLASH;
			case 0xFFFD -> LOSSY;
			case 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF -> IGNORED;
			case 0xA0, 0x2028, 0x2029, 0x3000 -> BOUNDARY;
			default -> CHARACTER;
		};
	}

}

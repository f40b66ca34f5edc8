package io.github.raspspring.text;

/**
 * Finds line breaks that would begin a new header field or response if the text were
 * written into a header (RFC 9112). Knows breaks that are still percent-encoded, and
 * characters whose low byte is a line break. One forward pass. Not thread-safe.
 */
public final class HeaderBreaks {

	/** What follows a line break. */
	public enum Evidence {

		/** Nothing of a header. */
		NONE,

		/** A word and a colon. */
		FIELD,

		/** The name of a field of mail. */
		MAIL_FIELD,

		/** The name of a field of HTTP. */
		KNOWN_FIELD,

		/** A status line. */
		STATUS_LINE

	}

	private static final char END = '\uFFFF';

	private static final HashedWords FIELDS = HashedWords.of(
			"set-cookie set-cookie2 content-type content-length content-disposition content-encoding"
					+ " content-security-policy transfer-encoding access-control-allow-origin"
					+ " access-control-allow-credentials access-control-allow-methods last-modified cache-control"
					+ " user-agent proxy-authorization www-authenticate strict-transport-security clear-site-data"
					+ " content-location proxy-authenticate keep-alive accept-encoding",
			"bcc cc reply-to mime-version return-path", "location refresh link");

	private final CharSequence text;

	private int position;

	private int next;

	private boolean disguised;

	private int lineStart;

	private int blank = -1;

	private boolean prose;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	public HeaderBreaks(CharSequence text) {
		this.text = text;
	}

	/**
	 * Find the next line break that begins a field.
	 * @return what follows it, {@link Evidence#NONE} at the end
	 */
	public Evidence next() {
		while (this.position < this.text.length()) {
			if (!isBreak(this.position)) {
				if (this.text.charAt(this.position) == ' ') {
					this.blank = this.position;
				}
				this.position++;
				continue;
			}
			skipBreaks();
			Evidence found = read(this.next);
			this.position = this.next;
			if (found != Evidence.NONE) {
				return found;
			}
			beginLine();
		}
		return Evidence.NONE;
	}

	/**
	 * Forget the line before the break found last.
	 */
	public void beginLine() {
		this.prose |= this.lineStart == 0 && this.blank >= 0;
		this.lineStart = this.position;
		this.blank = -1;
		this.disguised = false;
	}

	/**
	 * Return whether the line before the break is a single word, as a value for a header
	 * is, and the first line as well.
	 * @return {@code true} if they hold no blank
	 */
	public boolean followsWord() {
		return !this.prose && this.blank < this.lineStart;
	}

	/**
	 * Return whether the break is spelled in a way that hides it.
	 * @return {@code true} if it is encoded or an unusual character
	 */
	public boolean isDisguised() {
		return this.disguised;
	}

	/**
	 * Return where the field begins.
	 * @return the index behind the break
	 */
	public int position() {
		return this.position;
	}

	private void skipBreaks() {
		int i = this.position;
		while (i < this.text.length() && (isBreak(i) || this.text.charAt(i) == ' ' && isBreak(i + 1))) {
			i = Math.max(i + 1, this.next);
		}
		this.next = i;
	}

	/**
	 * Whether a line break stands at an index; leaves the index behind it.
	 */
	private boolean isBreak(int index) {
		char c = at(index);
		this.next = index + 1;
		if (c == '\n' || c == '\r') {
			return true;
		}
		if (c == '%') {
			int i = index + 1;
			while (at(i) == '2' && at(i + 1) == '5') {
				i += 2;
			}
			boolean encoded = at(i) == '0' && ((at(i + 1) | 0x20) == 'd' || (at(i + 1) | 0x20) == 'a');
			this.next = encoded ? i + 2 : index + 1;
			this.disguised |= encoded;
			return encoded;
		}
		boolean narrowed = c == 0x560D || c == 0x560A || c == 0x010D && at(index + 1) == 0x010A || c == 0x010A;
		this.disguised |= narrowed;
		return narrowed;
	}

	private Evidence read(int start) {
		if (isWord(start, "http/")) {
			return (at(start + 5) >= '0' && at(start + 5) <= '9') ? Evidence.STATUS_LINE : Evidence.NONE;
		}
		long hash = HashedWords.SEED;
		int i = start;
		while (isToken(at(i))) {
			hash = HashedWords.extend(hash, at(i++));
		}
		if (i == start || !isColon(i)) {
			return Evidence.NONE;
		}
		return switch (FIELDS.groupOf(hash)) {
			case 1 -> Evidence.KNOWN_FIELD;
			case 2 -> Evidence.MAIL_FIELD;
			case 3 -> isTarget(i + 1) ? Evidence.KNOWN_FIELD : Evidence.NONE;
			default -> (isWord(start, "x-") && i > start + 2) ? Evidence.KNOWN_FIELD : field(start, i);
		};
	}

	/**
	 * A word and a colon, unless it is a URL or a time.
	 */
	private Evidence field(int start, int colon) {
		char first = at(start);
		boolean name = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
		return (name && at(colon + 1) != '/' && at(colon + 1) > ' ') ? Evidence.FIELD : Evidence.NONE;
	}

	/**
	 * Whether the value of a field is a URL, a path or a delay, as the fields with names
	 * of everyday words have.
	 */
	private boolean isTarget(int index) {
		int i = index;
		while (at(i) == ' ' || at(i) == '\t') {
			i++;
		}
		char c = at(i);
		return isWord(i, "http") || isWord(i, "javascript:") || c == '/' || c == '<' && isWord(i + 1, "http")
				|| c >= '0' && c <= '9' && at(i + 1) == ';';
	}

	private boolean isColon(int index) {
		char c = at(index);
		return c == ':' || c == '%' && at(index + 1) == '3' && (at(index + 2) | 0x20) == 'a';
	}

	private boolean isWord(int start, String word) {
		for (int k = 0; k < word.length(); k++) {
			if (HashedWords.fold(at(start + k)) != word.charAt(k)) {
				return false;
			}
		}
		return true;
	}

	private char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : END;
	}

	private static boolean isToken(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '-' || c == '_';
	}

}

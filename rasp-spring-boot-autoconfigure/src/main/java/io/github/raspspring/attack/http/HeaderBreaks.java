package io.github.raspspring.attack.http;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Finds line breaks that would begin a new header field or response if the text were
 * written into a header (RFC 9112). Knows breaks that are still percent-encoded, and
 * characters whose low byte is a line break. One forward pass. Not thread-safe.
 */
final class HeaderBreaks {

	private static final int SOME_LINES = 2;

	/** Notations of music and games have names of one letter. */
	private static final int SHORTEST_NAME = 2;

	private static final int COMMAND_ALONE = 3;

	/** Fields of HTTP and mail whose names are words as well. */
	private static final int NAMED = 5;

	private static final char END = '\uFFFF';

	private final String text;

	private final boolean ofLine;

	private final BreakSpelling spelling;

	private int position;

	private int lineStart;

	private int blank = -1;

	private boolean prose;

	private boolean address;

	private boolean block;

	private boolean requestLine;

	/**
	 * Create a scanner.
	 * @param text the text
	 * @param ofLine whether the text is of one line, by where it stands
	 */
	HeaderBreaks(String text, boolean ofLine) {
		this.text = text;
		this.ofLine = ofLine;
		this.spelling = new BreakSpelling(text, ofLine);
	}

	/**
	 * Find the next line break that begins a field.
	 * @return what follows it, {@link HeaderEvidence#NONE} at the end
	 */
	HeaderEvidence next() {
		while (this.position < this.text.length()) {
			if (!this.spelling.isBreak(this.position)) {
				this.position++;
				skipText();
				continue;
			}
			int lineEnd = this.position;
			int start = this.spelling.behindAll(lineEnd);
			readLine(lineEnd);
			this.requestLine = endsRequestLine(lineEnd);
			HeaderEvidence found = this.requestLine ? HeaderEvidence.REQUEST : readField(start);
			this.position = start;
			if (found != HeaderEvidence.NONE) {
				return found;
			}
			beginLine();
		}
		return HeaderEvidence.NONE;
	}

	/**
	 * Go on at what may be a break, and note the last blank before.
	 */
	private void skipText() {
		int start = this.position - 1;
		this.position = BreakSpelling.next(this.text, this.position);
		int i = this.position - 1;
		while (i >= start && this.text.charAt(i) != ' ') {
			i--;
		}
		this.blank = (i >= start) ? i : this.blank;
	}

	/**
	 * Forget the line before the break found last.
	 */
	void beginLine() {
		this.prose |= this.lineStart == 0 && this.blank >= 0;
		this.lineStart = this.position;
		this.blank = -1;
		this.spelling.forget();
	}

	/**
	 * Return whether the line before the break is a single word, as a value for a header
	 * is, and the first line as well.
	 * @return {@code true} if they hold no blank
	 */
	boolean followsWord() {
		return !this.prose && this.blank < this.lineStart;
	}

	/**
	 * Return whether the break is encoded, or an unusual character.
	 */
	boolean isDisguised() {
		return this.spelling.isDisguised();
	}

	/**
	 * Return whether the first line is a word and a version of HTTP, as the end of a
	 * request line is.
	 * @return {@code true} if the break found last follows such a line
	 */
	boolean endsRequest() {
		return this.requestLine;
	}

	/**
	 * Return whether such a line is followed by the name of a known field and a colon.
	 */
	boolean beginsField() {
		int end = this.position;
		while (isToken(at(end))) {
			end++;
		}
		int group = HeaderWords.FIELDS.groupOf(this.text, this.position, end);
		return this.requestLine && at(end) == ':' && (group == 1 || group == NAMED || isWord(this.position, "x-"));
	}

	/**
	 * Return the index behind the break, where the field begins.
	 */
	int position() {
		return this.position;
	}

	/**
	 * Return whether the first line has the address of a mailbox.
	 */
	boolean hasAddress() {
		return this.address;
	}

	/**
	 * Return whether the break is that of a protocol, a carriage return and a line feed,
	 * or hidden, where one word comes before it that is no field itself.
	 */
	boolean isOfProtocol() {
		return followsWord() && !this.block && this.spelling.isOfProtocol();
	}

	/**
	 * Return whether nothing but one word, without a colon at its end, comes before the
	 * break.
	 */
	boolean isFirst() {
		return this.lineStart == 0 && followsWord() && !this.block;
	}

	/**
	 * Look at the line that ends: the first one tells whether the text is made of fields,
	 * which is how settings and forms are written, and whether it may be an address.
	 */
	private void readLine(int lineEnd) {
		if (this.lineStart > 0) {
			return;
		}
		boolean marked = lineEnd > 0 && (at(lineEnd - 1) == ':' || at(lineEnd - 1) == ',');
		for (int i = 0; i < lineEnd; i++) {
			char c = at(i);
			this.address |= c == '@' && i > 0;
			marked |= c == '`' || c == '{' || c == '#' || c == '-' && i == 0
					|| c == ':' && (at(i + 1) <= ' ' || Ascii.isLetter(at(i + 1)) && Ascii.isLetter(at(i - 1)));
		}
		this.block = marked;
	}

	/**
	 * Whether the first line is a word and a version of HTTP, which ends the request line
	 * that the word was put into.
	 */
	private boolean endsRequestLine(int lineEnd) {
		int version = lineEnd - 8;
		if (this.lineStart > 0 || version < 2 || !isWord(version, "http/") || at(version - 1) != ' ') {
			return false;
		}
		for (int i = 0; i < version - 1; i++) {
			if (at(i) <= ' ') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Read the line behind a break. One that is spelled as in source code counts behind a
	 * single word only, and blanks behind a break that is no text's are skipped, because
	 * not every reader takes them for the continuation of a field.
	 */
	private HeaderEvidence readField(int start) {
		if (this.spelling.isWritten() && isProgram()) {
			return HeaderEvidence.NONE;
		}
		if (this.ofLine) {
			HeaderEvidence found = read(this.spelling.behindBlanks(start));
			return (found == HeaderEvidence.NONE && beginsText(this.spelling.behindBlanks(start))) ? HeaderEvidence.TEXT
					: found;
		}
		if (this.spelling.isWritten() && (!followsWord() || this.block)) {
			return HeaderEvidence.NONE;
		}
		return read(isOfProtocol() ? this.spelling.behindBlanks(start) : start);
	}

	/**
	 * Whether the first line is that of a program or a format, which write breaks as
	 * escapes.
	 */
	private boolean isProgram() {
		for (int i = this.lineStart; i < this.position; i++) {
			char c = at(i);
			if (c == '"' || c == '(' || c == '{' || c == '%' && Ascii.isLetter(at(i + 1)) || c == '[' || c == '^') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether an empty line and two words of a text follow.
	 */
	private boolean beginsText(int start) {
		if (!this.spelling.leavesEmptyLine()) {
			return false;
		}
		int i = start;
		while (Ascii.isLetter(at(i)) || at(i) == ',' || at(i) == '\'') {
			i++;
		}
		return i > start + 1 && at(i) == ' ' && Ascii.isLetter(at(i + 1));
	}

	private HeaderEvidence read(int start) {
		if (isWord(start, "http/")) {
			return (at(start + 5) >= '0' && at(start + 5) <= '9') ? HeaderEvidence.STATUS_LINE : HeaderEvidence.NONE;
		}
		long hash = HashedWords.SEED;
		int i = start;
		while (isToken(at(i))) {
			hash = HashedWords.extend(hash, at(i++));
		}
		if (at(i) == ' ' && isColon(i + 1) && HeaderWords.FIELDS.groupOf(hash) == 1) {
			return HeaderEvidence.KNOWN_FIELD;
		}
		if (i == start || !isColon(i)) {
			return readMessage(start, i, hash);
		}
		return switch (HeaderWords.FIELDS.groupOf(hash)) {
			case 1 -> HeaderEvidence.KNOWN_FIELD;
			case 2 -> HeaderEvidence.MAIL_FIELD;
			case 3 -> isTarget(i + 1) ? HeaderEvidence.KNOWN_FIELD
					: isWord(start, "refresh") ? field(start, i) : HeaderEvidence.NONE;
			case 4 -> (this.ofLine || this.address || at(i + 1) > ' ') ? field(start, i) : HeaderEvidence.NONE;
			case NAMED -> (at(i + 1) == '/') ? HeaderEvidence.NONE
					: this.ofLine ? HeaderEvidence.NAMED_FIELD : HeaderEvidence.FIELD;
			default -> (isWord(start, "x-") && i > start + 2) ? HeaderEvidence.KNOWN_FIELD
					: (this.ofLine && isCompound(start, i)) ? HeaderEvidence.NAMED_FIELD : field(start, i);
		};
	}

	/**
	 * What begins a message of its own: a request, a command of mail, or content behind
	 * an empty line.
	 */
	private HeaderEvidence readMessage(int start, int end, long hash) {
		if (HeaderWords.METHODS.groupOf(hash) != 0 && at(end) == ' ') {
			int i = end + 1;
			while (at(i) > ' ' && at(i) != END) {
				i++;
			}
			return (i > end + 1 && isWord(i, " http/")) ? HeaderEvidence.REQUEST : HeaderEvidence.NONE;
		}
		if (HeaderWords.MAIL_COMMANDS.groupOf(hash) == 1) {
			return (isWord(end, " to:<") || isWord(end, " from:<") || isWord(end, " to: <") || isWord(end, " from: <"))
					? HeaderEvidence.MAIL_FIELD : HeaderEvidence.NONE;
		}
		if (HeaderWords.MAIL_COMMANDS.groupOf(hash) == COMMAND_ALONE && (this.address || this.ofLine)
				&& (at(end) <= ' ' || at(end) == END)) {
			return isMailDialog(start) ? HeaderEvidence.MAIL_FIELD : HeaderEvidence.NONE;
		}
		if (at(start) != '<' || this.spelling.count() < SOME_LINES || !followsWord() || this.block) {
			return HeaderEvidence.NONE;
		}
		int i = start + 1;
		while (isToken(at(i)) || at(i) == '!') {
			i++;
		}
		return switch (HeaderWords.CONTENT.groupOf(this.text, start + 1, i)) {
			case 1 -> HeaderEvidence.CONTENT;
			case 2 -> HeaderEvidence.ELEMENT;
			default -> HeaderEvidence.NONE;
		};
	}

	/**
	 * Whether a command in capitals stands alone behind an address, or behind the dot
	 * that ends a mail.
	 */
	private boolean isMailDialog(int start) {
		for (int i = start; isToken(at(i)); i++) {
			if (at(i) >= 'a') {
				return false;
			}
		}
		return isFirst() || this.ofLine || at(this.lineStart) == '.' && followsWord();
	}

	/**
	 * A word and a colon, unless it is a URL or a time.
	 */
	private HeaderEvidence field(int start, int colon) {
		boolean name = Ascii.isLetter(at(start));
		boolean mail = this.address && isFirst() || this.ofLine;
		if (mail && HeaderWords.MAIL_COMMANDS.groupOf(this.text, start, colon) == 2) {
			return HeaderEvidence.MAIL_FIELD;
		}
		boolean glued = at(colon + 1) > ' ' || isOfProtocol() && at(colon + 2) > ' ' && at(colon + 2) != END;
		boolean longer = colon - start >= SHORTEST_NAME || isDisguised();
		return (name && longer && at(colon + 1) != '/' && glued) ? HeaderEvidence.FIELD : HeaderEvidence.NONE;
	}

	/**
	 * Whether a name is of two words or more, joined by hyphens, as those of fields are.
	 */
	private boolean isCompound(int start, int end) {
		int hyphen = start;
		while (hyphen < end && at(hyphen) != '-') {
			hyphen++;
		}
		return hyphen > start + 1 && hyphen < end - 2 && Ascii.isLetter(at(start));
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
		return isWord(i, "http") || isWord(i, "javascript:") || c == '/'
				|| c == '<' && (isWord(i + 1, "http") || at(i + 1) == '/') || isDelay(i);
	}

	/**
	 * Whether a number is all there is, or goes on with a target.
	 */
	private boolean isDelay(int index) {
		int i = index;
		while (at(i) >= '0' && at(i) <= '9') {
			i++;
		}
		return i > index && (at(i) == ';' || at(i) == END);
	}

	private boolean isColon(int index) {
		return at(index) == ':' || at(index) == '%' && at(index + 1) == '3' && (at(index + 2) | 0x20) == 'a';
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
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : END;
	}

	private static boolean isToken(char c) {
		return Ascii.isWord(c) || c == '-';
	}

}

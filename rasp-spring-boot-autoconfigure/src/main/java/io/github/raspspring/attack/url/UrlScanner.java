package io.github.raspspring.attack.url;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * Finds the URLs in a text and, in each, the host that a client would connect to, as
 * lenient parsers see it. One forward pass; call {@link #next()} until it returns
 * {@code false}. Not thread-safe.
 */
final class UrlScanner {

	private static final int UNKNOWN = -2;

	private static final CharacterSet SCHEME_PARTS = CharacterSet.ofWords("+-.");

	private final String text;

	private int position;

	private int wordStart;

	private int firstWord = -1;

	private int schemeStart;

	private int schemeEnd;

	private long scheme = HashedWords.SEED;

	private boolean wrapped;

	private int hostStart;

	private int hostEnd;

	private int authorityEnd;

	private int backslash;

	private int lastWord = UNKNOWN;

	private int lastBlank = UNKNOWN;

	/** Where the text begins behind its first blanks. */
	private int firstSign = UNKNOWN;

	/** Where a query or an assignment is told last. */
	private int lastQuery = UNKNOWN;

	/** The first slash behind the host of some URL, the length of the text if none is. */
	private int slash = UNKNOWN;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	UrlScanner(String text) {
		this.text = text;
	}

	/**
	 * Tell whether a text may hold a URL that deserves a scan. Allocates nothing, and is
	 * over-approximate.
	 * @param text the text
	 * @return {@code false} if it holds none, or plain web addresses of public hosts only
	 */
	static boolean mayMatter(String text) {
		return UrlHints.in(text);
	}

	/**
	 * Read the next URL: a scheme and one or more slashes, or two slashes that begin the
	 * text.
	 * @return {@code false} if there is none
	 */
	boolean next() {
		this.wrapped = false;
		this.wordStart = this.position;
		while (this.firstWord < 0 && this.position < this.text.length()) {
			char c = this.text.charAt(this.position);
			if (isSchemePart(c)) {
				this.firstWord = this.position;
				break;
			}
			this.position++;
			if (isSlash(c) && isSlash(at(this.position))) {
				return begin(this.position - 1, this.position - 1, HashedWords.SEED);
			}
			this.wrapped = c == ':';
			this.firstWord = (c >= 0x80) ? this.position - 1 : this.firstWord;
			this.wordStart = this.position;
		}
		return nextBehindWords();
	}

	/**
	 * Go from colon to colon, as only the first word may do without.
	 */
	private boolean nextBehindWords() {
		int colon = this.text.indexOf(':', this.position);
		while (colon >= 0) {
			int word = colon;
			while (word > this.wordStart && isSchemePart(this.text.charAt(word - 1))) {
				word--;
			}
			this.wrapped = this.wrapped && word == this.wordStart;
			this.position = colon + 1;
			if (colon > word && beginsUrl(word)) {
				return begin(word, colon, hash(word, colon));
			}
			this.wrapped = this.wrapped || isFirst(word);
			this.wordStart = this.position;
			colon = this.text.indexOf(':', this.position);
		}
		this.position = this.text.length();
		return false;
	}

	private long hash(int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, this.text.charAt(i));
		}
		return hash;
	}

	/**
	 * Read the text as a host with an optional port and path, as if a scheme came before.
	 * To be called instead of {@link #next()}.
	 */
	void readAsHost() {
		this.schemeStart = 0;
		this.schemeEnd = 0;
		this.firstWord = 0;
		readAuthority();
	}

	/**
	 * Whether a scheme is followed by slashes, or by a host that some clients accept
	 * without.
	 */
	private boolean beginsUrl(int word) {
		char following = at(this.position);
		return isSlash(following) || (isFirst(word) || this.wrapped) && isHostStart(following) && isWebScheme(word);
	}

	private boolean isWebScheme(int word) {
		int length = this.position - 1 - word;
		return (length == 4 || length == 5 && (at(word + 4) | 0x20) == 's') && (at(word) | 0x20) == 'h'
				&& (at(word + 1) | 0x20) == 't' && (at(word + 2) | 0x20) == 't' && (at(word + 3) | 0x20) == 'p';
	}

	private boolean begin(int start, int end, long hash) {
		this.schemeStart = start;
		this.schemeEnd = end;
		this.scheme = hash;
		while (isSlash(at(this.position)) || isDropped(at(this.position))) {
			this.position++;
		}
		readAuthority();
		this.wordStart = this.position;
		return true;
	}

	private void readAuthority() {
		this.hostStart = this.position;
		this.backslash = -1;
		int i = this.position;
		boolean bracket = false;
		while (i < this.text.length() && !endsAuthority(this.text.charAt(i), bracket)) {
			char c = this.text.charAt(i);
			bracket = (c == '[') || bracket && c != ']';
			if (c == '@') {
				this.hostStart = i + 1;
			}
			else if (c == '\\' && this.backslash < 0) {
				this.backslash = i;
			}
			i++;
		}
		this.authorityEnd = i;
		this.position = i;
		this.hostEnd = endOfHost(this.hostStart, i);
	}

	private int endOfHost(int start, int end) {
		if (start < end && this.text.charAt(start) == '[') {
			int i = start;
			while (i < end && this.text.charAt(i) != ']') {
				i++;
			}
			return Math.min(end, i + 1);
		}
		int i = start;
		while (i < end && this.text.charAt(i) != ':' && this.text.charAt(i) != '\\') {
			i++;
		}
		return i;
	}

	private static boolean endsAuthority(char c, boolean bracket) {
		return switch (c) {
			case '/', '?', '#', ' ', '\n', '\r', '\t', '"', '\'', '<', '>', '`', '|', ',', ';', '&', '!', ')', '}' ->
				true;
			case ']' -> !bracket;
			default -> c == 0;
		};
	}

	/**
	 * Return whether the URL is the first word of the text.
	 * @return {@code true} if nothing but punctuation comes before
	 */
	boolean beginsText() {
		return isFirst(this.schemeStart) || this.wrapped;
	}

	/**
	 * Return whether the value of a query parameter, assignment or attribute of markup
	 * begins here.
	 * @return {@code true} if an equals sign comes right before it, or before its quote
	 */
	boolean isAssigned() {
		char before = at(this.schemeStart - 1);
		return before == '=' || (before == '"' || before == '\'') && at(this.schemeStart - 2) == '=';
	}

	/**
	 * Return whether the text is markup from its beginning.
	 */
	boolean isInMarkup() {
		if (this.firstSign == UNKNOWN) {
			this.firstSign = Ascii.skipSpace(this.text, 0);
		}
		return at(this.firstSign) == '<';
	}

	/**
	 * Return whether words follow the URL, as in a sentence.
	 * @return {@code true} if a blank and a word follow
	 */
	boolean isInProse() {
		if (this.lastWord == UNKNOWN) {
			this.lastWord = lastWordAfterBlank();
		}
		return this.lastWord >= this.authorityEnd;
	}

	private int lastWordAfterBlank() {
		boolean word = false;
		for (int i = this.text.length() - 1; i >= 0; i--) {
			char c = this.text.charAt(i);
			if (c <= ' ' && word) {
				return i;
			}
			word = c > ' ' && (word || isLetter(c) || c >= '0' && c <= '9' || c >= 0x80);
		}
		return -1;
	}

	/**
	 * Return where the first slash stands behind the host.
	 * @return its index, -1 if there is none
	 */
	int slashBehindHost() {
		if (this.slash < this.hostEnd) {
			int next = this.text.indexOf('/', this.hostEnd);
			this.slash = (next < 0) ? this.text.length() : next;
		}
		return (this.slash < this.text.length()) ? this.slash : -1;
	}

	/**
	 * Return whether neither a query nor an assignment comes behind a place.
	 * @param index the place
	 * @return {@code true} if no question mark and no equals sign does
	 */
	boolean endsBefore(int index) {
		if (this.lastQuery == UNKNOWN) {
			this.lastQuery = Math.max(this.text.lastIndexOf('='), this.text.lastIndexOf('?'));
		}
		return this.lastQuery < index;
	}

	/**
	 * Return whether no blank comes behind the host.
	 * @return {@code true} if the URL is the last word
	 */
	boolean isLastWord() {
		if (this.lastBlank == UNKNOWN) {
			this.lastBlank = this.text.lastIndexOf(' ');
		}
		return this.lastBlank < this.hostEnd;
	}

	/**
	 * Return the hash of the scheme.
	 * @return a hash as {@link HashedWords} makes it, that of the empty word if there is
	 * no scheme
	 */
	long scheme() {
		return this.scheme;
	}

	/**
	 * Return the index of the first character of the URL.
	 * @return the start
	 */
	int start() {
		return this.schemeStart;
	}

	/**
	 * Return the length of the scheme.
	 * @return the number of characters, 0 if there is no scheme
	 */
	int schemeLength() {
		return this.schemeEnd - this.schemeStart;
	}

	/**
	 * Return the index of the first character of the host.
	 * @return the start
	 */
	int hostStart() {
		return this.hostStart;
	}

	/**
	 * Return whether the host is written as an address.
	 * @return {@code true} if a digit or bracket begins it
	 */
	boolean isNumbered() {
		char first = at(this.hostStart);
		return first >= '0' && first <= '9' || first == '[';
	}

	/**
	 * Return the index behind the last character of the host.
	 * @return the end
	 */
	int hostEnd() {
		return this.hostEnd;
	}

	/**
	 * Return where the host ends for clients that take a backslash for a slash and see
	 * another host before it.
	 * @return the index of the backslash, -1 if there is none
	 */
	int backslash() {
		return this.backslash;
	}

	/**
	 * Return the index of the first character behind the slashes.
	 * @return the start of the authority
	 */
	int authorityStart() {
		int i = this.schemeEnd;
		while (i < this.hostStart && (at(i) == ':' || isSlash(at(i)) || isDropped(at(i)))) {
			i++;
		}
		return i;
	}

	private boolean isFirst(int index) {
		return this.firstWord < 0 || index <= this.firstWord;
	}

	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : ' ';
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

	private static boolean isDropped(char c) {
		return c == '\t' || c == '\n' || c == '\r';
	}

	private static boolean isHostStart(char c) {
		return c == '[' || c >= '0' && c <= '9' || isLetter(c);
	}

	private static boolean isLetter(char c) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

	private static boolean isSchemePart(char c) {
		return SCHEME_PARTS.contains(c);
	}

}

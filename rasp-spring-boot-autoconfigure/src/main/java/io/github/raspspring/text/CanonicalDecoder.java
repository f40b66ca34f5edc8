package io.github.raspspring.text;

import org.jspecify.annotations.Nullable;

/**
 * Removes one layer of encoding from a text: percent-encoding, backslash escapes,
 * character references, compatibility characters and invisible ones, in one pass from
 * left to right. What it removes, it removes once: call it again for the next layer. Not
 * thread-safe, made to be used again and again.
 */
public final class CanonicalDecoder {

	/** Without one of these traits there is nothing to remove. */
	public static final long TRIGGERS = Traits.PERCENT | Traits.BACKSLASH | Traits.AMPERSAND | Traits.NON_ASCII
			| Traits.CONTROL;

	/** What may be removed if anything is. */
	private static final CharacterSet STARTS = CharacterSet.of("%\\&\0").withBeyondAscii();

	private static final int KEPT_CAPACITY = 16 * 1024;

	private char[] decoded = new char[256];

	private int length;

	private final SignSearch signs = new SignSearch(CharacterSet.of("%\\&\0"));

	private final TextChanges changes = new TextChanges();

	private boolean beyondAscii;

	private boolean bytes;

	private boolean unusual;

	/**
	 * Remove a layer.
	 * @param text the text
	 * @param traits its traits, by which signs that it has not are not looked for
	 * @param bytes whether the characters of the text may be bytes of UTF-8, as in header
	 * fields
	 * @return {@code null} if there is nothing to remove, else the text without it
	 */
	public @Nullable String decode(String text, long traits, boolean bytes) {
		this.bytes = bytes;
		this.unusual = false;
		this.changes.clear();
		this.beyondAscii = (traits & Traits.BEYOND_ASCII) != 0;
		beginSigns(text, traits);
		int first = firstEscape(text, (traits & Traits.NON_ASCII) != 0);
		String decoded = (first < 0) ? null : decodeFrom(text, this.beyondAscii ? 0 : first);
		this.signs.begin("");
		return decoded;
	}

	/**
	 * Find the traits of the text that was returned last.
	 * @param decoded that text
	 * @param walked what was found in the text before
	 * @param reader finds traits
	 * @return the bits of all that the text has, and perhaps of what was removed, to be
	 * completed
	 */
	public long walk(String decoded, long walked, TraitReader reader) {
		return this.changes.walk(decoded, walked, reader);
	}

	/**
	 * Return whether the last layer was written in a way that honest clients don't use,
	 * such as a letter in more bytes than it needs.
	 * @return {@code true} if so
	 */
	public boolean unusual() {
		return this.unusual;
	}

	private void beginSigns(String text, long traits) {
		this.signs.begin(text);
		leaveOutUnless((traits & Traits.PERCENT) != 0, '%');
		leaveOutUnless((traits & Traits.BACKSLASH) != 0, '\\');
		leaveOutUnless((traits & Traits.AMPERSAND) != 0, '&');
		leaveOutUnless((traits & Traits.CONTROL) != 0, '\0');
	}

	private void leaveOutUnless(boolean present, char sign) {
		if (!present) {
			this.signs.leaveOut(sign);
		}
	}

	/**
	 * Find the first reason to remove anything. Wide punctuation alone is none, but with
	 * what is a reason it is removed too.
	 */
	private int firstEscape(String text, boolean folds) {
		for (int i = next(text, 0, folds); i < text.length(); i = next(text, i + 1, folds)) {
			char c = text.charAt(i);
			if (escapeAt(text, i, c) != Escape.NONE && (c < 0x80 || this.bytes || CharacterFolding.isReason(text, i))) {
				return i;
			}
		}
		return -1;
	}

	private int next(String text, int from, boolean beyondAscii) {
		return beyondAscii ? STARTS.next(text, from) : this.signs.next(from);
	}

	/**
	 * Decode into an array that is never too short: no character is written in fewer
	 * characters than it has.
	 */
	private String decodeFrom(String text, int first) {
		char[] kept = this.decoded;
		if (this.decoded.length < text.length()) {
			this.decoded = new char[text.length()];
		}
		this.length = 0;
		int from = 0;
		int i = next(text, first, this.beyondAscii);
		while (i < text.length()) {
			long escape = escapeAt(text, i, text.charAt(i));
			if (escape == Escape.NONE) {
				i++;
			}
			else {
				copy(text, from, i);
				take(escape);
				i += Escape.length(escape);
				from = i;
			}
			i = next(text, i, this.beyondAscii);
		}
		copy(text, from, text.length());
		String result = new String(this.decoded, 0, this.length);
		if (this.decoded.length > KEPT_CAPACITY) {
			this.decoded = kept;
		}
		return result;
	}

	private void copy(String text, int from, int to) {
		text.getChars(from, to, this.decoded, this.length);
		this.length += to - from;
	}

	private void take(long escape) {
		this.unusual |= Escape.isUnusual(escape);
		this.changes.add(this.length);
		if (!Escape.isDropped(escape)) {
			this.length += Character.toChars(Escape.codePoint(escape), this.decoded, this.length);
		}
	}

	private long escapeAt(String text, int index, char c) {
		return switch (c) {
			case '%' -> PercentEscape.at(text, index);
			case '\\' -> BackslashEscape.at(text, index);
			case '&' -> CharacterReference.at(text, index);
			default -> aboveAscii(text, index, c);
		};
	}

	private long aboveAscii(String text, int index, char c) {
		if (this.bytes && c >= 0xC0 && c < 0x100) {
			long sequence = Utf8.sequence(c, text, index + 1, 1);
			return (Escape.length(sequence) > 1) ? sequence : Escape.NONE;
		}
		return CharacterFolding.at(text, index);
	}

}

package io.github.raspspring.engine;

import java.util.Locale;
import java.util.Set;

/**
 * What of a text is kept so that a person can judge whether it was an attack: ASCII
 * punctuation, words of the kind of attack that is meant, single digits where there are
 * next to none, and lengths. All else is told by its shape.
 */
final class EvidenceText {

	private static final int CONTEXT = 24;

	private static final int LONGEST = 96;

	/** Runs longer than this are told by their length. */
	private static final int LONGEST_RUN = 12;

	/** More digits than this may be a number that belongs to somebody. */
	private static final int FEW_DIGITS = 3;

	private static final int LONGEST_WORD = 24;

	/** What is shorter and joined by a few marks is no key. */
	private static final int SHORTEST_KEY = 16;

	private final CharSequence text;

	private final Set<String> words;

	private final int from;

	private final int to;

	private final boolean fewDigits;

	private final StringBuilder shown = new StringBuilder(LONGEST + 32);

	EvidenceText(CharSequence text, int start, int end, Set<String> words) {
		this.text = text;
		this.words = words;
		int first = Math.max(0, Math.min(start, text.length()));
		int last = Math.max(first, Math.min(end, text.length()));
		this.from = Math.max(0, first - CONTEXT);
		this.to = Math.min(Math.min(text.length(), last + CONTEXT), this.from + LONGEST);
		this.fewDigits = digits(this.from, this.to) <= FEW_DIGITS;
		show();
		this.shown.append(place(first, last, text.length()));
	}

	/**
	 * Return what is kept of a text that is a secret as a whole: the punctuation of what
	 * decided, and lengths.
	 */
	static String ofSecret(CharSequence text, int start, int end) {
		int first = Math.max(0, Math.min(start, text.length()));
		int last = Math.max(first, Math.min(end, text.length()));
		StringBuilder shown = new StringBuilder("secret: ");
		for (int i = first; i < Math.min(last, first + LONGEST); i++) {
			char c = Redaction.mask(text.charAt(i));
			shown.append((c == 'a' || c == '9') ? '*' : c);
		}
		return shown.append(place(first, last, text.length())).toString();
	}

	private void show() {
		int i = this.from;
		while (i < this.to) {
			if (!isOfWord(this.text.charAt(i))) {
				this.shown.append(Redaction.mask(this.text.charAt(i)));
				i++;
				continue;
			}
			int end = i + 1;
			while (end < this.to && isOfWord(this.text.charAt(end))) {
				end++;
			}
			showRun(i, end);
			i = end;
		}
	}

	private void showRun(int start, int end) {
		boolean whole = (start == 0 || !isOfWord(this.text.charAt(start - 1)))
				&& (end == this.text.length() || !isOfWord(this.text.charAt(end)));
		if (whole && (isKnown(start, end) || isSingleDigit(start, end))) {
			this.shown.append(this.text, start, end);
			return;
		}
		if (end - start > LONGEST_RUN) {
			this.shown.append(digits(start, end) > 0 ? "a9{" : "a{").append(end - start).append('}');
			return;
		}
		for (int i = start; i < end; i++) {
			this.shown.append(Redaction.mask(this.text.charAt(i)));
		}
	}

	private boolean isKnown(int start, int end) {
		return end - start <= LONGEST_WORD && !this.words.isEmpty()
				&& this.words.contains(this.text.subSequence(start, end).toString().toLowerCase(Locale.ROOT))
				&& !isOfKey(start, end);
	}

	private boolean isSingleDigit(int start, int end) {
		return end - start == 1 && this.fewDigits && SecretShape.isDigit(this.text.charAt(start));
	}

	/**
	 * Whether the word is a piece of a key or token: joined with others by their marks,
	 * of which one has digits among letters, or capitals by turns.
	 */
	private boolean isOfKey(int start, int end) {
		int first = start;
		while (first > 0 && start - first < LONGEST && isOfKey(this.text.charAt(first - 1))) {
			first--;
		}
		int last = end;
		while (last < this.text.length() && last - end < LONGEST && isOfKey(this.text.charAt(last))) {
			last++;
		}
		if (last - first < SHORTEST_KEY) {
			return false;
		}
		int run = first;
		for (int i = first; i <= last; i++) {
			if (i == last || !isOfWord(this.text.charAt(i))) {
				if (run < i && (run != start || i != end) && isRandom(run, i)) {
					return true;
				}
				run = i + 1;
			}
		}
		return false;
	}

	private boolean isRandom(int start, int end) {
		int turns = 0;
		for (int i = start + 1; i < end; i++) {
			turns += kind(this.text.charAt(i)) != kind(this.text.charAt(i - 1)) ? 1 : 0;
		}
		return turns > 1;
	}

	private static int kind(char c) {
		if (SecretShape.isDigit(c)) {
			return 0;
		}
		return (c >= 'A' && c <= 'Z') ? 1 : 2;
	}

	private static boolean isOfKey(char c) {
		return c < 0x80 && isOfWord(c) || c == '+' || c == '/' || c == '=' || c == '.' || c == '-';
	}

	private static boolean isOfWord(char c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}

	private int digits(int start, int end) {
		int digits = 0;
		for (int i = start; i < end; i++) {
			digits += Character.isDigit(this.text.charAt(i)) ? 1 : 0;
		}
		return digits;
	}

	private static String place(int first, int last, int length) {
		return " (" + first + '-' + last + " of " + length + ')';
	}

	@Override
	public String toString() {
		return this.shown.toString();
	}

}

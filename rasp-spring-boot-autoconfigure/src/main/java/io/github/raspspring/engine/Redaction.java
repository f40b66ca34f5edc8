package io.github.raspspring.engine;

import org.jspecify.annotations.Nullable;

/**
 * Makes text from a request fit to be stored: what reveals the structure of an attack
 * stays, what reveals a secret goes.
 */
public final class Redaction {

	private static final int CONTEXT = 24;

	private static final int EVIDENCE_LENGTH = 96;

	private static final int LABEL_LENGTH = 120;

	private static final int LINE_LENGTH = 400;

	private static final int KEPT_LENGTH = 600;

	private static final int METHOD_LENGTH = 20;

	private static final int LONGEST_WORD = 24;

	private static final int MOST_TURNS = 3;

	/** As many as the shortest numbers of cards and accounts have, joined or not. */
	private static final int MANY_DIGITS = 6;

	/** The only character beyond ASCII that becomes a letter of ASCII in lower case. */
	private static final char KELVIN = '\u212A';

	/** What an ASCII character of a word is in lower case, 0 for all others. */
	private static final byte[] LOWER = lower();

	private static final int OF_WORD = ~0x7F;

	/** The {@link #shape} of each ASCII character. */
	private static final byte[] SHAPES = shapes();

	private Redaction() {
	}

	/**
	 * Return the shape of the text around a range: letters become {@code a}, digits
	 * {@code 9}, other non-ASCII and control characters {@code ?}; ASCII punctuation
	 * stays.
	 * @param text the text
	 * @param start index of the first character of interest
	 * @param end index behind the last character of interest
	 * @return at most 96 characters
	 */
	public static String around(CharSequence text, int start, int end) {
		int from = Math.max(0, Math.min(start, text.length()) - CONTEXT);
		int to = Math.min(text.length(), Math.max(start, end) + CONTEXT);
		to = Math.min(to, from + EVIDENCE_LENGTH);
		StringBuilder shape = new StringBuilder(to - from);
		for (int i = from; i < to; i++) {
			shape.append(mask(text.charAt(i)));
		}
		return shape.toString();
	}

	/**
	 * Return what decided, fit for a person to judge: as {@link #around}, but words of
	 * the kind of attack that is meant stay, long runs are told by their length, and
	 * where it stood in the text is added.
	 * @param rule what was recognized, of which the weakness decides which words stay
	 * @param text the text
	 * @param start index of the first character of interest
	 * @param end index behind the last character of interest
	 * @return the evidence, see docs/guides/evidence.md
	 */
	public static String evidence(Rule rule, CharSequence text, int start, int end) {
		return EvidenceText.of(rule.cwe(), text, start, end);
	}

	/**
	 * Return whether a value is a secret by its name or place, such as a password.
	 * @param location where it was found, or {@code null}
	 * @param name its name there, or {@code null}
	 * @return whether nothing of it may be kept but its structure
	 */
	public static boolean isSecret(@Nullable InputLocation location, @Nullable String name) {
		return SecretShape.isHeldBy(location, name);
	}

	/**
	 * Return a name that may be shown: shortened, with blanks, quotes and all that is not
	 * ASCII replaced, so that it can't forge a line it is written to.
	 * @param name a name that the client may have chosen
	 * @return at most 120 characters
	 */
	public static String label(String name) {
		if (name.length() <= LABEL_LENGTH && isPlain(name)) {
			return name;
		}
		StringBuilder label = new StringBuilder(Math.min(name.length(), LABEL_LENGTH));
		for (int i = 0; i < name.length() && i < LABEL_LENGTH; i++) {
			label.append(plain(name.charAt(i)));
		}
		return label.toString();
	}

	/**
	 * Return what an operator wrote as one line: blanks and letters of any script stay,
	 * what could forge a line or end a quoted text is replaced.
	 * @param text the text
	 * @return at most 400 characters
	 */
	public static String line(String text) {
		if (text.length() <= LINE_LENGTH && isHarmless(text)) {
			return text;
		}
		StringBuilder line = new StringBuilder(Math.min(text.length(), LINE_LENGTH));
		for (int i = 0; i < text.length() && i < LINE_LENGTH; i++) {
			char c = text.charAt(i);
			line.append(isHarmless(c) ? c : '?');
		}
		return line.toString();
	}

	/**
	 * Return a name that the client chose: like a {@linkplain #label label}, and without
	 * what may be a secret or a number that belongs to somebody.
	 * @param name the name of a parameter, header, field or part
	 * @return at most 120 characters
	 */
	public static String name(String name) {
		return isShown(name) ? name : ofLabel(label(name));
	}

	/**
	 * Tell whether nothing of a name has to be replaced, as of nearly all: it is plain,
	 * and made of short words with no more than a digit.
	 */
	private static boolean isShown(String name) {
		int digits = 0;
		int word = 0;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (plain(c) != c) {
				return false;
			}
			char mask = mask(c);
			digits += (mask == '9') ? 1 : 0;
			word = (mask == 'a' || mask == '9') ? word + 1 : 0;
			if (word > LONGEST_WORD || digits > 1) {
				return false;
			}
		}
		return name.length() <= LABEL_LENGTH;
	}

	private static String ofLabel(String label) {
		StringBuilder shown = null;
		int digits = 0;
		int start = 0;
		for (int i = 0; i <= label.length(); i++) {
			char c = (i < label.length()) ? label.charAt(i) : ' ';
			digits += SecretShape.isDigit(c) ? 1 : 0;
			if (!Character.isLetterOrDigit(c)) {
				if (isSecret(label, start, i)) {
					shown = (shown != null) ? shown : new StringBuilder(label);
					mask(shown, start, i);
				}
				start = i + 1;
			}
		}
		if (digits >= MANY_DIGITS) {
			shown = (shown != null) ? shown : new StringBuilder(label);
			maskDigits(shown);
		}
		return (shown != null) ? shown.toString() : label;
	}

	/**
	 * Return a path that no route has claimed: words stay, all else is shown by its
	 * shape.
	 * @param path the path as it was sent
	 * @return at most 120 characters
	 */
	public static String path(String path) {
		return PathRedaction.of(path);
	}

	/**
	 * Return where a request went.
	 * @param route the template of the route, {@code null} if none is known
	 * @param path the path as it was sent
	 * @return the template, or the path as far as it may be shown
	 */
	public static String where(@Nullable String route, String path) {
		return (route != null) ? label(route) : path(path);
	}

	/**
	 * Return the method of a request.
	 * @param method the method as it was sent
	 * @return at most 20 characters
	 */
	public static String method(String method) {
		return label((method.length() <= METHOD_LENGTH) ? method : method.substring(0, METHOD_LENGTH));
	}

	/**
	 * Return evidence as one line, whoever made it: printable characters and letters of
	 * any script stay.
	 * @param evidence what a detector or sink says it saw
	 * @return at most 600 characters
	 */
	public static String evidence(String evidence) {
		if (evidence.length() <= KEPT_LENGTH && isKept(evidence)) {
			return evidence;
		}
		StringBuilder line = new StringBuilder(Math.min(evidence.length(), KEPT_LENGTH));
		for (int i = 0; i < evidence.length() && i < KEPT_LENGTH; i++) {
			char c = evidence.charAt(i);
			line.append((c == '"' || isHarmless(c)) ? c : '?');
		}
		return line.toString();
	}

	/**
	 * Tell whether nothing of evidence has to be replaced, as of all that was made fit
	 * before.
	 */
	private static boolean isKept(String evidence) {
		for (int i = 0; i < evidence.length(); i++) {
			char c = evidence.charAt(i);
			if ((c < ' ' || c >= 0x7F) && !isHarmless(c)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHarmless(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isHarmless(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlain(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (plain(name.charAt(i)) != name.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A word of a name is longer than one of a path, and has more digits.
	 */
	private static boolean isSecret(String label, int start, int end) {
		int turns = 0;
		for (int i = start + 1; i < end; i++) {
			turns += (SecretShape.isDigit(label.charAt(i)) != SecretShape.isDigit(label.charAt(i - 1))) ? 1 : 0;
		}
		return end - start > LONGEST_WORD || turns > MOST_TURNS;
	}

	private static void mask(StringBuilder text, int start, int end) {
		for (int i = start; i < end; i++) {
			text.setCharAt(i, mask(text.charAt(i)));
		}
	}

	private static void maskDigits(StringBuilder text) {
		for (int i = 0; i < text.length(); i++) {
			if (SecretShape.isDigit(text.charAt(i))) {
				text.setCharAt(i, '9');
			}
		}
	}

	static char plain(char c) {
		return (c > ' ' && c < 0x7F && c != '"') ? c : '?';
	}

	private static boolean isHarmless(char c) {
		return (c >= ' ' && c < 0x7F && c != '"') || (c > 0x7F && Character.isLetterOrDigit(c));
	}

	static char mask(char c) {
		return (char) (shape(c) & 0x7F);
	}

	/**
	 * Return the mask of a character, with all higher bits set if it is of a word.
	 */
	static int shape(char c) {
		if (c < 0x80) {
			return SHAPES[c];
		}
		return (Character.isLetter(c) ? 'a' : '?') | (Character.isLetterOrDigit(c) ? OF_WORD : 0);
	}

	private static byte[] shapes() {
		byte[] shapes = new byte[0x80];
		for (char c = 0; c < shapes.length; c++) {
			shapes[c] = (byte) (asciiMask(c) | (isOfWord(c) ? OF_WORD : 0));
		}
		return shapes;
	}

	private static char asciiMask(char c) {
		if (c >= '0' && c <= '9') {
			return '9';
		}
		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			return ' ';
		}
		if (Character.isLetter(c)) {
			return 'a';
		}
		return (c > ' ' && c < 0x7F) ? c : '?';
	}

	/**
	 * Tell whether words are made of it: letters and digits of any script, and _.
	 */
	static boolean isOfWord(char c) {
		return lower(c) != 0;
	}

	/**
	 * Return a character of a word in lower case as far as words that are known have it,
	 * 0 if it is of no word.
	 */
	static int lower(char c) {
		if (c < 0x80) {
			return LOWER[c];
		}
		if (c == KELVIN) {
			return 'k';
		}
		return Character.isLetterOrDigit(c) ? c : 0;
	}

	private static byte[] lower() {
		byte[] lower = new byte[0x80];
		for (char c = 0; c < lower.length; c++) {
			lower[c] = (byte) ((Character.isLetterOrDigit(c) || c == '_') ? Character.toLowerCase(c) : 0);
		}
		return lower;
	}

}

package io.github.raspspring.attack;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Ways to write an attack differently without changing what it does, or to put it where
 * it is harder to find.
 */
enum Mutation {

	UPPER_CASE((text) -> cased(text, Character::toUpperCase)),

	LOWER_CASE((text) -> cased(text, Character::toLowerCase)),

	MIXED_CASE(Mutation::mixedCase),

	TABS((text) -> text.replace(' ', '\t')),

	LINE_FEEDS((text) -> text.replace(' ', '\n')),

	VERTICAL_TABS((text) -> text.replace(' ', '\u000B')),

	NO_BREAK_SPACES((text) -> text.replace(' ', '\u00A0')),

	DOUBLED_BLANKS((text) -> text.replace(" ", "  ")),

	PERCENT_ENCODED(Mutation::percentEncoded),

	PERCENT_ENCODED_TWICE((text) -> percentEncoded(percentEncoded(text))),

	PERCENT_ENCODED_THRICE((text) -> percentEncoded(percentEncoded(percentEncoded(text)))),

	UNICODE_ESCAPED((text) -> punctuation(text, "\\u%04x")),

	CHARACTER_REFERENCES((text) -> punctuation(text, "&#%d;")),

	FULL_WIDTH(Mutation::fullWidth),

	ZERO_WIDTH_SPACES((text) -> text.replaceAll("(?<!%[A-Za-z])(?<=[A-Za-z])(?=[A-Za-z])", "\u200B")),

	PROSE_BEFORE((text) -> "I really like this shop, and the service is great. " + text),

	PROSE_BEHIND((text) -> text + " and that is all I wanted to say. Kind regards"),

	BRACKETS((text) -> "[" + text + "]"),

	BRACES((text) -> "{\"value\":" + text + "}"),

	PARENTHESES((text) -> "(" + text + ")"),

	PADDING_BEFORE((text) -> padding() + text),

	PADDING_BEHIND((text) -> text + " " + padding()),

	DUPLICATE_BEFORE((text) -> "1," + text),

	DUPLICATE_BEHIND((text) -> text + ",1"),

	/** Blanks become comments; of SQL only. */
	COMMENTS((text) -> text.replace(" ", "/**/")),

	/** Blanks become line comments; of SQL only. */
	LINE_COMMENTS((text) -> text.replace(" ", "#x\n"));

	private static final String SENTENCE = "It arrived on time and we are happy with it. ";

	private final UnaryOperator<String> change;

	Mutation(UnaryOperator<String> change) {
		this.change = change;
	}

	String of(String text) {
		return this.change.apply(text);
	}

	private static String padding() {
		return SENTENCE.repeat(20 * 1024 / SENTENCE.length() + 1);
	}

	/**
	 * Change ASCII letters only: what else has a case may become another letter.
	 */
	private static String cased(String text, IntUnaryOperator change) {
		StringBuilder cased = new StringBuilder(text.length());
		text.chars().map((c) -> (c < 0x80) ? change.applyAsInt(c) : c).forEach((c) -> cased.append((char) c));
		return cased.toString();
	}

	private static String mixedCase(String text) {
		StringBuilder mixed = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			mixed.append((i % 2 == 0) ? Character.toUpperCase(c) : Character.toLowerCase(c));
		}
		return mixed.toString();
	}

	private static String percentEncoded(String text) {
		StringBuilder encoded = new StringBuilder();
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			if (Character.isLetterOrDigit(b)) {
				encoded.append((char) b);
			}
			else {
				encoded.append(String.format("%%%02X", b & 0xFF));
			}
		}
		return encoded.toString();
	}

	private static String punctuation(String text, String format) {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c)) {
				escaped.append(String.format(format, (int) c));
			}
			else {
				escaped.append(c);
			}
		}
		return escaped.toString();
	}

	private static String fullWidth(String text) {
		StringBuilder wide = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			wide.append((c > ' ' && c < 0x7F) ? (char) (c + 0xFEE0) : c);
		}
		return wide.toString();
	}

}

package io.github.raspspring.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Ways to write a text differently.
 */
enum Transform {

	/** Each letter in a case of its own. */
	MIXED((text, random) -> each(text, random, 2, Transform::otherCase)),

	UPPER((text, random) -> text.toUpperCase(Locale.ROOT)),

	/** Punctuation as percent-encoded octets. */
	PERCENT((text, random) -> percent(text)),

	PERCENT2((text, random) -> percent(percent(text))),

	/** Each blank as something that SQL reads as one. */
	COMMENTED((text, random) -> blanks(text, random, List.of("/**/", "/*x*/", "\t", "\n", "  ", "\f", "/*!*/", "%0a"))),

	TABBED((text, random) -> text.replace(' ', '\t')),

	/** Each blank as what a shell splits words at. */
	IFS((text, random) -> blanks(text, random, List.of("${IFS}", "$IFS$9", "\t", "$IFS"))),

	/** Letters of words in quotes that a shell takes away. */
	QUOTED((text, random) -> each(text, random, 5, (c) -> Character.isLetter(c) ? c + "''" : "" + c)),

	BACKSLASHED((text, random) -> each(text, random, 5, (c) -> Character.isLetter(c) ? "\\" + c : "" + c)),

	FULLWIDTH(
			(text, random) -> each(text, random, 1, (c) -> (c > ' ' && c < 0x7F) ? "" + (char) (c + 0xFEE0) : "" + c)),

	/** Punctuation as escapes of JavaScript and JSON. */
	ESCAPED((text, random) -> each(text, random, 1, (c) -> plain(c) ? "" + c : String.format("\\u%04x", (int) c))),

	/** Characters as decimal or hexadecimal references of HTML. */
	REFERENCES(
			(text, random) -> each(text, random, 3, (c) -> String.format((c % 2 == 0) ? "&#%d;" : "&#x%x;", (int) c))),

	BASE64((text, random) -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),

	/** The begin of a serialized object of the class that the text names. */
	SERIAL((text, random) -> Base64.getEncoder()
		.encodeToString(("\u00AC\u00ED\0\u0005sr\0" + (char) text.length() + text + "\0\0\0\0\0\0\0\1\2\0\0xp")
			.getBytes(StandardCharsets.ISO_8859_1))),

	HEX((text, random) -> each(text, random, 1, (c) -> String.format("%02x", (int) c))),

	/** Each letter as the default of a lookup. */
	LOOKUPS((text, random) -> each(text, random, 2, Transform::lookup));

	private final BiFunction<String, Random, String> function;

	Transform(BiFunction<String, Random, String> function) {
		this.function = function;
	}

	static Transform of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	String apply(String text, Random random) {
		return this.function.apply(text, random);
	}

	private static String each(String text, Random random, int oneOf, CharacterWriter writer) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			result.append((random.nextInt(oneOf) == 0) ? writer.write(c) : "" + c);
		}
		return result.toString();
	}

	private static String blanks(String text, Random random, List<String> blanks) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			result.append((c == ' ') ? blanks.get(random.nextInt(blanks.size())) : "" + c);
		}
		return result.toString();
	}

	private static String percent(String text) {
		StringBuilder result = new StringBuilder();
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (octet & 0xFF);
			result.append(plain(c) ? "" + c : String.format("%%%02x", (int) c));
		}
		return result.toString();
	}

	private static String otherCase(char c) {
		return "" + (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
	}

	private static String lookup(char c) {
		return Character.isLetter(c) ? switch (c % 4) {
			case 0 -> "${lower:" + c + "}";
			case 1 -> "${::-" + c + "}";
			case 2 -> "${env:NONE:-" + c + "}";
			default -> "${upper:" + c + "}";
		} : "" + c;
	}

	private static boolean plain(char c) {
		return c < 0x7F && Character.isLetterOrDigit(c);
	}

	/**
	 * Writes one character.
	 */
	private interface CharacterWriter {

		String write(char c);

	}

}

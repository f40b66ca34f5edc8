package io.github.raspspring.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * References that no rule resolves: numbers, random characters, control characters.
 */
final class Terminal {

	private static final String HEX = "0123456789abcdef";

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	private static final String DIGITS = "0123456789";

	private static final String WORD = LETTERS + DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private static final String SIGNS = WORD + "!$%&()=?+*#-_.,;:<>|@'\"/^~{}[]";

	private Terminal() {
	}

	/**
	 * Resolve a reference.
	 * @return the text, or {@code null} if a rule has to
	 */
	static @Nullable String of(String name, Random random) {
		if (name.isEmpty()) {
			return "";
		}
		if (name.startsWith("U+")) {
			return Character.toString(Integer.parseInt(name.substring(2), 16));
		}
		int range = name.indexOf("..");
		if (range > 0) {
			int low = Integer.parseInt(name.substring(0, range));
			return Integer.toString(low + random.nextInt(Integer.parseInt(name.substring(range + 2)) - low + 1));
		}
		int blank = name.indexOf(' ');
		if (blank > 0) {
			return characters(name.substring(0, blank), Integer.parseInt(name.substring(blank + 1)), random);
		}
		return switch (name) {
			case "LF" -> "\n";
			case "CR" -> "\r";
			case "CRLF" -> "\r\n";
			case "TAB" -> "\t";
			case "NUL" -> "\0";
			case "SP" -> " ";
			default -> null;
		};
	}

	private static String characters(String alphabet, int count, Random random) {
		return switch (alphabet) {
			case "hex" -> pick(HEX, count, random);
			case "letters" -> pick(LETTERS, count, random);
			case "digits" -> pick(DIGITS, count, random);
			case "word" -> pick(WORD, count, random);
			case "signs" -> pick(SIGNS, count, random);
			case "base64" -> Base64.getEncoder().encodeToString(bytes(count, random));
			case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count, random));
			case "latin" -> new String(bytes(count, random), StandardCharsets.ISO_8859_1);
			default -> throw new IllegalArgumentException("No alphabet '" + alphabet + "'");
		};
	}

	private static String pick(String alphabet, int count, Random random) {
		StringBuilder text = new StringBuilder(count);
		for (int i = 0; i < count; i++) {
			text.append(alphabet.charAt(random.nextInt(alphabet.length())));
		}
		return text.toString();
	}

	private static byte[] bytes(int count, Random random) {
		byte[] bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

}

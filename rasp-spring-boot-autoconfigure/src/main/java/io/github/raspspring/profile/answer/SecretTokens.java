package io.github.raspspring.profile.answer;

import java.util.zip.CRC32;

/**
 * Recognizes keys and tokens by the formats that their issuers gave them to be found,
 * with their check sums where they have some.
 */
final class SecretTokens {

	private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final int RANDOM = 30;

	private static final int CHECKED = 6;

	private static final int LONGEST_HEADER = 40;

	private SecretTokens() {
	}

	/**
	 * Tell whether a key or token begins here.
	 * @param start where a word begins
	 */
	static boolean beginsAt(AnswerBytes answer, int start) {
		return switch (answer.at(start)) {
			case 'A' ->
				isAccessKey(answer, start) || answer.startsWith("AIza", start) && hasLength(answer, start, 39, 39);
			case 'g' ->
				isOfGitHub(answer, start) || answer.startsWith("glpat-", start) && hasLength(answer, start, 26, 60);
			case 'n' -> answer.startsWith("npm_", start) && isChecked(answer, start + 4);
			case 's', 'r' -> answer.startsWith("k_live_", start + 1) && hasLength(answer, start, 32, 120);
			case 'x' -> answer.startsWith("xox", start) && "baprs".indexOf(answer.at(start + 3)) >= 0
					&& answer.at(start + 4) == '-' && hasLength(answer, start, 30, 120);
			default -> false;
		};
	}

	/**
	 * Tell whether a private key begins here (RFC 7468).
	 * @param start where a hyphen stands
	 */
	static boolean isPrivateKey(AnswerBytes answer, int start) {
		if (!answer.startsWith("-----BEGIN ", start)) {
			return false;
		}
		for (int i = start; i < start + LONGEST_HEADER; i++) {
			if (answer.startsWith("PRIVATE KEY-----", i)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAccessKey(AnswerBytes answer, int start) {
		if (!answer.startsWith("AKIA", start) && !answer.startsWith("ASIA", start)
				|| !hasLength(answer, start, 20, 20)) {
			return false;
		}
		boolean digit = false;
		for (int i = start; i < start + 20; i++) {
			int b = answer.at(i);
			digit |= b >= '2' && b <= '7';
			if (!(b >= 'A' && b <= 'Z') && !(b >= '2' && b <= '7')) {
				return false;
			}
		}
		return digit;
	}

	private static boolean isOfGitHub(AnswerBytes answer, int start) {
		return answer.at(start + 1) == 'h' && "pousr".indexOf(answer.at(start + 2)) >= 0 && answer.at(start + 3) == '_'
				&& isChecked(answer, start + 4);
	}

	/**
	 * Thirty random signs, and their CRC-32 in base 62.
	 */
	private static boolean isChecked(AnswerBytes answer, int start) {
		if (answer.endOfToken(start) - start != RANDOM + CHECKED) {
			return false;
		}
		CRC32 crc = new CRC32();
		crc.update(answer.bytes(), start, RANDOM);
		long rest = crc.getValue();
		for (int i = CHECKED - 1; i >= 0; i--) {
			if (answer.at(start + RANDOM + i) != BASE62.charAt((int) (rest % BASE62.length()))) {
				return false;
			}
			rest /= BASE62.length();
		}
		return true;
	}

	private static boolean hasLength(AnswerBytes answer, int start, int least, int most) {
		int length = answer.endOfToken(start) - start;
		return length >= least && length <= most;
	}

}

package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.List;
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

	static List<LeakSigns.SignedPattern> patterns() {
		List<LeakSigns.SignedPattern> patterns = new ArrayList<>();
		for (String words : List.of("AKIA", "ASIA")) {
			add(patterns, words, SecretTokens::isAccessKey);
		}
		for (String words : List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "npm_")) {
			add(patterns, words, SecretTokens::isChecked);
		}
		for (String words : List.of("sk_live_", "rk_live_")) {
			add(patterns, words, (answer, end) -> hasLength(answer, end, 24, 112));
		}
		for (String words : List.of("xoxb-", "xoxa-", "xoxp-", "xoxr-", "xoxs-")) {
			add(patterns, words, (answer, end) -> hasLength(answer, end, 25, 115));
		}
		add(patterns, "AIza", (answer, end) -> hasLength(answer, end, 35, 35));
		add(patterns, "glpat-", (answer, end) -> hasLength(answer, end, 20, 54));
		add(patterns, "-----BEGIN ", SecretTokens::isPrivateKey);
		return patterns;
	}

	private static void add(List<LeakSigns.SignedPattern> patterns, String words, LeakPattern.Check check) {
		patterns.add(new LeakPattern(words, Leak.SECRET, check));
	}

	/**
	 * Tell whether these are the words of a private key (RFC 7468).
	 */
	private static boolean isPrivateKey(AnswerBytes answer, int start) {
		for (int i = start; i < start + LONGEST_HEADER; i++) {
			if (answer.startsWith("PRIVATE KEY-----", i)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAccessKey(AnswerBytes answer, int start) {
		if (!hasLength(answer, start, 16, 16)) {
			return false;
		}
		boolean digit = false;
		for (int i = start; i < start + 16; i++) {
			int b = answer.at(i);
			digit |= b >= '2' && b <= '7';
			if (!(b >= 'A' && b <= 'Z') && !(b >= '2' && b <= '7')) {
				return false;
			}
		}
		return digit;
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

package io.github.raspspring.attack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * What became of one text.
 *
 * @param subject the text
 * @param outcome all that was found, empty if nothing was
 */
record Verdict(String subject, String outcome) {

	private static final int BYTES = 4;

	/**
	 * Return a short print of the subject and the outcome, in this order and of the same
	 * length.
	 */
	String print() {
		return print(this.subject) + print(this.outcome);
	}

	/**
	 * Return which part of a print tells the subject.
	 */
	static String subjectOf(String print) {
		return print.substring(0, 2 * BYTES);
	}

	private static String print(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE));
			return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Collects what was found in a text at all places it was put to.
	 */
	static final class Collector {

		private final String subject;

		private final StringBuilder outcome = new StringBuilder();

		Collector(String subject) {
			this.subject = subject;
		}

		void add(String place, @Nullable Object found) {
			if (found != null) {
				this.outcome.append((this.outcome.isEmpty()) ? "" : "; ").append(place).append(": ").append(found);
			}
		}

		Verdict verdict() {
			return new Verdict(this.subject, this.outcome.toString());
		}

	}

}

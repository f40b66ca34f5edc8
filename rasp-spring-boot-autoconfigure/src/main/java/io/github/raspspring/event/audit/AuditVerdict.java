package io.github.raspspring.event.audit;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a chain.
 *
 * @param intact whether every line is as it was written, and where it was written
 * @param first number of the first line there is, 0 if there is none
 * @param last number of the last line up to which the chain is intact
 * @param hash hash of that line
 * @param torn bytes of a last line that was never finished
 * @param file name of the file in which the chain breaks, {@code null} if it does not
 * @param line the line of that file, from one, 0 if the chain does not break
 * @param fault what is wrong there, {@code null} if nothing is
 */
public record AuditVerdict(boolean intact, long first, long last, String hash, long torn, @Nullable String file,
		long line, @Nullable String fault) {

	/**
	 * Look whether the end is there.
	 */
	AuditVerdict upTo(AuditLink head) {
		if (!this.intact || this.last >= head.sequence()) {
			return this;
		}
		return new AuditVerdict(false, this.first, this.last, this.hash, this.torn, this.file, this.line,
				"lines behind " + this.last + " are missing, up to " + head.sequence());
	}

}

package io.github.raspspring.event.audit;

/**
 * How a line stands in its chain.
 *
 * @param sequence number of the line, from one
 * @param previous hash of the line before, {@link #START} for the first
 * @param hash hash of this line
 */
record AuditLink(long sequence, String previous, String hash) {

	/** What the first line of all is chained to. */
	static final String START = "0".repeat(64);

	/** Before the first line of all. */
	static final AuditLink NONE = new AuditLink(0, START, START);

	boolean follows(AuditLink other) {
		return this.sequence == other.sequence + 1 && this.previous.equals(other.hash);
	}

}

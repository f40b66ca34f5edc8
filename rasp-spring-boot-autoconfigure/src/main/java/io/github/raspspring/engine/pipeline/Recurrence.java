package io.github.raspspring.engine.pipeline;

/**
 * Tells which of what is not kept should be: what has come before, and of that one in
 * some, because to keep a thing costs as much as to look at it. So where more things come
 * in turns than are kept, little is spent on it. Thread-safe; where threads meet, some
 * more or fewer are kept.
 */
public final class Recurrence {

	/** Things that have come before, of which one is kept. */
	public static final int PAUSE = 16;

	private final RecentHashes recent = new RecentHashes();

	private int pause;

	/**
	 * Note a thing that is not kept.
	 * @param hash its hash, well spread in its lower bits
	 * @return whether to keep it
	 */
	public boolean admits(int hash) {
		if (!this.recent.hasSeen(hash) || --this.pause > 0) {
			return false;
		}
		this.pause = PAUSE;
		return true;
	}

}

package io.github.raspspring.ownership.learnt;

import java.time.Duration;

/**
 * The latest objects of others that one subject has read. Guarded by its own lock.
 */
final class ForeignReads {

	private static final int KEPT = 64;

	private final long[] objects = new long[KEPT];

	private final int[] owners = new int[KEPT];

	private final long[] times = new long[KEPT];

	private int next;

	private int filled;

	/**
	 * Take note of an object, once.
	 */
	synchronized void add(long object, int owner, long now) {
		for (int i = 0; i < this.filled; i++) {
			if (this.objects[i] == object) {
				this.times[i] = now;
				return;
			}
		}
		this.objects[this.next] = object;
		this.owners[this.next] = owner;
		this.times[this.next] = now;
		this.next = (this.next + 1) % KEPT;
		this.filled = Math.min(KEPT, this.filled + 1);
	}

	/**
	 * Count objects and their owners within a time.
	 */
	synchronized Seen seen(long now, Duration window) {
		int objects = 0;
		int owners = 0;
		for (int i = 0; i < this.filled; i++) {
			if (now - this.times[i] <= window.toNanos()) {
				objects++;
				owners += isFirst(i, now, window) ? 1 : 0;
			}
		}
		return new Seen(objects, owners);
	}

	private boolean isFirst(int index, long now, Duration window) {
		for (int i = 0; i < index; i++) {
			if (this.owners[i] == this.owners[index] && now - this.times[i] <= window.toNanos()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What was counted.
	 */
	record Seen(int objects, int owners) {

	}

}

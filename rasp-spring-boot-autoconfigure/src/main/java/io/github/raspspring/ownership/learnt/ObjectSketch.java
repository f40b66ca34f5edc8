package io.github.raspspring.ownership.learnt;

/**
 * Who reads which object: for each object up to three subjects with how often they read
 * it, as hashes in two arrays. An object that more than three read belongs to nobody.
 * Bounded: where its place is taken an object replaces the one that was read least.
 * Guarded by its own lock, which is held for a few dozen instructions.
 */
final class ObjectSketch {

	/** Bytes for each object there is room for: one key and three readers. */
	static final int BYTES_PER_SLOT = 4 + 3 * 4;

	private static final int READERS = 3;

	private static final int PROBES = 24;

	private static final int COUNT_BITS = 6;

	private static final int MOST = (1 << COUNT_BITS) - 1;

	private static final int SHARED = -1;

	private static final int MIN_SLOTS = 1024;

	private final int maxSlots;

	private int[] keys;

	private int[] readers;

	private int size;

	/**
	 * Create a sketch.
	 * @param maxObjects most objects that are remembered
	 */
	ObjectSketch(int maxObjects) {
		this.maxSlots = Math.max(MIN_SLOTS, maxObjects + maxObjects / 4);
		this.keys = new int[Math.min(this.maxSlots, MIN_SLOTS)];
		this.readers = new int[READERS * this.keys.length];
	}

	/**
	 * Return whom an object belongs to: who reads it by far the most often, at least
	 * twice.
	 * @param object hash of the object
	 * @return hash of the subject, or 0 if it belongs to nobody or to several
	 */
	synchronized int ownerOf(long object) {
		int slot = find(object);
		if (slot < 0) {
			return 0;
		}
		int best = 0;
		int others = 0;
		for (int i = 0; i < READERS; i++) {
			int reader = this.readers[READERS * slot + i];
			if (reader == SHARED) {
				return 0;
			}
			if ((reader & MOST) > (best & MOST)) {
				others += best & MOST;
				best = reader;
			}
			else {
				others += reader & MOST;
			}
		}
		int count = best & MOST;
		return (count >= 2 && count >= 2 * others) ? best >>> COUNT_BITS : 0;
	}

	/**
	 * Take note that a subject has read an object.
	 * @param object hash of the object
	 * @param subject hash of the subject, as {@link #subject} makes it
	 */
	synchronized void read(long object, int subject) {
		int slot = find(object);
		if (slot < 0) {
			slot = add(object);
		}
		int free = -1;
		for (int i = 0; i < READERS; i++) {
			int at = READERS * slot + i;
			int reader = this.readers[at];
			if (reader == SHARED) {
				return;
			}
			if (reader == 0) {
				free = (free < 0) ? at : free;
			}
			else if (reader >>> COUNT_BITS == subject) {
				this.readers[at] += ((reader & MOST) < MOST) ? 1 : 0;
				return;
			}
		}
		if (free >= 0) {
			this.readers[free] = subject << COUNT_BITS | 1;
		}
		else {
			this.readers[READERS * slot] = SHARED;
		}
	}

	/**
	 * Return the hash of a subject in as many bits as there is room for.
	 */
	static int subject(long hash) {
		int subject = (int) (hash >>> 32) >>> COUNT_BITS & ((1 << 25) - 1);
		return (subject != 0) ? subject : 1;
	}

	synchronized int size() {
		return this.size;
	}

	synchronized long bytes() {
		return (long) BYTES_PER_SLOT * this.keys.length;
	}

	private static int key(long object) {
		int key = (int) (object >>> 32);
		return (key != 0) ? key : 1;
	}

	/**
	 * The key alone tells the place, so that it can be found again when the arrays grow.
	 */
	private int start(int key) {
		return (int) (((key & 0xFFFFFFFFL) * this.keys.length) >>> 32);
	}

	private int find(long object) {
		int key = key(object);
		int start = start(key);
		for (int i = 0; i < PROBES; i++) {
			int slot = (start + i) % this.keys.length;
			if (this.keys[slot] == key) {
				return slot;
			}
		}
		return -1;
	}

	private int add(long object) {
		if (this.size > this.keys.length / 4 * 3 && this.keys.length < this.maxSlots) {
			grow();
		}
		int start = start(key(object));
		int least = start;
		for (int i = 0; i < PROBES; i++) {
			int slot = (start + i) % this.keys.length;
			if (this.keys[slot] == 0) {
				this.size++;
				this.keys[slot] = key(object);
				return slot;
			}
			if (weight(slot) < weight(least)) {
				least = slot;
			}
		}
		this.keys[least] = key(object);
		for (int i = 0; i < READERS; i++) {
			this.readers[READERS * least + i] = 0;
		}
		return least;
	}

	private int weight(int slot) {
		int weight = 0;
		for (int i = 0; i < READERS; i++) {
			weight += this.readers[READERS * slot + i] & MOST;
		}
		return weight;
	}

	/**
	 * The few that find no place are forgotten.
	 */
	private void grow() {
		int[] oldKeys = this.keys;
		int[] oldReaders = this.readers;
		this.keys = new int[(int) Math.min(this.maxSlots, 2L * oldKeys.length)];
		this.readers = new int[READERS * this.keys.length];
		this.size = 0;
		for (int slot = 0; slot < oldKeys.length; slot++) {
			if (oldKeys[slot] != 0) {
				place(oldKeys[slot], oldReaders, READERS * slot);
			}
		}
	}

	private void place(int key, int[] oldReaders, int from) {
		int start = start(key);
		for (int i = 0; i < PROBES; i++) {
			int slot = (start + i) % this.keys.length;
			if (this.keys[slot] == 0) {
				this.keys[slot] = key;
				System.arraycopy(oldReaders, from, this.readers, READERS * slot, READERS);
				this.size++;
				return;
			}
		}
	}

}

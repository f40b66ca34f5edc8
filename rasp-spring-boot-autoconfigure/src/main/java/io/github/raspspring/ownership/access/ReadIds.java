package io.github.raspspring.ownership.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Identifiers of the subject's own rows of one table, in the order in which a result
 * brought them. Most are never asked for, so that they are put in order only when one is.
 * One thread adds; others may ask.
 */
final class ReadIds {

	private static final int FIRST = 8;

	private final int rule;

	private final String table;

	/** How many more the request may remember. */
	private final AtomicInteger left;

	private String[] ids = new String[0];

	private final AtomicInteger size = new AtomicInteger();

	private final Set<String> ordered = new HashSet<>();

	private int next;

	ReadIds(int rule, String table, AtomicInteger left) {
		this.rule = rule;
		this.table = table;
		this.left = left;
	}

	boolean isOf(int otherRule, String otherTable) {
		return this.rule == otherRule && this.table.equals(otherTable);
	}

	/**
	 * Tell whether no more can be remembered, so that it needs not be read.
	 */
	boolean isFull() {
		return this.size.getPlain() == this.ids.length && !grow();
	}

	void add(String id) {
		int place = this.size.getPlain();
		if (place < this.ids.length || grow()) {
			this.ids[place] = id;
			this.size.setRelease(place + 1);
		}
	}

	/**
	 * Take a part of what the request may remember.
	 */
	private synchronized boolean grow() {
		int more = Math.min(Math.max(FIRST, this.ids.length), this.left.get());
		if (more <= 0 || this.left.addAndGet(-more) < 0) {
			return false;
		}
		this.ids = Arrays.copyOf(this.ids, this.ids.length + more);
		return true;
	}

	synchronized boolean contains(String id) {
		int known = this.size.getAcquire();
		for (; this.next < known; this.next++) {
			this.ordered.add(this.ids[this.next]);
		}
		return this.ordered.contains(id);
	}

}

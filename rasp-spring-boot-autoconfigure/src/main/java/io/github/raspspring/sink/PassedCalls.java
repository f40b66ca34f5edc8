package io.github.raspspring.sink;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The last statements that were judged for a request on its route and let pass, as loops
 * of the application repeat them. A few: more would cost more to look at than they spare.
 * Other calls depend on more than what they are called with, such as links of a file
 * system.
 */
final class PassedCalls {

	private static final int MOST = 8;

	/** Longer texts are not kept alive, and hardly ever run twice. */
	private static final int LONGEST = 1 << 14;

	private @Nullable SinkCall[] calls = {};

	/** Of their texts: most calls are told apart by them, and hashes take longer. */
	private int[] lengths = {};

	private int next;

	private String route = "";

	/**
	 * Note a call that is not contained.
	 */
	void add(SinkCall call, String currentRoute) {
		if (call.kind() != SinkKind.SQL || call.argument().length() > LONGEST) {
			return;
		}
		if (!this.route.equals(currentRoute)) {
			Arrays.fill(this.calls, null);
			this.route = currentRoute;
		}
		grow();
		this.calls[this.next] = call;
		this.lengths[this.next] = call.argument().length();
		this.next = (this.next + 1) % MOST;
	}

	/**
	 * Most requests make one call or two.
	 */
	private void grow() {
		if (this.next == this.calls.length) {
			int size = (this.next == 0) ? 2 : MOST;
			this.calls = Arrays.copyOf(this.calls, size);
			this.lengths = Arrays.copyOf(this.lengths, size);
		}
	}

	/**
	 * Return whether an equal call passed. Calls are records: what is equal is judged
	 * equally.
	 */
	boolean contains(SinkCall call, String currentRoute) {
		if (!this.route.equals(currentRoute)) {
			return false;
		}
		if (call.kind() != SinkKind.SQL || call.argument().length() > LONGEST) {
			return false;
		}
		int length = call.argument().length();
		for (int i = 0; i < this.lengths.length; i++) {
			if (this.lengths[i] == length && isSame(call, this.calls[i])) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSame(SinkCall call, @Nullable SinkCall known) {
		return known != null && call.argument().equals(known.argument()) && call.equals(known);
	}

}

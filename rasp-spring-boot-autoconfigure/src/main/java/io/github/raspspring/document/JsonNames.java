package io.github.raspspring.document;

import java.util.Arrays;

import io.github.raspspring.engine.InputName;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over JSON stands: in which objects and arrays, and behind which names.
 * Pointers are made when somebody asks for one. Not thread-safe.
 */
final class JsonNames {

	/** What is nested deeper is left to a parser. */
	private static final int DEEPEST = 64;

	private static final int USUAL_DEPTH = 8;

	private final KnownNames known;

	private boolean[] arrays = new boolean[USUAL_DEPTH];

	private @Nullable String[] members = new String[USUAL_DEPTH];

	/** The pointer of the member at a depth, as far as it was made. */
	private @Nullable InputName[] pointers = new InputName[USUAL_DEPTH];

	private int depth;

	JsonNames(KnownNames known) {
		this.known = known;
	}

	/**
	 * Go down.
	 * @return {@code false} if that is too deep
	 */
	boolean open(boolean array) {
		if (this.depth == DEEPEST) {
			return false;
		}
		this.depth++;
		if (this.depth == this.arrays.length) {
			grow(2 * this.depth);
		}
		this.arrays[this.depth] = array;
		member(array ? "-" : null);
		return true;
	}

	private void grow(int length) {
		this.arrays = Arrays.copyOf(this.arrays, length);
		this.members = Arrays.copyOf(this.members, length);
		this.pointers = Arrays.copyOf(this.pointers, length);
	}

	void close() {
		this.depth--;
	}

	int depth() {
		return this.depth;
	}

	boolean inArray() {
		return this.arrays[this.depth];
	}

	void member(@Nullable String name) {
		this.members[this.depth] = name;
		this.pointers[this.depth] = null;
	}

	/**
	 * Return the name of the value that comes next, {@code null} if it has none.
	 */
	@Nullable String member() {
		return this.members[this.depth];
	}

	/**
	 * Return the name that the next value has or shares with the other elements of its
	 * list, {@code null} if there is none.
	 */
	@Nullable String memberOfList() {
		int list = this.depth;
		while (this.arrays[list]) {
			list--;
		}
		return this.members[list];
	}

	/**
	 * Return the pointer of the value that comes next.
	 */
	InputName pointer() {
		int known = this.depth;
		while (known > 0 && this.pointers[known] == null) {
			known--;
		}
		InputName pointer = (known > 0) ? this.pointers[known] : null;
		InputName result = (pointer != null) ? pointer : InputName.ROOT;
		for (int i = known + 1; i <= this.depth; i++) {
			String member = this.members[i];
			result = (member != null) ? this.known.pointer(result, member) : result;
			this.pointers[i] = result;
		}
		return result;
	}

}

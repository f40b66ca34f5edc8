package io.github.raspspring.attack.path;

import java.util.Arrays;

/**
 * Follows the segments of a path, plain or in any encoding, and tells whether a part of
 * it climbs above where it was put. The path is read once, when the first part is asked
 * for. Not thread-safe.
 */
public final class PathClimb {

	private final PathUnits units;

	private final int from;

	private final int end;

	/** Where each segment ends, the slash behind it included. */
	private int[] ends = {};

	/** Where each segment leads: one up is below zero. */
	private byte[] steps = {};

	private int size = -1;

	private int position;

	private int dots;

	private boolean named;

	/**
	 * Create a climb.
	 * @param path the path
	 * @param from index where the path begins
	 */
	public PathClimb(String path, int from) {
		this.units = new PathUnits(path);
		this.from = from;
		this.end = path.length();
	}

	/**
	 * Return whether the part from start to end goes above the folder that the path names
	 * before it.
	 * @param start index of the first character that is input
	 * @param end index behind the last character that is input
	 * @return {@code true} if it does
	 */
	public boolean climbsOut(int start, int end) {
		if (this.size < 0) {
			readAll();
		}
		int depth = 0;
		int segment = firstBehind(start);
		int begin = (segment == 0) ? this.from : this.ends[segment - 1];
		while (segment < this.size && begin < end && depth >= 0) {
			depth += this.steps[segment];
			begin = this.ends[segment++];
		}
		return depth < 0;
	}

	private int firstBehind(int position) {
		int index = Arrays.binarySearch(this.ends, 0, this.size, position);
		return (index >= 0) ? index + 1 : -index - 1;
	}

	private void readAll() {
		this.size = 0;
		this.position = this.from;
		while (this.position < this.end) {
			readSegment();
			if (this.size == this.ends.length) {
				this.ends = Arrays.copyOf(this.ends, 2 * this.size + 8);
				this.steps = Arrays.copyOf(this.steps, 2 * this.size + 8);
			}
			this.steps[this.size] = (byte) step();
			this.ends[this.size++] = this.position;
		}
	}

	/**
	 * Windows drops blanks and dots at the end of a name; filters drop control characters
	 * anywhere; servlet containers drop what follows a semicolon.
	 */
	private void readSegment() {
		this.dots = 0;
		this.named = false;
		boolean parameters = false;
		while (this.position < this.end) {
			this.units.read(this.position);
			this.position = this.units.next();
			int kind = this.units.kind();
			if (kind == PathUnits.SLASH) {
				return;
			}
			parameters |= kind == PathUnits.SEMICOLON && !this.named && this.dots > 0;
			if ((kind == PathUnits.DOT || kind == PathUnits.TWO_DOTS) && !parameters) {
				this.dots += (kind == PathUnits.DOT) ? 1 : 2;
			}
			else if (!parameters && !isDropped(kind)) {
				this.named = true;
			}
		}
	}

	private boolean isDropped(int kind) {
		boolean trailingBlank = this.units.character() == ' ' && this.dots > 0;
		return kind == PathUnits.IGNORED || kind == PathUnits.NUL || trailingBlank;
	}

	private int step() {
		if (this.named || this.dots > 2) {
			return 1;
		}
		return (this.dots == 2) ? -1 : 0;
	}

}

package io.github.raspspring.attack.path;

/**
 * Follows the segments of a path, plain or in any encoding, and tells whether a part of
 * it climbs above where it was put. Parts that are asked for in ascending order are
 * followed in one pass. Not thread-safe.
 */
public final class PathClimb {

	private final PathUnits units;

	private final int from;

	private final int end;

	/** Where the segment begins that holds the first character of the last part. */
	private int resumed;

	private int lastStart;

	/** Where the last segment that was read begins. */
	private int segment = -1;

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
		this.resumed = from;
	}

	/**
	 * Return whether the part from start to end goes above the folder that the path names
	 * before it.
	 * @param start index of the first character that is input
	 * @param end index behind the last character that is input
	 */
	public boolean climbsOut(int start, int end) {
		int next = (start < this.lastStart) ? this.from : this.resumed;
		this.lastStart = start;
		this.resumed = -1;
		int depth = 0;
		while (next < Math.min(end, this.end)) {
			int begin = next;
			next = behindSegment(begin);
			if (next > start) {
				this.resumed = (this.resumed < 0) ? begin : this.resumed;
				depth += step();
				if (depth < 0) {
					return true;
				}
			}
		}
		this.resumed = (this.resumed < 0) ? next : this.resumed;
		return false;
	}

	private int behindSegment(int begin) {
		if (begin != this.segment) {
			this.segment = begin;
			this.position = begin;
			readSegment();
		}
		return this.position;
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
			if (kind == PathUnits.DOT && !parameters) {
				this.dots++;
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

package io.github.raspspring.attack.path;

/**
 * Follows the segments of a path, plain or in any encoding, and tells whether a part of
 * it climbs above where it was put.
 */
public final class PathClimb {

	private final PathUnits units;

	private final int end;

	private int position;

	private int dots;

	private boolean named;

	private PathClimb(String path, int from) {
		this.units = new PathUnits(path);
		this.end = path.length();
		this.position = from;
	}

	/**
	 * Return whether the part from start to end goes above the folder that the path names
	 * before it.
	 * @param path the path
	 * @param from index where the path begins
	 * @param start index of the first character that is input
	 * @param end index behind the last character that is input
	 */
	public static boolean climbsOut(String path, int from, int start, int end) {
		PathClimb climb = new PathClimb(path, from);
		int depth = 0;
		while (climb.position < Math.min(end, path.length())) {
			climb.readSegment();
			if (climb.position > start) {
				depth += climb.step();
				if (depth < 0) {
					return true;
				}
			}
		}
		return false;
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

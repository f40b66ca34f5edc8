package io.github.raspspring.sink;

/**
 * Follows the segments of a path, plain or percent-encoded, and tells whether a part of
 * it climbs above where it was put.
 */
final class PathClimb {

	private PathClimb() {
	}

	/**
	 * Return whether the part from start to end goes above the folder that the path names
	 * before it.
	 * @param path the path
	 * @param from index where the path begins
	 * @param start index of the first character that is input
	 * @param end index behind the last character that is input
	 */
	static boolean climbsOut(String path, int from, int start, int end) {
		int depth = 0;
		int segment = Math.max(from, lastSeparator(path, from, start) + 1);
		while (segment < end) {
			int next = segment;
			while (next < path.length() && !isSeparator(path, next)) {
				next++;
			}
			depth += step(path, segment, next);
			if (depth < 0) {
				return true;
			}
			segment = next + separatorLength(path, next);
		}
		return false;
	}

	private static int lastSeparator(String path, int from, int before) {
		for (int i = before - 1; i >= from; i--) {
			if (isSeparator(path, i)) {
				return i + separatorLength(path, i) - 1;
			}
		}
		return from - 1;
	}

	private static int step(String path, int start, int end) {
		int dots = 0;
		int i = start;
		while (i < end) {
			if (path.charAt(i) == '.') {
				i++;
			}
			else if (path.regionMatches(true, i, "%2e", 0, 3)) {
				i += 3;
			}
			else {
				return (path.charAt(i) == ';' && dots > 0) ? climb(dots) : 1;
			}
			dots++;
		}
		return climb(dots);
	}

	private static int climb(int dots) {
		return (dots == 2) ? -1 : (dots > 2) ? 1 : 0;
	}

	private static boolean isSeparator(String path, int index) {
		char c = path.charAt(index);
		return c == '/' || c == '\\' || path.regionMatches(true, index, "%2f", 0, 3)
				|| path.regionMatches(true, index, "%5c", 0, 3);
	}

	private static int separatorLength(String path, int index) {
		return (index < path.length() && path.charAt(index) == '%') ? 3 : 1;
	}

}

package io.github.raspspring.attack.path;

import java.util.Arrays;

import io.github.raspspring.sink.CharMask;

/**
 * A path as it is after it was normalized: without what leads nowhere or back, in one
 * spelling of slashes, letters and encodings. Not thread-safe.
 */
final class TidyPath {

	private final PathUnits units;

	private final int end;

	/** The names that are left, each behind a slash. */
	private final StringBuilder names = new StringBuilder();

	/** Of each name that is left: where its slash stands in all of them. */
	private int[] slashes = new int[8];

	/** Of each name that is left: where it begins and ends in the path as it was. */
	private int[] starts = new int[8];

	private int[] ends = new int[8];

	private int size;

	private int climbs;

	private boolean back;

	private TidyPath(String path) {
		this.units = new PathUnits(path);
		this.end = path.length();
	}

	/**
	 * Read a path.
	 * @param path the path, plain or in any encoding
	 * @param from index where it begins
	 * @return the path after it was normalized
	 */
	static TidyPath of(String path, int from) {
		TidyPath tidy = new TidyPath(path);
		int position = from;
		while (position < tidy.end) {
			position = tidy.readSegment(position);
		}
		return tidy;
	}

	/**
	 * Return the names that are left, each behind a slash.
	 */
	String names() {
		return this.names.toString();
	}

	/**
	 * Return how many names are left.
	 */
	int size() {
		return this.size;
	}

	/**
	 * Return how many steps lead up that no name before them takes back.
	 */
	int climbs() {
		return this.climbs;
	}

	/**
	 * Return whether any step leads up.
	 */
	boolean goesBack() {
		return this.back;
	}

	/**
	 * Return where in the path as it was the name stands that begins behind a place in
	 * the names, or where the path ends if there is none.
	 */
	int startBehind(int place) {
		int name = Arrays.binarySearch(this.slashes, 0, this.size, place);
		return (name >= 0) ? this.starts[name] : this.end;
	}

	/**
	 * Return where in the path as it was the name ends that holds what stands in front of
	 * a place in the names.
	 */
	int endBefore(int place) {
		int name = Arrays.binarySearch(this.slashes, 0, this.size, place);
		int holder = (name >= 0) ? name - 1 : -name - 2;
		return (holder >= 0) ? this.ends[holder] : this.end;
	}

	/**
	 * Return what the names up to a place name.
	 * @param steps how many of them are left out at the end
	 */
	String folder(int steps) {
		return (steps < this.size) ? this.names.substring(0, (steps == 0) ? this.names.length() : slash(steps)) : "";
	}

	private int slash(int fromEnd) {
		return this.slashes[this.size - fromEnd];
	}

	private int readSegment(int start) {
		int slash = this.names.length();
		this.names.append('/');
		int position = start;
		int stop = this.end;
		boolean parameters = false;
		while (position < this.end) {
			this.units.read(position);
			int kind = this.units.kind();
			if (kind == PathUnits.SLASH) {
				stop = position;
				position = this.units.next();
				break;
			}
			position = this.units.next();
			parameters |= kind == PathUnits.SEMICOLON && isDots(slash) && this.names.length() > slash + 1;
			if (!parameters) {
				append(kind);
			}
		}
		close(slash, start, stop);
		return position;
	}

	private void append(int kind) {
		char character = (char) this.units.character();
		if (kind == PathUnits.DOT) {
			this.names.append('.');
		}
		else if (kind != PathUnits.IGNORED && kind != PathUnits.NUL && !CharMask.isBlank(character)) {
			this.names.append(CharMask.fold(character));
		}
	}

	/**
	 * Keep the segment read last if it is a name, else take the step. Windows drops dots
	 * at the end of names.
	 */
	private void close(int slash, int start, int stop) {
		int dots = this.names.length() - slash - 1;
		if (!isDots(slash)) {
			int last = this.names.length();
			while (this.names.charAt(last - 1) == '.') {
				last--;
			}
			this.names.setLength(last);
		}
		else if (dots <= 2) {
			this.names.setLength(slash);
			if (dots == 2) {
				stepUp();
			}
			return;
		}
		keep(slash, start, stop);
	}

	private void stepUp() {
		this.back = true;
		if (this.size == 0) {
			this.climbs++;
		}
		else {
			this.names.setLength(this.slashes[--this.size]);
		}
	}

	private void keep(int slash, int start, int stop) {
		if (this.size == this.slashes.length) {
			this.slashes = Arrays.copyOf(this.slashes, 2 * this.size);
			this.starts = Arrays.copyOf(this.starts, 2 * this.size);
			this.ends = Arrays.copyOf(this.ends, 2 * this.size);
		}
		this.slashes[this.size] = slash;
		this.starts[this.size] = start;
		this.ends[this.size++] = stop;
	}

	private boolean isDots(int slash) {
		for (int i = slash + 1; i < this.names.length(); i++) {
			if (this.names.charAt(i) != '.') {
				return false;
			}
		}
		return true;
	}

}

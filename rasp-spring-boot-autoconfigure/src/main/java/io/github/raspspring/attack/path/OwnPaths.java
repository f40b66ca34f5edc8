package io.github.raspspring.attack.path;

import io.github.raspspring.sink.Sightings;

/**
 * What is known of the paths that an application opens by its own choice, route by route.
 * Bounded. Thread-safe.
 */
final class OwnPaths {

	/** As long as file systems take them. */
	private static final int LONGEST_PATH = 4096;

	private static final int MOST_FOLDERS = 64;

	private static final int MOST_STEPS = 16;

	/** Tells a folder that paths begin with from the files that were opened. */
	private static final String START = "\0";

	/** Tells a folder that inputs or files are put into. */
	private static final String BASE = "\1";

	private static final int LEARNT_CHARACTERS = 1 << 18;

	private final Sightings paths = new Sightings(LEARNT_CHARACTERS);

	/** What only convicts is kept apart, so that it pushes out nothing that excuses. */
	private final Sightings bases = new Sightings(LEARNT_CHARACTERS);

	/**
	 * Return whether the application opened a file by itself.
	 */
	boolean isFile(String path, String route) {
		return this.paths.contains(path, route);
	}

	/**
	 * Return whether the application opened what lies below a folder by itself.
	 */
	boolean isStart(String folder, String route) {
		return this.paths.contains(START + folder, route);
	}

	/**
	 * Return whether a folder is so many steps above one that the application puts names
	 * into.
	 * @param folder the folder, after it was normalized
	 */
	boolean isAbove(String folder, int steps, String route) {
		return steps <= MOST_STEPS && this.bases.contains(above(folder, steps), route);
	}

	void learnFile(String path, String route) {
		this.paths.add(path, route);
	}

	/**
	 * A folder of the application may coincide with input, such as the path of a request.
	 */
	void learnStarts(String path, String route) {
		if (path.length() > LONGEST_PATH) {
			return;
		}
		int folders = 0;
		for (int i = path.indexOf('/', 1); i > 0 && folders++ < MOST_FOLDERS; i = path.indexOf('/', i + 1)) {
			this.paths.add(START + path.substring(0, i), route);
			this.paths.add(START + path.substring(0, i + 1), route);
		}
	}

	/**
	 * Learn the folder that a path names in front of a place.
	 */
	void learnBase(String path, int place, String route) {
		int slash = Math.max(path.lastIndexOf('/', place - 1), path.lastIndexOf('\\', place - 1));
		String folder = (slash > 0 && slash <= LONGEST_PATH) ? BASE + path.substring(0, slash) : "";
		if (folder.isEmpty() || this.bases.contains(folder, route)) {
			return;
		}
		this.bases.add(folder, route);
		TidyPath tidy = TidyPath.of(folder, BASE.length());
		for (int steps = 1; steps <= Math.min(tidy.size(), MOST_STEPS); steps++) {
			this.bases.add(above(tidy.folder(steps), steps), route);
		}
	}

	private static String above(String folder, int steps) {
		return steps + START + folder;
	}

}

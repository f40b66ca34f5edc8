package io.github.raspspring.attack.path;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An input that is a path which application code may normalize before it opens the file,
 * so that nothing but the rest of it is left to be found.
 *
 * @param input number of the reading
 * @param climbs how many steps lead up that no name before them takes back
 * @param size how many names are left
 * @param rest the names that are left, each behind a slash
 * @param absolute whether the input may be a path as a whole
 */
record ClimbingInput(int input, int climbs, int size, String rest, boolean absolute) {

	private static final String FILE = "file:";

	private static final String URL = "url:";

	/**
	 * Read an input.
	 * @param input number of the reading
	 * @param text its text
	 * @return the path, or {@code null} if it opens what it names, no matter whether it
	 * is normalized
	 */
	static @Nullable ClimbingInput of(int input, String text) {
		int from = schemes(text);
		TidyPath path = TidyPath.of(text, from);
		boolean absolute = isRooted(text, from);
		if (path.climbs() == 0 && !absolute) {
			return null;
		}
		return new ClimbingInput(input, path.climbs(), path.size(), path.names(), absolute);
	}

	/**
	 * Return whether a text may look different once it is normalized. Cheap.
	 */
	static boolean isPossible(String text) {
		return PathHints.first(text) >= 0 || isRooted(text, schemes(text))
				&& (text.contains("//") || text.contains("/.") || text.indexOf('\\') >= 0);
	}

	/**
	 * Return the text as applications leave it that remove climbing segments once.
	 */
	static String stripped(String text) {
		return text.replace("../", "").replace("..\\", "");
	}

	boolean leavesItsFolder() {
		return this.climbs > 0;
	}

	/**
	 * Return where the rest begins in the names of a path that is opened, if it stands
	 * there between slashes as a whole but for what the application has put behind it.
	 * @return the index of its slash, -1 if it isn't there
	 */
	int placeIn(String names) {
		for (int at = names.lastIndexOf(this.rest); at >= 0; at = names.lastIndexOf(this.rest, at - 1)) {
			int end = at + this.rest.length();
			boolean whole = end == names.length() || !Character.isLetterOrDigit(names.charAt(end));
			if (whole && (this.size > 1 || names.indexOf('/', end) < 0)) {
				return at;
			}
		}
		return -1;
	}

	/**
	 * Return whether a path begins at the root of a file system or share.
	 * @param from index where the path begins
	 */
	static boolean isRooted(String path, int from) {
		if (from >= path.length()) {
			return false;
		}
		char first = path.charAt(from);
		boolean drive = from + 1 < path.length() && path.charAt(from + 1) == ':' && Character.isLetter(first);
		return first == '/' || first == '\\' || drive;
	}

	/**
	 * Return where a path begins behind schemes of files.
	 */
	static int schemes(String text) {
		String start = text.substring(0, Math.min(text.length(), FILE.length() + URL.length()))
			.toLowerCase(Locale.ROOT);
		int url = start.startsWith(URL) ? URL.length() : 0;
		return start.startsWith(FILE, url) ? url + FILE.length() : 0;
	}

}

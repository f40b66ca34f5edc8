package io.github.raspspring.attack.path;

import java.util.Locale;
import java.util.Set;

import io.github.raspspring.sink.CharMask;

/**
 * One path that is about to be opened: what its places are held against is read once,
 * however many there are.
 */
final class FileReview {

	/** Files that change how a server or shell treats others. */
	private static final Set<String> CONTROL_FILES = Set.of(".htaccess", ".htpasswd", ".user.ini", "web.config",
			"web.xml", ".bashrc", ".bash_profile", ".profile", ".zshrc", "authorized_keys", "crontab", ".npmrc",
			"autorun.inf", "desktop.ini");

	private final String path;

	private final PathClimb climb;

	private final Set<String> refusedExtensions;

	private final boolean writes;

	/** Where the name of the file begins and ends. */
	private final int name;

	private final int nameEnd;

	/** Where what servlet containers drop begins, -1 for nowhere. */
	private final int parameters;

	private final boolean control;

	/** Where the extension begins if it is refused, -1 if it is not. */
	private final int refused;

	private final int refusedBeforeParameters;

	FileReview(FileCall call, Set<String> refusedExtensions) {
		this.path = call.argument();
		this.climb = new PathClimb(this.path, 0);
		this.refusedExtensions = refusedExtensions;
		this.writes = call.writes();
		this.nameEnd = trimmed(this.path);
		this.name = Math.max(this.path.lastIndexOf('/', this.nameEnd - 1),
				this.path.lastIndexOf('\\', this.nameEnd - 1)) + 1;
		this.parameters = this.path.indexOf(';', this.name);
		this.control = !refusedExtensions.isEmpty() && CONTROL_FILES.contains(lower(this.name, this.nameEnd));
		this.refused = refused(this.nameEnd);
		this.refusedBeforeParameters = (this.parameters > this.name) ? refused(this.parameters) : -1;
	}

	String path() {
		return this.path;
	}

	boolean climbsOut(int start, int end) {
		return this.climb.climbsOut(start, end);
	}

	/**
	 * Return whether a part of the path chooses how servers or shells treat the file that
	 * is written.
	 */
	boolean choosesRefusedExtension(int start, int end) {
		if (!this.writes) {
			return false;
		}
		if (start <= this.parameters && end > this.parameters && start <= this.refusedBeforeParameters) {
			return true;
		}
		return end >= this.nameEnd && (this.control && start <= this.name || start <= this.refused);
	}

	/**
	 * Trailing dots and blanks are dropped by Windows.
	 */
	private static int trimmed(String path) {
		int i = path.length();
		while (i > 0
				&& (path.charAt(i - 1) == '.' || path.charAt(i - 1) == '/' || CharMask.isBlank(path.charAt(i - 1)))) {
			i--;
		}
		return i;
	}

	private int refused(int end) {
		int extension = this.path.lastIndexOf('.', end - 1) + 1;
		return this.refusedExtensions.contains(lower(extension, end)) ? extension : -1;
	}

	private String lower(int start, int end) {
		return this.path.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
	}

}

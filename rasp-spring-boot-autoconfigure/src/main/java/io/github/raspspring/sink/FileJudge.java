package io.github.raspspring.sink;

import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file about to be opened: does a value of the request make the path leave the
 * folder that the rest of the path names, or turn it absolute (CWE-22, CWE-36)? What
 * stays below that folder is harmless, dots included. Thread-safe.
 */
public final class FileJudge implements SinkJudge<FileCall> {

	/** Extensions of files that servers or shells run, without the dot. */
	public static final Set<String> EXECUTABLE_EXTENSIONS = Set.of("jsp", "jspx", "jspf", "jspa", "war", "jar", "class",
			"sh", "bash", "bat", "cmd", "com", "exe", "msi", "scr", "vbs", "ps1", "psm1", "dll", "so", "php", "phtml",
			"phar", "asp", "aspx", "ashx", "cgi", "pl", "py", "rb", "groovy");

	private static final int LEARNT_CHARACTERS = 1 << 18;

	private final Set<String> refusedExtensions;

	private final Sightings ownFolders = new Sightings(LEARNT_CHARACTERS);

	/**
	 * Create a judge.
	 * @param refusedExtensions extensions that input must not choose for a file that is
	 * written, in lower case and without the dot
	 */
	public FileJudge(Set<String> refusedExtensions) {
		this.refusedExtensions = Set.copyOf(refusedExtensions);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

	@Override
	public Class<FileCall> callType() {
		return FileCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(FileCall call, SinkInputs inputs) {
		String path = call.argument();
		if (call.untrustedFrom() < path.length()) {
			Rule rule = judge(call, call.untrustedFrom(), path.length(), inputs.route());
			if (rule != null) {
				return SinkVerdict.certain(rule, null, call.untrustedFrom(), path.length());
			}
		}
		long characters = CharMask.of(path);
		boolean startIsInput = false;
		for (int i = 0; i < inputs.size(); i++) {
			long place = find(path, characters, inputs, i, 0);
			while (place != Occurrence.NONE) {
				startIsInput |= Occurrence.start(place) == 0;
				Rule rule = judge(call, Occurrence.start(place), Occurrence.end(place), inputs.route());
				if (rule != null) {
					return SinkVerdict.certain(rule, inputs.source(i), Occurrence.start(place), Occurrence.end(place));
				}
				place = find(path, characters, inputs, i, Occurrence.end(place));
			}
		}
		if (!startIsInput) {
			learnFolders(path, inputs.route());
		}
		return null;
	}

	/**
	 * Find an input as it is, or as it is left by an application that removes climbing
	 * segments once.
	 */
	private static long find(String path, long characters, SinkInputs inputs, int input, int from) {
		String text = inputs.text(input);
		long place = inputs.mayOccur(input, characters) ? Occurrence.find(path, text, from) : Occurrence.NONE;
		if (place == Occurrence.NONE && (text.contains("../") || text.contains("..\\"))) {
			return Occurrence.find(path, text.replace("../", "").replace("..\\", ""), from);
		}
		return place;
	}

	private @Nullable Rule judge(FileCall call, int start, int end, String route) {
		String path = call.argument();
		String input = path.substring(start, end);
		if (input.indexOf('\0') >= 0 || (end < path.length() && path.charAt(end) == '\0')) {
			return FileRules.NUL;
		}
		if (start == 0 && isAbsolute(input) && !this.ownFolders.contains(input, route)) {
			return FileRules.ABSOLUTE;
		}
		if (input.length() > 1 && PathClimb.climbsOut(path, 0, start, end)) {
			return FileRules.TRAVERSAL;
		}
		if (input.contains("::$")) {
			return FileRules.STREAM;
		}
		return (call.writes() && choosesRefusedExtension(path, start, end)) ? FileRules.EXTENSION : null;
	}

	/**
	 * Trailing dots and blanks are dropped by Windows.
	 */
	private boolean choosesRefusedExtension(String path, int start, int end) {
		int nameEnd = path.length();
		while (nameEnd > 0 && (path.charAt(nameEnd - 1) == '.' || CharMask.isBlank(path.charAt(nameEnd - 1)))) {
			nameEnd--;
		}
		int dot = path.lastIndexOf('.', nameEnd - 1);
		return start <= dot + 1 && end >= nameEnd
				&& this.refusedExtensions.contains(path.substring(dot + 1, nameEnd).toLowerCase(Locale.ROOT));
	}

	private static boolean isAbsolute(String path) {
		if (path.length() < 2) {
			return false;
		}
		char first = path.charAt(0);
		boolean drive = Character.isLetter(first) && path.charAt(1) == ':';
		return first == '/' || first == '\\' || first == '~' || drive
				|| path.toLowerCase(Locale.ROOT).startsWith("file:");
	}

	/**
	 * A folder of the application may coincide with input, such as the path of a request.
	 */
	private void learnFolders(String path, String route) {
		for (int i = path.indexOf('/', 1); i > 0; i = path.indexOf('/', i + 1)) {
			this.ownFolders.add(path.substring(0, i), route);
			this.ownFolders.add(path.substring(0, i + 1), route);
		}
	}

}

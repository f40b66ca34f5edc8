package io.github.raspspring.attack.path;

import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Sightings;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
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
			"phar", "asp", "aspx", "ashx", "cgi", "pl", "py", "rb", "groovy", "php3", "php4", "php5", "php7", "php8",
			"pht", "phps", "shtml", "cfm", "asa", "asax", "asmx", "cer", "cshtml", "vbhtml", "jsw", "jsv", "jtml",
			"hta", "lnk", "jse", "vbe", "wsf", "wsh", "ps1xml", "reg", "scf", "cpl", "pif", "jnlp", "desktop", "ear");

	private static final Set<String> SCHEMES = Set.of("file", "http", "https", "ftp", "jar", "url", "classpath",
			"classpath*", "zip", "war", "netdoc", "php", "vfs");

	/** As long as file systems take them. */
	private static final int LONGEST_PATH = 4096;

	private static final int MOST_FOLDERS = 64;

	/** Tells a folder from the files that were opened. */
	private static final String FOLDER = "\0";

	private static final int LEARNT_CHARACTERS = 1 << 18;

	private final Set<String> refusedExtensions;

	private final Sightings ownPaths = new Sightings(LEARNT_CHARACTERS);

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
		FileReview review = new FileReview(call, this.refusedExtensions);
		if (call.untrustedFrom() < path.length()) {
			Rule rule = judge(review, call.untrustedFrom(), path.length(), inputs.route());
			if (rule != null) {
				return SinkVerdict.certain(rule, null, call.untrustedFrom(), path.length());
			}
		}
		boolean[] found = new boolean[2];
		SinkVerdict verdict = FileSearch.firstAttack(path, inputs, (start, end) -> {
			found[0] = true;
			found[1] |= start == 0;
			return judge(review, start, end, inputs.route());
		});
		if (verdict == null && !found[1]) {
			learnFolders(path, inputs.route());
		}
		if (verdict == null && !found[0]) {
			this.ownPaths.add(path, inputs.route());
		}
		return verdict;
	}

	private @Nullable Rule judge(FileReview review, int start, int end, String route) {
		String path = review.path();
		String input = path.substring(start, end);
		if (input.indexOf('\0') >= 0 || input.contains("%00") || (end < path.length() && path.charAt(end) == '\0')) {
			return FileRules.NUL;
		}
		if (start == 0 && (isAbsolute(input) || input.equals("/") && end == path.length())
				&& !isOwn(path, end, route)) {
			return FileRules.ABSOLUTE;
		}
		if (input.length() > 1 && review.climbsOut(start, end)) {
			return FileRules.TRAVERSAL;
		}
		if (input.contains("::$")) {
			return FileRules.STREAM;
		}
		return (review.choosesRefusedExtension(start, end) && !this.ownPaths.contains(path, route))
				? FileRules.EXTENSION : null;
	}

	private static boolean isAbsolute(String path) {
		if (path.length() < 2) {
			return false;
		}
		char first = path.charAt(0);
		boolean drive = Character.isLetter(first) && path.charAt(1) == ':';
		return first == '/' || first == '\\' || first == '~' || drive || hasScheme(path);
	}

	/**
	 * Return whether the application is known to open the path by its own choice, or what
	 * lies below the folder at its start.
	 */
	private boolean isOwn(String path, int end, String route) {
		return this.ownPaths.contains((end == path.length()) ? path : FOLDER + path.substring(0, end), route);
	}

	/**
	 * Loaders of resources take URLs for paths.
	 */
	private static boolean hasScheme(String path) {
		int colon = path.indexOf(':');
		return colon > 0 && SCHEMES.contains(path.substring(0, colon).toLowerCase(Locale.ROOT));
	}

	/**
	 * A folder of the application may coincide with input, such as the path of a request.
	 */
	private void learnFolders(String path, String route) {
		if (path.length() > LONGEST_PATH) {
			return;
		}
		int folders = 0;
		for (int i = path.indexOf('/', 1); i > 0 && folders++ < MOST_FOLDERS; i = path.indexOf('/', i + 1)) {
			this.ownPaths.add(FOLDER + path.substring(0, i), route);
			this.ownPaths.add(FOLDER + path.substring(0, i + 1), route);
		}
	}

}

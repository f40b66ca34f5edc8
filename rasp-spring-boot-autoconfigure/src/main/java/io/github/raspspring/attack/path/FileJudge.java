package io.github.raspspring.attack.path;

import java.util.Locale;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file about to be opened: does a value of the request make the path leave the
 * folder that the rest of the path names, or turn it absolute (CWE-22, CWE-36), also
 * where the application normalizes the path before it opens the file? What stays below
 * that folder is harmless, dots included. Thread-safe.
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

	/** Requests whose inputs are kept as paths while they open files. */
	private static final int REQUESTS = 1024;

	private final Set<String> refusedExtensions;

	private final OwnPaths own = new OwnPaths();

	/** By the inputs of each request, so that they are read once for all its files. */
	private final Cache<SinkInputs, ClimbingInputs> climbing = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(REQUESTS)
		.build();

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
		InputSpan found = new InputSpan();
		SinkVerdict verdict = FileSearch.firstAttack(path, inputs, (start, end) -> {
			found.add(start);
			return judge(review, start, end, inputs.route());
		});
		if (verdict != null) {
			return verdict;
		}
		ClimbingInputs climbing = climbing(inputs);
		verdict = climbing.firstAttack(path, inputs, this.own);
		if (verdict == null && !climbing.climb()) {
			learn(path, found, inputs.route());
		}
		return verdict;
	}

	private ClimbingInputs climbing(SinkInputs inputs) {
		ClimbingInputs known = this.climbing.getIfPresent(inputs);
		ClimbingInputs read = (known != null) ? known : ClimbingInputs.of(inputs);
		if (known == null) {
			this.climbing.put(inputs, read);
		}
		return read;
	}

	private void learn(String path, InputSpan found, String route) {
		if (found.first() != 0) {
			this.own.learnStarts(path, route);
		}
		if (found.isEmpty()) {
			this.own.learnFile(path, route);
		}
		this.own.learnBase(path, found.isEmpty() ? path.length() : found.first(), route);
		this.own.learnBase(path, found.isEmpty() ? path.length() : found.last(), route);
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
		return (review.choosesRefusedExtension(start, end) && !this.own.isFile(path, route)) ? FileRules.EXTENSION
				: null;
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
		return (end == path.length()) ? this.own.isFile(path, route) : this.own.isStart(path.substring(0, end), route);
	}

	/**
	 * Loaders of resources take URLs for paths.
	 */
	private static boolean hasScheme(String path) {
		int colon = path.indexOf(':');
		return colon > 0 && SCHEMES.contains(path.substring(0, colon).toLowerCase(Locale.ROOT));
	}

}

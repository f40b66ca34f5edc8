package io.github.raspspring.attack.path;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes values that leave the folder they were meant for (CWE-22): paths that climb
 * above where they start, dots and slashes in spellings that get past filters, well-known
 * files of the system or the application, and names cut off by a NUL.
 * <p>
 * Lets pass paths that stay inside ({@code a/../b}), ellipses, a single step up in a
 * field that names no file, and system paths in the middle of a sentence, which are
 * reported as weak. Costs one pass; allocates only for texts that hold a hint.
 */
public final class PathTraversalDetector implements RepeatableDetector {

	/** Rule {@code climb}: the path leaves its folder. */
	public static final Rule CLIMB = new Rule("climb", "CWE-22",
			"The value is a path that climbs above the folder where it starts.",
			"Resolve the path against a fixed folder, normalize it, and refuse it unless it still starts with it.");

	/** Rule {@code odd-spelling}: dots and slashes are disguised. */
	public static final Rule ODD_SPELLING = new Rule("odd-spelling", "CWE-22",
			"The value spells dots or slashes of a path in a way that only serves to get past a filter.",
			"Decode once, refuse malformed encodings, and check the normalized path only.");

	/** Rule {@code known-file}: a file of the system or application is named. */
	public static final Rule KNOWN_FILE = new Rule("known-file", "CWE-22",
			"The value names a file or folder of the system or the application that no client needs.",
			"Let clients choose from identifiers that the application maps to files.");

	/** Rule {@code nul-suffix}: a NUL cuts off the suffix. */
	public static final Rule NUL_SUFFIX = new Rule("nul-suffix", "CWE-158",
			"The value hides the true end of a file name behind a NUL.",
			"Refuse file names with control characters and compare the extension of the resolved path.");

	/** Rule {@code device-path}: a share or device of the host is named. */
	public static final Rule DEVICE_PATH = new Rule("device-path", "CWE-40",
			"The value is a path to a share or device of a Windows host.",
			"Accept relative names only, and refuse any that begin with a separator.");

	private static final long SEPARATORS = Traits.SLASH | Traits.BACKSLASH | Traits.PERCENT | Traits.CONTROL
			| Traits.NON_ASCII;

	/** Without these, only what is found on the class path is a path. */
	private static final long OF_PATHS = SEPARATORS | Traits.HEXADECIMAL | Traits.PATH_STEP;

	/** Tells virtual machines of Java where random numbers come from. */
	private static final String ENTROPY = ".security.egd=";

	/** Folders at the top of repositories. */
	private static final HashedWords SOURCES = HashedWords
		.of("src docker infra deploy deployment ansible roles charts helm k8s kubernetes");

	/** What serialized objects of Java begin with, which are judged as such. */
	private static final String STREAM = "\u00AC\u00ED";

	private static final int LONGEST_MAPPING = 512;

	private static final int SOME = 2;

	private static final int MANY = 6;

	@Override
	public String name() {
		return "path-traversal";
	}

	@Override
	public Category category() {
		return Category.FILE_ACCESS;
	}

	@Override
	public long triggers() {
		return OF_PATHS | Traits.SCHEME;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if ((isOfApplication(text) || isProfile(text))
				&& (leavesClassPath(text) || namesFile(view.input()) || namesPath(view.input()))) {
			report(KNOWN_FILE, Confidence.STRONG, view, 0, text.length(), findings);
			return;
		}
		if ((view.traits() & OF_PATHS) == 0) {
			return;
		}
		Confidence share = judgeShare(text, view.input());
		if (share != null) {
			report(DEVICE_PATH, share, view, 0, text.length(), findings);
		}
		if (WindowsPaths.endsWithStream(text)) {
			report(ODD_SPELLING, Confidence.STRONG, view, text.lastIndexOf(':') - 1, text.length(), findings);
			return;
		}
		if (!PathScanner.mayMatter(text)) {
			return;
		}
		PathScanner path = new PathScanner(text);
		boolean weakReported = false;
		boolean whole = view.input().location() == InputLocation.PATH;
		while (whole ? path.next() : path.nextNearHint()) {
			Confidence confidence = judge(path, view);
			if (confidence == Confidence.WEAK && weakReported || confidence == null) {
				continue;
			}
			report(ruleOf(path), confidence, view, path.place().start(), path.place().end(), findings);
			if (confidence != Confidence.WEAK) {
				return;
			}
			weakReported = true;
		}
	}

	/**
	 * Whether a text names settings or all files of a kind on the class path.
	 */
	private static boolean isOfApplication(String text) {
		boolean location = text.startsWith("classpath:") || text.startsWith("classpath*:");
		return location && (text.indexOf("application") > 0 || text.indexOf("bootstrap") > 0
				|| text.indexOf("-INF/") > 0 || text.indexOf('*', 11) > 0 || text.indexOf("..") > 0);
	}

	/**
	 * Whether a text is the absolute path of the settings of an application for one of
	 * its profiles.
	 */
	private static boolean isProfile(String text) {
		return text.startsWith("/") && (text.endsWith(".properties") || text.endsWith(".yml") || text.endsWith(".yaml"))
				&& text.indexOf(' ') < 0 && text.lastIndexOf("/application-") > 0;
	}

	/**
	 * Whether a location of the class path climbs out of it at once, which finds nothing
	 * but where it is pasted into a path of files.
	 */
	private static boolean leavesClassPath(String text) {
		return text.startsWith("../../", text.indexOf(':') + 1) && text.indexOf(' ') < 0;
	}

	private void report(Rule rule, Confidence confidence, ValueView view, int start, int end, Findings findings) {
		if (findings.haveEnoughOf(this, rule, confidence)) {
			return;
		}
		findings.add(Finding.of(this, rule)
			.confidence(confidence)
			.at(view.input())
			.evidence(view.text(), start, end)
			.build());
	}

	/**
	 * Judge a path of Windows: where files are on shares of one's own network, their
	 * names are honest, and what opens them decides.
	 */
	private static @Nullable Confidence judgeShare(String text, InputValue input) {
		if (WindowsPaths.isDevice(text)
				|| input.location() == InputLocation.HEADER && WindowsPaths.namesForeignShare(text)) {
			return Confidence.STRONG;
		}
		if (!WindowsPaths.isShare(text)) {
			return null;
		}
		boolean file = namesFile(input);
		boolean named = file || namesPath(input) || Placement.namesFetched(input.lastName());
		return (named && WindowsPaths.isForeignShare(text)) ? Confidence.STRONG : file ? Confidence.WEAK : null;
	}

	private static @Nullable Confidence judge(PathScanner path, ValueView view) {
		if (isStepWithParameters(path, view)) {
			return Confidence.STRONG;
		}
		if (path.climbs() + path.lossyClimbs() + path.longDots() + path.ellipses() > 0) {
			Confidence confidence = judgeClimb(path, view);
			if (confidence != null) {
				return confidence;
			}
		}
		boolean whole = path.place().beginsText() && path.place().endsText();
		if (path.hasNulSuffix() && path.place().endsText() && !isBinary(view)) {
			return Confidence.STRONG;
		}
		return path.isRemote() ? null : judgeTarget(path, view, whole);
	}

	private static @Nullable Confidence judgeClimb(PathScanner path, ValueView view) {
		boolean known = path.target().isKnown();
		if (path.odd() > 0 && (path.escapes() > 0 || path.odd() >= SOME || known)) {
			return (path.odd() >= SOME || known) ? Confidence.CERTAIN : Confidence.STRONG;
		}
		if (known && (path.climbs() > 0 || path.lossyClimbs() > 0 || path.longDots() > 0)) {
			return (path.escapes() >= SOME) ? Confidence.CERTAIN : Confidence.STRONG;
		}
		if (path.target().isSystem() || path.longDots() >= SOME || path.ellipses() + path.lossyClimbs() > SOME) {
			return Confidence.STRONG;
		}
		if (path.ellipses() > 0 && path.oddSteps().have(OddSteps.INTERLEAVED)) {
			return Confidence.STRONG;
		}
		if (view.input().location() == InputLocation.PATH && path.oddSteps().have(OddSteps.PARAMETERS)) {
			return Confidence.STRONG;
		}
		boolean whole = path.place().beginsText() && path.place().endsText();
		boolean far = path.climbs() >= SOME
				&& (path.escapes() > 0 || namesFile(view.input()) || namesPath(view.input()));
		boolean rewritten = view.input().location() == InputLocation.HEADER && path.isAbsolute();
		if (whole && (far || rewritten)) {
			return Confidence.STRONG;
		}
		if (path.escapes() == 0) {
			return path.place().beginsText() && path.place().endsText() && beginsDoubled(path, view.text())
					? Confidence.STRONG : null;
		}
		return leaves(path, view) ? Confidence.STRONG : Confidence.WEAK;
	}

	/**
	 * Whether a step up has parameters, which proxies take for a name and containers drop
	 * (<code>/a/..;/b</code>). Nobody writes it but where a sentence goes on.
	 */
	private static boolean isStepWithParameters(PathScanner path, ValueView view) {
		boolean whole = view.input().location() == InputLocation.PATH || path.isAbsolute() && path.place().startsText();
		return whole && path.place().endsText() && path.oddSteps().have(OddSteps.PARAMETERS_AND_SLASH)
				&& view.text().indexOf(' ') < 0;
	}

	/**
	 * Whether a path begins with a step up that is left over when a filter removes one.
	 */
	private static boolean beginsDoubled(PathScanner path, String text) {
		boolean dots = text.startsWith("....") && text.length() > 6;
		return path.oddSteps().have(OddSteps.DOUBLED) || dots && isSlash(text.charAt(4)) && isSlash(text.charAt(5));
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == '\\';
	}

	/**
	 * Whether a path that climbs, to no known file, is the value and not part of a text.
	 */
	private static boolean leaves(PathScanner path, ValueView view) {
		boolean begins = path.place().beginsText();
		boolean ends = path.place().endsText();
		boolean far = path.escapes() > SOME || path.escapes() == SOME && path.encoded() > 0;
		boolean aboveRoot = path.isAbsolute() && !path.place().followsVariable() && path.escapes() >= SOME;
		if (path.escapes() >= MANY || aboveRoot || far && (begins || ends)) {
			return true;
		}
		if (!begins || !ends) {
			return false;
		}
		return path.escapes() >= SOME || path.encoded() > 0 || view.encodings() > 0 || namesFile(view.input())
				|| FileParameters.isName(view.input().lastName()) && path.target().isNamed();
	}

	private static @Nullable Confidence judgeTarget(PathScanner path, ValueView view, boolean whole) {
		if (view.text().startsWith(ENTROPY, path.place().start() - ENTROPY.length())) {
			return null;
		}
		boolean absolute = path.isAbsolute() || path.isFileUrl();
		if (path.isFileUrl() && whole) {
			return Confidence.STRONG;
		}
		if (!path.target().isKnown() && !path.target().isRoot()) {
			return null;
		}
		if (path.target().isSystem()) {
			if (whole && (view.text().indexOf('*') > 0 || isSource(view.text())) || isMapping(view.text())) {
				return Confidence.WEAK;
			}
			if (absolute
					? (path.place().beginsText()
							|| path.place().endsText() && !PathInSentence.isObject(view.text(), path.place().start()))
							&& !PathInSentence.isSubject(view.text(), path.place().end())
					: whole && path.slashes() > 0 && !path.place().isInProse()) {
				return Confidence.STRONG;
			}
			return absolute ? Confidence.WEAK : null;
		}
		return judgeFolder(path, view, whole, absolute);
	}

	/**
	 * Judge a path to a folder of the system or a secret of the application, which counts
	 * where it is the value only: what is asked of the whole text is asked of few paths.
	 */
	private static @Nullable Confidence judgeFolder(PathScanner path, ValueView view, boolean whole, boolean absolute) {
		boolean secret = path.target().isSecret();
		boolean requested = view.input().location() == InputLocation.PATH && path.slashes() > 0;
		boolean alone = requested || whole && secret && namesFile(view.input());
		boolean first = whole && path.place().startsText();
		if (!alone && !first) {
			return null;
		}
		String text = view.text();
		boolean home = path.target().isRoot() && namesPath(view.input())
				&& text.lastIndexOf('.') > text.lastIndexOf('/');
		boolean folder = home || path.target().isSystemFolder() || path.hasDrive() && path.target().isDriveFolder();
		boolean rooted = absolute || secret && (path.place().startsAtHome() || text.indexOf("//") > 0);
		if (!folder && !secret || !alone && !rooted) {
			return null;
		}
		boolean pattern = text.indexOf('*') > 0 && !secret && !namesFile(view.input());
		return pattern ? Confidence.WEAK : Confidence.STRONG;
	}

	/**
	 * Whether a text is a path of the host, a colon and a path of a container that it is
	 * mounted at.
	 */
	private static boolean isMapping(String text) {
		int colon = (text.length() < LONGEST_MAPPING) ? text.indexOf(":/") : -1;
		return colon > 1 && text.charAt(0) == '/' && colon + 2 < text.length() && text.charAt(colon + 2) != '/'
				&& text.indexOf(' ') < 0 && text.indexOf("..") < 0;
	}

	/**
	 * Whether a path is that of a source of an application, as repositories list them.
	 */
	private static boolean isSource(String text) {
		return SOURCES.groupOf(text, 0, Math.max(0, text.indexOf('/'))) != 0 && text.indexOf("..") < 0
				&& text.indexOf('%') < 0;
	}

	/**
	 * Whether this is the beginning of a body that is no text, in which zeros stand
	 * anywhere: with a NUL a name may be cut off, but it has no other control characters.
	 */
	private static boolean isBinary(ValueView view) {
		if (view.text().startsWith(STREAM)) {
			return true;
		}
		return view.input().location() == InputLocation.BODY
				&& view.text().chars().anyMatch((c) -> c != 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r');
	}

	private static boolean namesPath(InputValue input) {
		return FileParameters.isFileOrFolder(input.lastName());
	}

	private static boolean namesFile(InputValue input) {
		return switch (input.location()) {
			case PATH, MULTIPART -> true;
			case QUERY, FORM, COOKIE -> FileParameters.isFileOrFolder(input.name());
			default -> FileParameters.isFile(input.lastName());
		};
	}

	private static Rule ruleOf(PathScanner path) {
		if (path.odd() > 0) {
			return ODD_SPELLING;
		}
		if (path.escapes() > 0 || path.longDots() > 0) {
			return CLIMB;
		}
		return path.hasNulSuffix() ? NUL_SUFFIX : KNOWN_FILE;
	}

}

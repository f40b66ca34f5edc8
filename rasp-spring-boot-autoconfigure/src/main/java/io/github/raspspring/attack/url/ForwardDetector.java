package io.github.raspspring.attack.url;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.NestedName;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.Traits;

/**
 * Recognizes values that choose what the server forwards to, includes or renders
 * (CWE-552): the prefixes by which Spring MVC takes the name of a view for a forward or a
 * redirect, and paths to what only the server itself or its operators may see, in
 * parameters that name a page.
 * <p>
 * Lets pass sentences that begin with these words, paths of the application, and paths of
 * operators where a browser is sent back to afterwards ({@code continue}, {@code next}),
 * which are weak. Costs a look at the first characters of a text.
 */
public final class ForwardDetector implements RepeatableDetector {

	/** Rule {@code prefix}: the name of a view is made a forward or a redirect. */
	public static final Rule PREFIX = new Rule("prefix", "CWE-601",
			"The value begins with the prefix by which the name of a view becomes a forward or a redirect.",
			"Choose views by a table of your own, and never build their names from request values.");

	/** Rule {@code internal-path}: a path that no client may ask for. */
	public static final Rule INTERNAL_PATH = new Rule("internal-path", "CWE-552",
			"The value is a path that only the server or its operators may see, where a page is named.",
			"Choose what to forward to or include by a table of your own.");

	private static final String[] PREFIXES = { "redirect:", "forward:" };

	/** What operators let anybody ask for, and machines are told to. */
	private static final HashedWords PUBLIC = HashedWords.of("health info prometheus metrics");

	private static final HashedWords PAGES = HashedWords.of(
			"url uri page view viewname forward forwardto include template layout path dest destination target load"
					+ " fetch tile fragment jsp file resource location src content screen theme action",
			"next continue return returnto return_to redirect redirectto redirect_to redirecturl redirect_url returnurl"
					+ " back goto from referer success failure");

	private static final int NAMES_PAGE = 1;

	private static final int LONGEST = 2048;

	@Override
	public String name() {
		return "forward";
	}

	@Override
	public Category category() {
		return Category.FILE_ACCESS;
	}

	@Override
	public long triggers() {
		return Traits.SCHEME;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE && !PasswordFields.holds(value) && switch (value.location()) {
			case QUERY, FORM, PATH, JSON, MULTIPART, COOKIE -> true;
			default -> false;
		};
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		int start = Ascii.skipSpace(text, 0);
		if (start == text.length() || text.length() > LONGEST) {
			return;
		}
		int prefix = prefixEnd(text, start);
		if (prefix > 0) {
			report(PREFIX, Confidence.STRONG, view, start, prefix, findings);
			return;
		}
		int folder = (text.charAt(start) == '/' && isParameter(view.input())) ? InternalFolder.kindAt(text, start) : 0;
		int named = (folder > 0) ? PAGES.groupOf(NestedName.lastPart(view.input().name(), "-")) : 0;
		if (named > 0 && isOnePath(text, start)) {
			boolean weak = folder == InternalFolder.OF_OPERATORS && (named != NAMES_PAGE || isPublic(text));
			report(INTERNAL_PATH, weak ? Confidence.WEAK : Confidence.STRONG, view, start, text.length(), findings);
		}
	}

	private static boolean isParameter(InputValue input) {
		return input.location() == InputLocation.QUERY || input.location() == InputLocation.FORM;
	}

	/**
	 * Tell whether the path ends with what anybody may ask for, or is the list of all.
	 */
	private static boolean isPublic(String text) {
		String path = text.strip();
		int last = path.lastIndexOf('/');
		return last == 0 || PUBLIC.groupOf(path, last + 1, path.length()) != 0 || path.contains("/health/");
	}

	private void report(Rule rule, Confidence confidence, ValueView view, int start, int end, Findings findings) {
		findings.add(Finding.of(this, rule)
			.confidence(confidence)
			.at(view.input())
			.evidence(view.text(), start, end)
			.build());
	}

	/**
	 * Return the index behind a prefix that a path or URL follows at once, -1 if there is
	 * none.
	 */
	private static int prefixEnd(String text, int start) {
		for (String prefix : PREFIXES) {
			int end = start + prefix.length();
			if (Ascii.startsWith(text, start, prefix) && isTarget(text, end)) {
				return end;
			}
		}
		return -1;
	}

	private static boolean isTarget(String text, int from) {
		char first = Ascii.at(text, from);
		boolean path = first == '/' || first == '\\' || first == '.' || first == '#' || first == '$';
		return isOnePath(text, from) && (path || hasSign(text, from));
	}

	/**
	 * Tell whether what follows is written like a path or a URL, not like one word.
	 */
	private static boolean hasSign(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '/' || c == ':' || c == '.' && Ascii.isLetter(Ascii.at(text, i + 1))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOnePath(String text, int from) {
		int end = text.length();
		while (end > from && Ascii.isSpace(text.charAt(end - 1))) {
			end--;
		}
		for (int i = from; i < end; i++) {
			if (Ascii.isSpace(text.charAt(i))) {
				return false;
			}
		}
		return end > from;
	}

}

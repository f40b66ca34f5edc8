package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * What stands where an expression opens. Looks at a bounded piece before it.
 */
final class ExpressionPlace {

	private static final int LONGEST_PREFIX = 32;

	private static final HashedWords VERBS = HashedWords
		.of("is are was does shows prints gives returns renders evaluates becomes yields outputs equals means displays"
				+ " works throws fails hangs");

	private ExpressionPlace() {
	}

	/**
	 * Return where the word begins that an index is in.
	 */
	static int wordStart(String text, int index) {
		if (index < LONGEST_PREFIX) {
			return 0;
		}
		int i = index;
		while (index - i < LONGEST_PREFIX && text.charAt(i - 1) > ' ') {
			i--;
		}
		return i;
	}

	/**
	 * Tell whether a property of the system is read in the only argument of an
	 * annotation, as programs are configured:
	 * {@code @Value("#{systemProperties['user.home']}")}.
	 * @param start where the expression opens
	 */
	static boolean isInAnnotation(String text, int start) {
		int before = start - 2;
		if (before < 1 || !text.startsWith("(\"#{system", before)) {
			return false;
		}
		int name = before;
		while (name > 0 && before - name < LONGEST_PREFIX && Ascii.isLetter(text.charAt(name - 1))) {
			name--;
		}
		return name < before && Ascii.at(text, name - 1) == '@';
	}

	/**
	 * Tell whether a sentence shows in a span of code, as Markdown has it, how one
	 * property of the system is read, and nothing more is done with it:
	 * {@code `#{systemProperties['a.b']}`}.
	 * @param start where the expression opens
	 */
	static boolean isShownProperty(String text, int start) {
		char before = Ascii.at(text, start - 2);
		if (Ascii.at(text, start - 1) != '`' || !text.startsWith("#{system", start) || before != ' ' && before != '(') {
			return false;
		}
		int i = start + 2;
		while (Ascii.isLetter(Ascii.at(text, i))) {
			i++;
		}
		char mark = Ascii.at(text, i + 1);
		if (Ascii.at(text, i) != '[' || mark != '\'' && mark != '"') {
			return false;
		}
		i += 2;
		while (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '.' || Ascii.at(text, i) == '-') {
			i++;
		}
		char behind = Ascii.at(text, i + 4);
		return Ascii.at(text, i) == mark && text.startsWith("]}`", i + 1)
				&& (behind == ' ' || ".,;:?!)".indexOf(behind) >= 0) && hasWordBefore(text, start - 2);
	}

	private static boolean hasWordBefore(String text, int blank) {
		int end = (Ascii.at(text, blank - 1) > ' ' && ".,:;!?".indexOf(text.charAt(blank - 1)) >= 0) ? blank - 1
				: blank;
		char last = Ascii.at(text, end - 1);
		return Ascii.isLetter(last) || last >= 0x80 && Character.isLetter(last);
	}

	/**
	 * Return what a directive of a template weighs: one that computes or evaluates, one
	 * that takes a template from afar, and preprocessing.
	 * @param start where it opens
	 * @param end index behind its opening mark
	 */
	static int directivePoints(String text, int start, int end) {
		char first = text.charAt(start);
		int points = (Ascii.at(text, start - 1) == '_' && Ascii.at(text, start - 2) == '_') ? 3 : 0;
		if (text.charAt(end - 1) == '(') {
			char following = Ascii.at(text, Ascii.skipSpace(text, end));
			boolean set = Ascii.startsWith(text, start, "#set") || Ascii.startsWith(text, start, "#evaluate")
					|| Ascii.startsWith(text, start, "#parse");
			boolean value = following == '$' || following == '"' || following == '\'';
			return value ? points + (set ? 5 : 3) : points;
		}
		if (Ascii.at(text, end) > ' ' && (first == '<' || first == '[')) {
			return points + (loadsFromAfar(text, end) ? 5 : 2);
		}
		return points;
	}

	/**
	 * Tell whether two numbers are computed before the expression around them is read, as
	 * Thymeleaf does it: <code>__${7*7}__</code>, or within the name of a fragment.
	 * @param start where it opens
	 * @param end index behind its opening mark
	 */
	static boolean isPreprocessedSum(String text, int start, int end) {
		boolean preprocessed = text.startsWith("__", start - 2);
		int close = BareExpression.computed(text, end, '}');
		return close > 0 && (preprocessed ? text.startsWith("__", close + 1) : isInFragment(text, start));
	}

	private static boolean isInFragment(String text, int start) {
		int i = start - 1;
		while (i >= 0 && start - i < LONGEST_PREFIX && text.charAt(i) != '~') {
			i--;
		}
		return text.startsWith("~{::", i);
	}

	/**
	 * Tell whether a sentence goes on with what an expression does: a verb follows, and
	 * more behind it.
	 * @param end index behind the expression
	 */
	static boolean isToldOf(String text, int end) {
		int verb = (Ascii.at(text, end) == '`' || Ascii.at(text, end) == '"') ? end + 2 : end + 1;
		int last = verb;
		while (Ascii.isLetter(Ascii.at(text, last))) {
			last++;
		}
		return Ascii.at(text, verb - 1) == ' ' && Ascii.at(text, last) == ' ' && last + 1 < text.length()
				&& VERBS.groupOf(text, verb, last) != 0;
	}

	private static boolean loadsFromAfar(String text, int name) {
		boolean loads = Ascii.startsWith(text, name, "import ") || Ascii.startsWith(text, name, "include ");
		int quote = Ascii.skipSpace(text, name + 7);
		int end = quote + 1;
		while (end < text.length() && end - quote < LONGEST_PREFIX && Ascii.isWord(text.charAt(end))) {
			end++;
		}
		return loads && (end > quote + 1 && text.startsWith("://", end) || text.startsWith("/etc/", quote + 1));
	}

	/**
	 * Tell whether a tag of a template sets a variable.
	 * @param start where the tag opens
	 */
	static boolean setsVariable(String text, int start) {
		return text.startsWith("{%", start) && text.startsWith("set ", Ascii.skipSpace(text, start + 2));
	}

}

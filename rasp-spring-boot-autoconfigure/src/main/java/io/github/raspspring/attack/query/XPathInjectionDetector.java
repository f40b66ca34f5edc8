package io.github.raspspring.attack.query;

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
import io.github.raspspring.text.Traits;

/**
 * Recognizes values that change the XPath expression around them (CWE-643): a literal
 * that ends and is followed by a condition or another path, functions applied to paths,
 * and axes.
 * <p>
 * So are loops, results and calls of XQuery, and in paths and keys a number with a
 * condition behind it or a path. Lets pass whole paths in fields named as taking one,
 * quoted words, paths, member access of programming languages ({@code self::x()}) and
 * functions mentioned in a sentence. Costs one pass over texts with a quote, a
 * parenthesis or a colon; allocates one small object for those that also hold a word of
 * XPath.
 */
public final class XPathInjectionDetector implements RepeatableDetector {

	/** Rule {@code expression}: the value continues the expression. */
	public static final Rule EXPRESSION = new Rule("expression", "CWE-643",
			"The value ends a literal of an XPath expression or brings an expression of its own.",
			"Bind input with an XPathVariableResolver instead of concatenating it into the expression.");

	private static final long QUOTES = Traits.SINGLE_QUOTE | Traits.DOUBLE_QUOTE;

	/** What continues an expression has one of. */
	private static final long CONTINUED = Traits.XPATH | Traits.SQL_LOGIC;

	/** What a condition behind a literal has, or a path. */
	private static final long JOINING = Traits.EQUALS | Traits.OPEN_PAREN | Traits.BRACKET | Traits.SLASH
			| Traits.LESS_THAN | Traits.GREATER_THAN | Traits.AT | Traits.ASTERISK;

	/** What a call without arguments or of a path has, or an axis. */
	private static final long CALLED = Traits.CALL | Traits.PATH_STEP;

	/** What steps behind a predicate have. */
	private static final long STEPPED = Traits.BRACKET | Traits.SLASH;

	@Override
	public String name() {
		return "xpath-injection";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		// Words of logic alone are prose: a clause has numbers, signs or a prefix as
		// well.
		return Traits.XPATH | Traits.SQL | Traits.SCHEME | Traits.DOLLAR;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		if ((view.traits() & CONTINUED) == 0) {
			return;
		}
		String text = view.text();
		if (XQueryClause.is(text) || isPlace(view.input()) && (NumberCondition.is(text) || PathUnion.isPath(text))) {
			report(view, 0, findings);
			return;
		}
		if ((view.traits() & Traits.XPATH) == 0 || !mayMatter(text, view.traits())) {
			return;
		}
		XPathScanner scanner = new XPathScanner(text, view.traits());
		if (scanner.find() && !(FilterParameters.takesPath(view.input().lastName()) && WholePath.is(text))) {
			report(view, scanner.position(), findings);
		}
	}

	/**
	 * Whether a value stands where a number and two words are no sentence.
	 */
	private static boolean isPlace(InputValue value) {
		return value.location() == InputLocation.PATH || FilterParameters.isKey(value.lastName());
	}

	private void report(ValueView view, int position, Findings findings) {
		findings.add(Finding.of(this, EXPRESSION)
			.confidence(Confidence.STRONG)
			.at(view.input())
			.evidence(view.text(), position, position + 8)
			.build());
	}

	private static boolean mayMatter(String text, long traits) {
		boolean joined = (traits & JOINING) != 0 || text.endsWith("'") || text.endsWith("\"");
		return (traits & QUOTES) != 0 && joined || (traits & CALLED) != 0 || (traits & STEPPED) == STEPPED
				|| mayGoOn(text);
	}

	/**
	 * Whether a path or a bar follows a number or begins the text.
	 */
	private static boolean mayGoOn(String text) {
		int i = 0;
		while (i < text.length() && (text.charAt(i) >= '0' && text.charAt(i) <= '9' || text.charAt(i) == ' ')) {
			i++;
		}
		return i < text.length() && (text.charAt(i) == '/' || text.charAt(i) == '|') && text.indexOf('/', i + 1) > 0;
	}

}

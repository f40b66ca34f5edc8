package io.github.raspspring.attack.query;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Recognizes values that leave their assertion in a search filter of LDAP (CWE-90): a
 * parenthesis that closes more than the value opened, followed by another filter.
 * <p>
 * Lets pass balanced parentheses of any kind ({@code f(x)(y)}, {@code (foo=bar)}), whole
 * filters that match what they name only ({@code (&(uid=a)(ou=b))}), and any that is
 * complete in a field named as taking one, smileys, those that look for the beginning of
 * a name in a field for conditions (weak), enumerations, and names and URLs from their
 * beginning: the rest of one behind a plain value is found. In a password only the
 * plainest form counts: a word or star, the beginning of a list, and an attribute of
 * users or nothing behind it. Costs one pass over texts with a parenthesis; allocates one
 * small object for those that hold both {@code (} and one of the signs of a filter.
 */
public final class LdapInjectionDetector implements RepeatableDetector {

	/** Rule {@code filter}: the value continues the filter. */
	public static final Rule FILTER = new Rule("filter", "CWE-90",
			"The value closes its assertion in a search filter and opens another one.",
			"Build filters with an encoder (LdapEncoder.filterEncode, Filter.create) or with bound arguments.");

	/** Rule {@code name}: the value continues a name or URL. */
	public static final Rule NAME = new Rule("name", "CWE-90",
			"The value ends its part of a distinguished name or URL of LDAP and brings the rest of another one.",
			"Build names with an encoder (LdapNameBuilder, LdapEncoder.nameEncode), never by concatenation.");

	@Override
	public String name() {
		return "ldap-injection";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		return Traits.FILTER;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value) || value.value().indexOf(")(") >= 0;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if (DirectoryName.is(text) || (view.traits() & Traits.QUESTION) != 0 && DirectoryName.isSearch(text)) {
			report(view, NAME, 0, findings);
			return;
		}
		if ((view.traits() & Traits.BACKSLASH) != 0 && isEscaped(text)
				|| FilterParameters.holdsUser(view.input().lastName()) && LdapScanner.isAnyEntry(text)) {
			report(view, FILTER, 0, findings);
			return;
		}
		if (!mayMatter(text)) {
			return;
		}
		LdapScanner scanner = new LdapScanner(text);
		boolean meant = FilterParameters.takesDirectoryFilter(view.input().name()) && scanner.isOneFilter()
				|| PasswordFields.holds(view.input()) && !scanner.beginsPlainly();
		if (!meant && scanner.find()) {
			boolean searched = FilterParameters.isCondition(view.input().lastName()) && scanner.narrows();
			report(view, FILTER, searched ? Confidence.WEAK : Confidence.STRONG, scanner.position(), findings);
		}
	}

	private void report(ValueView view, Rule rule, int position, Findings findings) {
		report(view, rule, Confidence.STRONG, position, findings);
	}

	private void report(ValueView view, Rule rule, Confidence confidence, int position, Findings findings) {
		findings.add(Finding.of(this, rule)
			.confidence(confidence)
			.at(view.input())
			.evidence(view.text(), position, position + 8)
			.build());
	}

	/**
	 * Whether parentheses are written as filters escape them, which only who writes the
	 * filter does.
	 */
	private static boolean isEscaped(String text) {
		int close = text.indexOf("\\29");
		int open = close;
		while (close >= 0 && text.startsWith("\\29", open)) {
			open = Ascii.skipSpace(text, open + 3);
		}
		boolean opens = Ascii.at(text, open) == '(' || Ascii.at(text, open) == '|' || Ascii.at(text, open) == '&';
		return close >= 0 && (text.startsWith("\\28", open) || opens && text.indexOf('=', open) > 0);
	}

	/**
	 * Whether there is a sign of a filter next to another one: looked for at each
	 * parenthesis and asterisk, and not for each pair of them over the whole text.
	 */
	static boolean mayMatter(String text) {
		for (int i = text.indexOf('('); i >= 0; i = text.indexOf('(', i + 1)) {
			if (mayOpen(text, i)) {
				return true;
			}
		}
		boolean ended = text.indexOf(0) >= 0;
		for (int i = text.indexOf(')'); i >= 0; i = text.indexOf(')', i + 1)) {
			char next = Ascii.at(text, i + 1);
			if (ended || next == '\\' || next == '%' || Ascii.at(text, i - 1) == '*') {
				return true;
			}
		}
		for (int i = text.indexOf('*', 1); i >= 0; i = text.indexOf('*', i + 1)) {
			if (text.charAt(i - 1) == '=') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a filter may open here: behind the end of another one or an asterisk,
	 * behind an operator that begins the text or follows another filter, or with an
	 * operator.
	 */
	private static boolean mayOpen(String text, int open) {
		char before = Ascii.at(text, open - 1);
		char next = Ascii.at(text, open + 1);
		boolean operator = before == '|' || before == '&';
		return before == ')' || before == '*' || next == '|' || next == '&' || next == '!'
				|| operator && (open == 1 || text.charAt(open - 2) == ')');
	}

}

package io.github.raspspring.attack.query;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Reads a text as if it stood inside a search filter of LDAP (RFC 4515) and finds where
 * it leaves its assertion. One forward pass. Not thread-safe.
 */
final class LdapScanner {

	private static final char END = '\uFFFF';

	private static final HashedWords ATTRIBUTES = HashedWords
		.of("uid cn sn ou dc mail objectclass objectcategory samaccountname userprincipalname userpassword memberof"
				+ " member givenname displayname useraccountcontrol uidnumber gidnumber homedirectory telephonenumber"
				+ " distinguishedname");

	private final String text;

	private int position;

	/** Behind the run of closing parentheses that was looked behind last. */
	private int closed;

	private boolean beginsWithFilter;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	LdapScanner(String text) {
		this.text = text;
	}

	/**
	 * Find where the text changes the filter around it.
	 * @return {@code true} if it does
	 */
	boolean find() {
		if (isWholeFilter()) {
			return false;
		}
		this.beginsWithFilter = at(0) == '(' && isAssertion(1);
		int depth = 0;
		boolean broken = false;
		if (opensWithoutParenthesis()) {
			return true;
		}
		int behind = 0;
		for (int i = parenthesis(0); i < this.text.length(); i = parenthesis(behind)) {
			broken = broken && !isApart(behind, i);
			behind = i + 1;
			if (this.text.charAt(i) == '(') {
				depth++;
				if (opensFilter(i, broken || depth == 1 && isBoundary(i))) {
					this.position = i;
					return true;
				}
			}
			else {
				depth--;
				broken |= depth < 0;
				if (depth < 0 && leaves(i)) {
					this.position = i;
					return true;
				}
				depth = Math.max(0, depth);
			}
		}
		return false;
	}

	/**
	 * Return the index of the next parenthesis, the length of the text if there is none.
	 */
	private int parenthesis(int from) {
		int i = from;
		while (i < this.text.length() && this.text.charAt(i) != '(' && this.text.charAt(i) != ')') {
			i++;
		}
		return i;
	}

	/**
	 * Whether words end between two parentheses, so that what was left before is no
	 * filter.
	 */
	private boolean isApart(int start, int end) {
		for (int i = start; i < end; i++) {
			if (this.text.charAt(i) == ' ' || this.text.charAt(i) == '\n') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a text is a filter of one attribute that any value matches.
	 */
	static boolean isAnyEntry(String text) {
		int end = 1;
		while (end < text.length() && isAttribute(text.charAt(end))) {
			end++;
		}
		return text.startsWith("(") && end > 1 && text.startsWith("=*)", end) && text.length() == end + 3;
	}

	/**
	 * Return where the filter is changed.
	 * @return the index of the parenthesis
	 */
	int position() {
		return this.position;
	}

	/**
	 * Whether the text is a filter of two assertions or more that all name a value, as
	 * users of a directory write it: it leaves nothing open and matches no more than it
	 * says.
	 */
	private boolean isWholeFilter() {
		int last = this.text.length() - 1;
		if (at(0) != '(' || at(last) != ')' || at(last - 1) != ')') {
			return false;
		}
		int depth = 0;
		for (int i = 0; i <= last; i++) {
			char c = this.text.charAt(i);
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (depth == 0 && i < last || c == '*' || c == 0) {
				return false;
			}
		}
		return depth == 0 && at(1) != '!';
	}

	/**
	 * Whether the text is one filter from its first parenthesis to its last, whatever it
	 * matches.
	 */
	boolean isOneFilter() {
		int last = this.text.length() - 1;
		int depth = 0;
		for (int i = 0; i < last; i++) {
			char c = this.text.charAt(i);
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (depth <= 0 || c == 0) {
				return false;
			}
		}
		return depth == 1 && at(last) == ')';
	}

	/**
	 * Whether the text is one filter that names the kind of entry and then beginnings of
	 * values, as those who look for somebody write it. Nothing in it matches any value,
	 * and none of it is secret.
	 */
	boolean narrows() {
		boolean kind = Ascii.startsWith(this.text, 0, "(&(objectclass=")
				|| Ascii.startsWith(this.text, 0, "(&(objectcategory=");
		if (!kind || !isOneFilter()) {
			return false;
		}
		for (int i = 3; i < this.text.length(); i++) {
			char c = at(i);
			boolean beginning = c == '*' && at(i + 1) == ')' && isNamed(i - 1) && isNamed(i - 2);
			boolean secret = Ascii.fold(c) == 'p'
					&& (Ascii.startsWith(this.text, i, "pass") || Ascii.startsWith(this.text, i, "pwd"));
			if (c == '*' && !beginning || secret || c == '(' && "&|!(".indexOf(at(i + 1)) >= 0) {
				return false;
			}
		}
		return true;
	}

	private boolean isNamed(int index) {
		return Character.isLetterOrDigit(at(index)) && at(index) != '*';
	}

	/**
	 * Whether a word or star, closing parentheses and the beginning of a list of filters
	 * stand before an attribute of users or the end. Passwords are odd, but not like
	 * this.
	 */
	boolean beginsPlainly() {
		int word = 0;
		while (isAttribute(at(word)) || at(word) == '*') {
			word++;
		}
		int i = word;
		while (at(i) == ')') {
			i++;
		}
		int open = i;
		boolean operator = false;
		while (at(i) == '(' || at(i) == '&' || at(i) == '|' || at(i) == '!') {
			operator |= at(i++) != '(';
		}
		return open > word && operator && (isKnownAssertion(i) || at(i) == END);
	}

	/**
	 * Whether the text begins with an operator and a filter, to land behind a parenthesis
	 * that the application writes.
	 */
	private boolean opensWithoutParenthesis() {
		boolean list = (at(0) == '|' || at(0) == '&') && at(1) == '(';
		return list && isAssertion(2);
	}

	/**
	 * Whether a list such as {@code (|(a=} begins where an assertion is expected.
	 */
	private boolean opensFilter(int open, boolean expected) {
		char operator = at(open + 1);
		if (at(open - 1) == '*' && operator == ')' && (at(open + 2) == '|' || at(open + 2) == '&')) {
			return true;
		}
		if (!expected || operator != '|' && operator != '&' && operator != '!') {
			return false;
		}
		int following = skipBlanks(open + 2);
		return at(following) == '(' && isAssertion(following + 1);
	}

	/**
	 * Whether a parenthesis that closes more than was opened is followed by another
	 * filter, or by a NUL that cuts off the rest. What follows is the same for all
	 * parentheses of a run, so it is read for the first of them only.
	 */
	private boolean leaves(int close) {
		if (close < this.closed) {
			return false;
		}
		int i = close + 1;
		while (at(i) == ')') {
			i++;
		}
		this.closed = i;
		return isNul(i) || leavesBehind(i, at(close - 1) == '*');
	}

	private boolean leavesBehind(int end, boolean star) {
		int next = skipBlanks(end);
		if (at(next) != '(') {
			return (at(end) == '|' || at(end) == '&') && at(end + 1) == '(' && isAssertion(end + 2);
		}
		boolean adjacent = next == end && at(next + 1) != '(';
		while (at(next + 1) == '(') {
			next++;
		}
		char operator = at(next + 1);
		if (operator == '|' || operator == '&') {
			char following = at(skipBlanks(next + 2));
			return following == '(' || following == ')' || following == END || operator == '|' || star;
		}
		if (operator == '!') {
			return at(skipBlanks(next + 2)) == '(';
		}
		return adjacent && isAssertion(next + 1) || isKnownAssertion(skipBlanks(next + 1));
	}

	/**
	 * Whether an attribute of users stands here, as behind parentheses with blanks
	 * between them, which sentences have too.
	 */
	private boolean isKnownAssertion(int start) {
		int i = start;
		long hash = HashedWords.SEED;
		while (isAttribute(at(i))) {
			hash = HashedWords.extend(hash, at(i++));
		}
		return ATTRIBUTES.groupOf(hash) != 0 && at(skipBlanks(i)) == '=';
	}

	/**
	 * Whether an attribute with a comparison stands here: a name of letters, digits,
	 * hyphens and options, then {@code =}, {@code ~=}, {@code >=}, {@code <=}, an
	 * extensible match such as {@code :dn:2.5.13.5:=}, or the equals sign escaped.
	 */
	private boolean isAssertion(int start) {
		int i = start;
		while (isAttribute(at(i))) {
			i++;
		}
		char c = at(i);
		if (c == ':' && isExtensible(i)) {
			return true;
		}
		if (i == start) {
			return false;
		}
		if (c == '=' || c == '\\' && at(i + 1) == '3' && (at(i + 2) | 0x20) == 'd') {
			return at(i + 1) != '=';
		}
		return (c == '~' || c == '>' || c == '<') && at(i + 1) == '=';
	}

	/**
	 * Whether {@code :dn} or a matching rule, or both, lead to {@code :=}.
	 */
	private boolean isExtensible(int colon) {
		int i = colon;
		for (int parts = 0; parts < 3; parts++) {
			if (at(i + 1) == '=') {
				return true;
			}
			int end = i + 1;
			while (isAttribute(at(end))) {
				end++;
			}
			if (end == i + 1 || at(end) != ':') {
				return false;
			}
			i = end;
		}
		return false;
	}

	private boolean isNul(int index) {
		char c = at(index);
		if (c == 0) {
			return true;
		}
		if (c == '%') {
			return at(index + 1) == '0' && at(index + 2) == '0';
		}
		if (c != '\\') {
			return false;
		}
		int i = ((at(index + 1) | 0x20) == 'x') ? index + 2 : index + 1;
		return at(i) == '0' && at(i + 1) == '0';
	}

	/**
	 * Whether a parenthesis begins the value, or follows the wildcard of an assertion or
	 * a filter at the beginning of the value.
	 */
	private boolean isBoundary(int open) {
		boolean behindFilter = this.beginsWithFilter && at(open - 1) == ')' && at(open + 1) != '!';
		return open == 0 || at(open - 1) == '*' || behindFilter;
	}

	private int skipBlanks(int index) {
		int i = index;
		while (i < this.text.length() && this.text.charAt(i) <= ' ' && this.text.charAt(i) != 0) {
			i++;
		}
		return i;
	}

	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : END;
	}

	private static boolean isAttribute(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '-' || c == ';' || c == '.'
				|| c == '_';
	}

}

package io.github.raspspring.attack.query;

import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.SignSearch;

/**
 * Finds what only an XPath expression has: a literal that ends and is followed by a
 * condition, a predicate that is closed to add another path, functions applied to paths,
 * and axes. One forward pass from sign to sign, which looks back at a word where one that
 * follows it tells. Not thread-safe.
 */
final class XPathScanner extends XPathSigns {

	/** What tells that something begins or ends. */
	private static final CharacterSet SIGNS = CharacterSet.of("'\"[](:");

	private final long traits;

	private int position;

	private int brackets;

	private boolean quoteOpen;

	private char quote;

	/**
	 * Create a scanner.
	 * @param text the text
	 * @param traits its traits
	 */
	XPathScanner(String text, long traits) {
		super(text);
		this.traits = traits;
	}

	/**
	 * Find the first evidence.
	 * @return {@code true} if there is some
	 */
	boolean find() {
		if (new XPathContinuation(this.text).isOne()) {
			return true;
		}
		return hasAny(this.traits) && findFirst();
	}

	/**
	 * Find the first sign that counts. What opens and closes before it tells.
	 */
	boolean findFirst() {
		SignSearch signs = new SignSearch(SIGNS);
		signs.begin(this.text);
		this.position = signs.next(0);
		while (this.position < this.text.length()) {
			if (isEvidence(this.text.charAt(this.position))) {
				return true;
			}
			this.position = signs.next(this.position + 1);
		}
		return false;
	}

	private boolean isEvidence(char sign) {
		return switch (sign) {
			case '(' -> isCallOfPath(this.position);
			case ':' -> isAxis(this.position);
			case '[' -> {
				this.brackets++;
				yield false;
			}
			case ']' -> {
				boolean closes = endsPredicate();
				this.brackets -= (this.brackets > 0) ? 1 : 0;
				yield closes;
			}
			default -> isBreakOut(sign);
		};
	}

	/**
	 * Return where the evidence is.
	 * @return the index of a character of it
	 */
	int position() {
		return Math.min(this.position, this.text.length());
	}

	/**
	 * A bracket that was never opened, followed by another path.
	 */
	private boolean endsPredicate() {
		return this.brackets == 0 && !this.quoteOpen && closesPredicate(this.position);
	}

	/**
	 * A quote that opens by the count of quotes before it but is followed by what follows
	 * a closing one.
	 */
	private boolean isBreakOut(char c) {
		if (isApostrophe(this.position)) {
			return false;
		}
		if (this.quoteOpen) {
			this.quoteOpen = c != this.quote;
			return false;
		}
		this.quoteOpen = true;
		this.quote = c;
		return breaksOut(this.position);
	}

}

package io.github.raspspring.attack.http;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Tells cheaply which texts {@link HeaderBreaks} finds nothing in, or nothing that is
 * judged as a header: most texts of several lines. Stateless.
 */
final class HeaderGate {

	private static final int LENGTH_OF_VERSION = 8;

	private HeaderGate() {
	}

	/**
	 * Tell whether there may be a line break, however it is spelled.
	 */
	static boolean hasBreak(String text, long traits) {
		return (traits & Traits.LINE_BREAK) != 0 || (traits & Traits.BACKSLASH) != 0 && text.indexOf('\\') >= 0
				|| mayBeHidden(text, traits);
	}

	/**
	 * Tell whether a line break may be hidden in another character or an encoding.
	 */
	private static boolean mayBeHidden(String text, long traits) {
		boolean encoded = (traits & Traits.PERCENT) != 0 && (text.indexOf("%0") >= 0 || text.indexOf("%25") >= 0);
		return encoded || (traits & Traits.NON_ASCII) != 0
				&& (text.indexOf('\u560A') >= 0 || text.indexOf('\u560D') >= 0 || text.indexOf('\u010A') >= 0);
	}

	/**
	 * Tell whether there is a sign that fields, requests or content have.
	 */
	static boolean mayMatter(String text) {
		return text.indexOf(':') >= 0 || text.indexOf('/') >= 0 || text.indexOf("%3") >= 0 || text.indexOf('<') >= 0
				|| text.indexOf('@') >= 0;
	}

	/**
	 * Tell whether it is a text of several lines, of which the first one has a blank and
	 * is no line of a request, and no break is hidden. Behind such a line nothing counts.
	 */
	static boolean isText(String text, long traits) {
		int end = firstBreak(text);
		int blank = text.indexOf(' ');
		return blank >= 0 && blank < end && !endsWithVersion(text, end) && !mayBeHidden(text, traits);
	}

	private static int firstBreak(String text) {
		int end = orLength(text, text.indexOf('\n'));
		for (int i = text.indexOf('\\'); i >= 0 && i < end; i = text.indexOf('\\', i + 1)) {
			end = text.startsWith("\\r\\n", i) ? i : end;
		}
		int carriageReturn = text.indexOf('\r');
		return (carriageReturn >= 0) ? Math.min(end, carriageReturn) : end;
	}

	private static int orLength(String text, int index) {
		return (index >= 0) ? index : text.length();
	}

	private static boolean endsWithVersion(String text, int end) {
		return Ascii.startsWith(text, end - LENGTH_OF_VERSION, "http/");
	}

}

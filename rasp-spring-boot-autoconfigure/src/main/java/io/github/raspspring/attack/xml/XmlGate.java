package io.github.raspspring.attack.xml;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Tells cheaply which texts {@link XmlDeclarations} finds nothing in: elements and their
 * attributes and comments, as HTML has them. Goes from sign to sign and asks what comes
 * behind. Stateless.
 */
final class XmlGate {

	private XmlGate() {
	}

	/**
	 * Tell whether a text may hold a declaration, or an element that names a resource.
	 * @param text the text
	 * @param traits its traits
	 */
	static boolean mayMatter(String text, long traits) {
		return hasElement(text) || (traits & Traits.COLON) != 0 && (follows(text, ':', "include") || refers(text))
				|| (traits & Traits.SLASH) != 0 && hasNamespace(text)
				|| (traits & Traits.EQUALS) != 0 && hasLocation(text)
				|| (traits & Traits.PLUS) != 0 && follows(text, '+', "ad");
	}

	/**
	 * Tell whether elements may name resources that are read.
	 */
	static boolean mayRefer(String text) {
		return refers(text) || text.indexOf("<image ") >= 0 || text.indexOf("<xsl:") >= 0
				|| text.indexOf("<?xml-s") >= 0 || text.indexOf("/XSL/Transform") >= 0 || hasLocation(text);
	}

	private static boolean hasElement(String text) {
		int last = text.length() - 1;
		for (int i = text.indexOf('<'); i >= 0 && i < last; i = text.indexOf('<', i + 1)) {
			char second = Ascii.fold(Ascii.at(text, i + 2));
			boolean may = switch (text.charAt(i + 1)) {
				case '!' -> second == 'd' || second == 'e' || second == '\0';
				case '?' -> second == 'x' || second == '\0';
				case 'i' -> text.startsWith("mage ", i + 2);
				case 'x' -> text.startsWith("sl:", i + 2);
				case '\0' -> true;
				default -> false;
			};
			if (may) {
				return true;
			}
		}
		return false;
	}

	private static boolean refers(String text) {
		return text.indexOf(":href=") >= 0;
	}

	/**
	 * Tell whether a word stands behind a sign, whatever its case.
	 */
	private static boolean follows(String text, char sign, String word) {
		for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
			if (Ascii.startsWith(text, i + 1, word)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a name space of inclusions or style sheets is named.
	 */
	private static boolean hasNamespace(String text) {
		return text.indexOf("/2001/") >= 0 || text.indexOf("/XSL/Transform") >= 0;
	}

	private static boolean hasLocation(String text) {
		for (int i = text.indexOf('='); i >= 0; i = text.indexOf('=', i + 1)) {
			if (text.startsWith("ocation", i - 7)) {
				return true;
			}
		}
		return false;
	}

}

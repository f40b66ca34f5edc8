package io.github.raspspring.attack.xml;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.Traits;

/**
 * Tells cheaply which texts {@link XmlDeclarations} finds nothing in: elements and their
 * attributes and comments, as HTML has them. Goes from sign to sign and asks what comes
 * behind. Stateless.
 */
final class XmlGate {

	/** What follows the angle bracket of what is looked at. Few elements do. */
	private static final CharacterSet BEGINNINGS = CharacterSet.of("!?ix\0");

	private XmlGate() {
	}

	/**
	 * Tell whether a text may hold a declaration, or an element that names a resource.
	 * @param text the text
	 * @param traits its traits
	 */
	static boolean mayMatter(String text, long traits) {
		boolean marked = false;
		int last = text.length() - 1;
		for (int i = text.indexOf('<'); i >= 0 && i < last; i = text.indexOf('<', i + 1)) {
			char next = text.charAt(i + 1);
			if (BEGINNINGS.contains(next) && mayBegin(text, i, next)) {
				return true;
			}
			marked |= next == '!' || next == '?';
		}
		return mayInclude(text, traits, marked) || (traits & Traits.EQUALS) != 0 && hasLocation(text);
	}

	/**
	 * Tell whether a declaration may begin, an instruction of XML or an element that
	 * refers to something by its name.
	 */
	private static boolean mayBegin(String text, int angle, char next) {
		return switch (next) {
			case '!' -> "de\0".indexOf(Ascii.fold(Ascii.at(text, angle + 2))) >= 0;
			case '?' -> "x\0".indexOf(Ascii.fold(Ascii.at(text, angle + 2))) >= 0;
			case 'i' -> text.startsWith("mage ", angle + 2);
			case 'x' -> text.startsWith("sl:", angle + 2);
			case '\0' -> true;
			default -> false;
		};
	}

	/**
	 * Tell whether there may be an inclusion, a link or an encoded angle bracket.
	 * @param anyCase whether their case does not matter, as in what comes with comments
	 */
	private static boolean mayInclude(String text, long traits, boolean anyCase) {
		boolean prefixed = (traits & Traits.COLON) != 0 && hasPrefixed(text, anyCase);
		boolean named = (traits & Traits.SLASH) != 0
				&& (text.indexOf(anyCase ? "/2001/" : "/2001/XInclude") >= 0 || text.indexOf("/XSL/Transform") >= 0);
		return prefixed || named || (traits & Traits.PLUS) != 0 && isEncoded(text, anyCase);
	}

	/**
	 * Tell whether elements may name resources that are read.
	 */
	static boolean mayRefer(String text) {
		return text.indexOf(":href=") >= 0 || text.indexOf("<image ") >= 0 || text.indexOf("<xsl:") >= 0
				|| text.indexOf("<?xml-s") >= 0 || text.indexOf("/XSL/Transform") >= 0 || hasLocation(text);
	}

	/**
	 * Tell whether a name behind a prefix is that of an inclusion or link. What the first
	 * letter tells is asked first; one beyond ASCII may count as it in another case.
	 */
	private static boolean hasPrefixed(String text, boolean anyCase) {
		for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
			char next = Ascii.at(text, i + 1);
			boolean includes = next == 'i' || anyCase && (next == 'I' || next >= 0x80);
			if (includes && text.regionMatches(anyCase, i + 1, "include", 0, 7)
					|| next == 'h' && text.startsWith("href=", i + 1)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isEncoded(String text, boolean anyCase) {
		for (int i = text.indexOf('+'); i >= 0; i = text.indexOf('+', i + 1)) {
			if (text.regionMatches(anyCase, i + 1, "AD", 0, 2)) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasLocation(String text) {
		return text.indexOf("ocation=") >= 0;
	}

}

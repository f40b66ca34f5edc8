package io.github.raspspring.attack.xml;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Tells cheaply which texts {@link XmlDeclarations} finds nothing in: elements and their
 * attributes and comments, as HTML has them. Goes from sign to sign and asks what comes
 * behind. Stateless.
 */
final class XmlGate {

	/** The only element that is looked for by its name. */
	private static final String PICTURE = "<image ";

	private XmlGate() {
	}

	/**
	 * Tell whether a text may hold a declaration, or an element that names a resource.
	 * Angle brackets are many in HTML: what comes behind those that count is looked for.
	 * @param text the text
	 * @param traits its traits
	 */
	static boolean mayMatter(String text, long traits) {
		boolean declared = (traits & Traits.EXCLAMATION) != 0 && isBehindAngle(text, '!');
		boolean instructed = (traits & Traits.QUESTION) != 0 && isBehindAngle(text, '?');
		return declared && mayBegin(text, '!', "de\0") || instructed && mayBegin(text, '?', "x\0")
				|| text.indexOf(PICTURE) >= 0 || (traits & Traits.CONTROL) != 0 && text.indexOf("<\0") >= 0
				|| mayInclude(text, traits, declared || instructed)
				|| (traits & Traits.EQUALS) != 0 && hasLocation(text);
	}

	private static boolean isBehindAngle(String text, char sign) {
		int i = text.indexOf(sign);
		while (i >= 0 && Ascii.at(text, i - 1) != '<') {
			i = text.indexOf(sign, i + 1);
		}
		return i >= 0;
	}

	/**
	 * Tell whether a declaration may begin, or an instruction of XML.
	 * @param sign what stands behind the angle bracket
	 * @param letters what one begins with, NUL for the end of the text
	 */
	private static boolean mayBegin(String text, char sign, String letters) {
		for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
			if (Ascii.at(text, i - 1) == '<' && letters.indexOf(Ascii.fold(Ascii.at(text, i + 1))) >= 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether there may be an inclusion, a link or an encoded angle bracket.
	 * @param anyCase whether their case does not matter, as in what comes with comments
	 */
	private static boolean mayInclude(String text, long traits, boolean anyCase) {
		boolean prefixed = (traits & Traits.COLON) != 0 && hasPrefixed(text, anyCase);
		boolean named = (traits & Traits.SLASH) != 0 && (anyCase && text.indexOf("/2001/") >= 0 || hasNamespace(text));
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
	 * Tell whether the namespace of inclusions or style sheets is named. Texts have few
	 * letters of the kind that both have.
	 */
	private static boolean hasNamespace(String text) {
		for (int i = text.indexOf('X'); i >= 0; i = text.indexOf('X', i + 1)) {
			if (text.startsWith("/2001/XInclude", i - 6) || text.startsWith("/XSL/Transform", i - 1)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a name behind a prefix is that of an inclusion or link, or an element
	 * has the prefix of style sheets. What the first letter tells is asked first; one
	 * beyond ASCII may count as it in another case.
	 */
	private static boolean hasPrefixed(String text, boolean anyCase) {
		for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
			char next = Ascii.at(text, i + 1);
			boolean includes = next == 'i' || anyCase && (next == 'I' || next >= 0x80);
			if (includes && text.regionMatches(anyCase, i + 1, "include", 0, 7)
					|| next == 'h' && text.startsWith("href=", i + 1) || text.startsWith("<xsl", i - 4)) {
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

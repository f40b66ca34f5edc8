package io.github.raspspring.attack.xml;

import java.util.List;

/**
 * Document types of industries that XML may name, by public or system identifiers. Such a
 * type is accepted without an internal subset only, and only from the address of its
 * publisher or a file of that name. Immutable.
 *
 * @param identifiers public or system identifiers as they are written; an asterisk at the
 * end stands for any rest
 */
public record DocumentTypes(List<String> identifiers) {

	public DocumentTypes {
		identifiers = List.copyOf(identifiers);
	}

	/**
	 * Return the types that are accepted unless configured otherwise.
	 * @return those of cXML, JATS and DocBook
	 */
	public static DocumentTypes defaults() {
		return new DocumentTypes(
				List.of("http://xml.cxml.org/schemas/cXML/*", "-//NLM//DTD *", "http://jats.nlm.nih.gov/*",
						"https://jats.nlm.nih.gov/*", "http://dtd.nlm.nih.gov/*", "-//OASIS//DTD DocBook *",
						"http://www.oasis-open.org/docbook/*", "https://www.oasis-open.org/docbook/*"));
	}

	/**
	 * Tell whether a document type may be named.
	 * @param identifier its public or system identifier
	 * @return {@code true} if it is in the list
	 */
	boolean accept(String identifier) {
		for (String accepted : this.identifiers) {
			int last = accepted.length() - 1;
			boolean open = last >= 0 && accepted.charAt(last) == '*';
			if (open ? identifier.startsWith(accepted.substring(0, last)) : identifier.equals(accepted)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a document type may be named by both identifiers.
	 * @param publicId its public identifier
	 * @param systemId where it is to be had, empty if that is not said
	 * @return {@code true} if the first is in the list, and the second is too or names a
	 * file only
	 */
	boolean accept(String publicId, String systemId) {
		boolean file = systemId.indexOf(':') < 0 && systemId.indexOf('/') < 0 && systemId.indexOf('\\') < 0;
		return accept(publicId) && (file || accept(systemId));
	}

}

package io.github.raspspring.attack.xml;

/**
 * Takes out of an XML document what no parser reads markup in: comments, character data,
 * and angle brackets within instructions. Only for whole documents: of a part of one
 * nobody knows what it stands in.
 */
final class XmlText {

	private XmlText() {
	}

	/**
	 * Return the markup of a document, the rest of which is blank. All places stay the
	 * same.
	 */
	static String markupOf(String document) {
		int start = nextPart(document, 0);
		if (start < 0) {
			return document;
		}
		StringBuilder markup = new StringBuilder(document);
		while (start >= 0) {
			int end = endOf(document, start);
			if (end < 0) {
				return markup.toString();
			}
			boolean instruction = document.charAt(start + 1) == '?';
			for (int i = start + 1; i < end; i++) {
				if (!instruction || document.charAt(i) == '<') {
					markup.setCharAt(i, ' ');
				}
			}
			markup.setCharAt(start, instruction ? '<' : ' ');
			start = nextPart(document, end);
		}
		return markup.toString();
	}

	private static int nextPart(String document, int from) {
		int start = document.indexOf('<', from);
		while (start >= 0 && !begins(document, start)) {
			start = document.indexOf('<', start + 1);
		}
		return start;
	}

	private static boolean begins(String document, int start) {
		return document.startsWith("<!--", start) || document.startsWith("<![CDATA[", start)
				|| document.startsWith("<?", start);
	}

	/**
	 * Return where a part ends, a negative number if it doesn't.
	 */
	private static int endOf(String document, int start) {
		char second = document.charAt(start + 1);
		String end = (second == '?') ? "?>" : (document.charAt(start + 2) == '-') ? "-->" : "]]>";
		int index = document.indexOf(end, start + 2 + ((second == '?') ? 0 : 2));
		return (index < 0) ? index : index + end.length();
	}

}

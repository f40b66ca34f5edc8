package io.github.raspspring.attack.xml;

/**
 * Tells elements by which style sheets, schemas and pictures read resources that the
 * sender of the document chose, or run code of their own. What stands in the same folder,
 * and what is of a host that the rest of the document speaks of, is part of it. Not
 * thread-safe.
 */
final class XmlReferences {

	/** Schemes that read without a slash behind them. */
	private static final String[] SCHEMES = { "file:", "jar:", "netdoc:", "expect:" };

	/** Schemes that speak to other servers than those of the web. */
	private static final String[] PROTOCOLS = { "gopher://", "jar:http", "jar:file", "jar:ftp", "ftp://", "netdoc:",
			"dict://", "tftp://" };

	/** Functions that read, by what they begin with. */
	private static final String[] READERS = { "document(", "unparsed-text(", "doc(", "unparsed-text-lines(" };

	/** What binds a prefix or function of a style sheet to code. */
	private static final String[] CODE = { "/xalan/java", "/xslt/java", "\"java:java.", "'java:java.", "select=\"java:",
			"//saxon.sf.net/java-type", "php:function", "/xalan/redirect", "java.lang.runtime" };

	private static final int MOST_HOSTS = 32;

	private final String text;

	private final XmlCharacters xml;

	private final boolean styleSheet;

	private final boolean schema;

	private int hosts;

	XmlReferences(String text, XmlCharacters xml) {
		this.text = text;
		this.xml = xml;
		this.styleSheet = text.indexOf("/XSL/Transform") >= 0;
		this.schema = text.indexOf("/XMLSchema") >= 0 || text.indexOf("/wsdl") >= 0;
	}

	/**
	 * Whether an element reads what is elsewhere, or runs code.
	 * @param name index of its name
	 * @param local index of its name without the prefix
	 */
	boolean isRead(int name, int local) {
		boolean styles = this.styleSheet || this.xml.isWord(name, "xsl:");
		return linksFile(name) || hintsAtAddress(name) || styles && (loads(local) || runs(name, local))
				|| isSchemaFromAfar(local);
	}

	/**
	 * Whether an instruction names a style sheet that is read from elsewhere and is no
	 * sheet for browsers.
	 */
	boolean isStyleSheetFromAfar(int name) {
		int value = attribute(name, "href=");
		return value > 0 && !has(name, "text/css") && isForeign(value);
	}

	/**
	 * Whether a document hints at a schema by an address in numbers or of the reader's
	 * own host, at which nobody publishes one. That of a name space may come first.
	 */
	private boolean hintsAtAddress(int name) {
		int value = this.schema ? attribute(name, "schemalocation=") : -1;
		if (value < 0) {
			return false;
		}
		char quote = this.xml.at(value - 1);
		for (int i = value; isInTag(i) && this.xml.at(i) != quote; i = this.xml.next(i)) {
			if ((this.xml.at(i) | 0x20) == 'h' && isAddress(i) || isOtherScheme(i)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether another protocol than that of the web begins, by which no schema is had.
	 */
	private boolean isOtherScheme(int index) {
		char before = this.xml.at(index - 1);
		if (before > ' ' && before != '"' && before != '\'') {
			return false;
		}
		for (String scheme : PROTOCOLS) {
			if (this.xml.isWord(index, scheme)) {
				return true;
			}
		}
		return false;
	}

	private boolean isAddress(int index) {
		if (!this.xml.isWord(index, "http://")) {
			return false;
		}
		int host = this.xml.after(index, 7);
		char first = this.xml.at(host);
		return (first >= '0' && first <= '9' || first == '[' || this.xml.isWord(host, "localhost")) && isForeign(index);
	}

	private boolean linksFile(int name) {
		int value = attribute(name, "href=");
		if (value < 0) {
			return false;
		}
		boolean linked = this.xml.at(value - 7) == ':' || this.xml.isWord(name, "image ");
		return linked && (isFile(value) || this.xml.isWord(value, "/etc/"));
	}

	/**
	 * Whether a style sheet loads another one, or writes one, at a place that its own
	 * sender chooses: those of an application name each other by relative paths.
	 */
	private boolean loads(int local) {
		boolean names = isName(local, "import") || isName(local, "include") || isName(local, "result-document");
		int value = names ? attribute(local, "href=") : -1;
		return value > 0 && (isRooted(value) || hasScheme(value));
	}

	private boolean runs(int name, int local) {
		boolean writes = isName(local, "document") && local != name && !this.xml.isWord(name, "xsl:");
		if (writes || isName(local, "script") && local != name) {
			return attribute(local, "href=") > 0 || has(local, "implements-prefix") || has(local, "lang");
		}
		for (int i = local; isInTag(i); i = this.xml.next(i)) {
			if (isReader(i) || isCode(i)) {
				return true;
			}
		}
		return false;
	}

	private boolean isCode(int index) {
		for (String code : CODE) {
			if (this.xml.isWord(index, code)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a function is called with a literal that is a file of the server or an
	 * address, and not one of the same folder.
	 */
	private boolean isReader(int index) {
		for (String reader : READERS) {
			if (this.xml.isWord(index, reader)) {
				int i = this.xml.after(index, reader.length());
				i = this.xml.isWord(i, "concat(") ? this.xml.after(i, 7) : i;
				int value = this.xml.next(i);
				return (this.xml.at(i) == '\'' || this.xml.at(i) == '"') && (isRooted(value) || hasScheme(value));
			}
		}
		return false;
	}

	/**
	 * Whether a schema or a description of a service takes a part of itself from a host
	 * that it does not speak of otherwise.
	 */
	private boolean isSchemaFromAfar(int local) {
		boolean imports = isName(local, "import");
		if (!imports && !isName(local, "include") && !isName(local, "redefine") && !isName(local, "override")) {
			return false;
		}
		int value = attribute(local, "schemalocation=");
		value = (value < 0 && imports) ? attribute(local, "location=") : value;
		return value > 0 && this.schema && isForeign(value);
	}

	private boolean isForeign(int value) {
		boolean rooted = isRooted(value) && isRooted(value + 1);
		if (!rooted && !hasScheme(value)) {
			return false;
		}
		int host = rooted ? value : this.text.indexOf(':', value) + 1;
		int end = host + 2;
		while (end < this.text.length() && isHost(this.text.charAt(end))) {
			end++;
		}
		return end <= host + 2 || isFile(value) || !this.text.startsWith("//", host)
				|| !isSpokenOf(this.text.substring(host, end), host);
	}

	/**
	 * Whether the host stands at another place of the document as well. It is looked for
	 * so often only that many hosts do not cost the square of the length.
	 */
	private boolean isSpokenOf(String host, int index) {
		return ++this.hosts <= MOST_HOSTS
				&& (this.text.indexOf(host) != index || this.text.indexOf(host, index + 1) >= 0);
	}

	private static boolean isHost(char c) {
		return XmlCharacters.isName(c) && c != ':';
	}

	private boolean isRooted(int value) {
		return this.xml.at(value) == '/' || this.xml.at(value) == '\\';
	}

	private boolean isFile(int value) {
		for (String scheme : SCHEMES) {
			if (this.xml.isWord(value, scheme)) {
				return true;
			}
		}
		return false;
	}

	private boolean hasScheme(int value) {
		int i = value;
		while (XmlCharacters.isName(this.xml.at(i)) && this.xml.at(i) != ':') {
			i = this.xml.next(i);
		}
		return i > value + 1 && this.xml.at(i) == ':' && this.xml.at(this.xml.next(i)) == '/' || isFile(value);
	}

	private boolean isName(int index, String name) {
		return this.xml.isWord(index, name) && !XmlCharacters.isName(this.xml.at(this.xml.after(index, name.length())));
	}

	private boolean has(int start, String word) {
		for (int i = start; isInTag(i); i = this.xml.next(i)) {
			if (this.xml.isWord(i, word)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return where the value of an attribute begins, -1 if the tag has none of that name.
	 */
	private int attribute(int start, String name) {
		for (int i = start; isInTag(i); i = this.xml.next(i)) {
			if ((this.xml.at(i) | 0x20) == name.charAt(0) && this.xml.isWord(i, name)) {
				return this.xml.after(i, name.length() + 1);
			}
		}
		return -1;
	}

	private boolean isInTag(int index) {
		char c = this.xml.at(index);
		return c != '>' && c != '<' && c != XmlCharacters.END;
	}

}

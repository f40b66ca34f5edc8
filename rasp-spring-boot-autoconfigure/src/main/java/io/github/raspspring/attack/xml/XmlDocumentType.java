package io.github.raspspring.attack.xml;

/**
 * Tells document types that make a parser read other resources or grow from those that
 * standards bodies publish and those that operators accept. Immutable.
 */
final class XmlDocumentType {

	private static final String[] LIBRARIES = { "www.hibernate.org/dtd/", "hibernate.org/dtd/",
			"hibernate.sourceforge.net/", "mybatis.org/dtd/", "www.mybatis.org/dtd/", "ibatis.apache.org/dtd/",
			"www.springframework.org/dtd/", "struts.apache.org/dtds/", "tiles.apache.org/dtds/", "checkstyle.org/dtds/",
			"www.puppycrawl.com/dtds/", "www.eclipse.org/jetty/", "www.jboss.org/", "ant.apache.org/ivy/" };

	private final XmlCharacters xml;

	private final DocumentTypes types;

	XmlDocumentType(XmlCharacters xml, DocumentTypes types) {
		this.xml = xml;
		this.types = types;
	}

	/**
	 * Whether a document type brings declarations or an external subset other than those
	 * that standards bodies publish.
	 */
	boolean isDangerous(int index) {
		int i = this.xml.skipBlanks(index);
		if (i == index) {
			return false;
		}
		int name = i;
		while (XmlCharacters.isName(this.xml.at(i))) {
			i = this.xml.next(i);
		}
		if (i == name) {
			return this.xml.at(i) == '[';
		}
		i = this.xml.skipBlanks(i);
		if (this.xml.at(i) == '[') {
			return true;
		}
		boolean named = this.xml.isWord(i, "public");
		if (!named && !this.xml.isWord(i, "system")) {
			return false;
		}
		i = this.xml.skipBlanks(this.xml.after(i, 6));
		if (!XmlCharacters.isQuote(this.xml.at(i))) {
			return false;
		}
		boolean known = named ? isStandard(name, i) || isAcceptedPublic(i)
				: isPublished(i) || this.types.accept(literal(i));
		return !known || hasSubset(i);
	}

	/**
	 * Whether a public identifier comes with the address of its publisher, or, as HTML
	 * has it, without any.
	 */
	private boolean isStandard(int name, int identifier) {
		int end = endOfLiteral(identifier);
		int address = this.xml.skipBlanks(end);
		if (XmlCharacters.isQuote(this.xml.at(address))) {
			return isPublished(address);
		}
		return this.xml.isWord(name, "html") && !XmlCharacters.isName(this.xml.at(this.xml.after(name, 4)));
	}

	private boolean isAcceptedPublic(int identifier) {
		int address = this.xml.skipBlanks(endOfLiteral(identifier));
		return this.types.accept(literal(identifier),
				XmlCharacters.isQuote(this.xml.at(address)) ? literal(address) : "");
	}

	/**
	 * The text between quotes, without NULs in between.
	 */
	private String literal(int quote) {
		int start = this.xml.next(quote);
		int end = start;
		while (this.xml.at(end) != this.xml.at(quote) && this.xml.at(end) != XmlCharacters.END) {
			end = this.xml.next(end);
		}
		return this.xml.text(start, end);
	}

	private boolean isPublished(int quote) {
		int i = this.xml.next(quote);
		int host = this.xml.isWord(i, "http://") ? this.xml.after(i, 7)
				: this.xml.isWord(i, "https://") ? this.xml.after(i, 8) : i;
		return (host == i) ? this.xml.isWord(i, "about:legacy-compat")
				: this.xml.isWord(host, "www.w3.org/") || this.xml.isWord(host, "java.sun.com/")
						|| this.xml.isWord(host, "www.apple.com/dtds/") || isLibrary(host);
	}

	/**
	 * Whether it is the address at which a library of Java publishes the types of its
	 * settings.
	 */
	private boolean isLibrary(int host) {
		for (String address : LIBRARIES) {
			if (this.xml.isWord(host, address)) {
				return true;
			}
		}
		return false;
	}

	private int endOfLiteral(int quote) {
		int i = this.xml.next(quote);
		while (this.xml.at(i) != this.xml.at(quote) && this.xml.at(i) != XmlCharacters.END) {
			i = this.xml.next(i);
		}
		return this.xml.next(i);
	}

	boolean hasSubset(int quote) {
		int i = quote;
		while (this.xml.at(i) != '>' && this.xml.at(i) != '[' && this.xml.at(i) != '<'
				&& this.xml.at(i) != XmlCharacters.END) {
			i = this.xml.next(i);
		}
		return this.xml.at(i) == '[';
	}

}

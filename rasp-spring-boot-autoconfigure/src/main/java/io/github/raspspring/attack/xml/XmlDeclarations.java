package io.github.raspspring.attack.xml;

import io.github.raspspring.text.HashedWords;

/**
 * Finds declarations by which an XML text makes its parser read other resources or grow:
 * document types with a subset or an external one, entities, and inclusions. Characters
 * of UTF-16 read as single bytes are understood. One forward pass. Not thread-safe.
 */
final class XmlDeclarations {

	/** What was found. */
	enum Evidence {

		/** Nothing. */
		NONE,

		/** A style sheet or schema location, which few parsers follow. */
		REFERENCE,

		/** A document type that is not a published one. */
		DOCUMENT_TYPE,

		/** An encoding that hides markup from filters. */
		ENCODING,

		/** An inclusion by XInclude. */
		INCLUSION,

		/** An entity. */
		ENTITY

	}

	private static final char END = '\uFFFF';

	private static final HashedWords ENCODINGS = HashedWords.of("utf-7 utf7 ibm037 ibm-037 cp037 ibm500 ibm1047 ebcdic"
			+ " ebcdic-cp-us ucs-4 utf-32 utf-32be utf-32le iso-10646-ucs-4 x-utf-16le-bom scsu bocu-1 cesu-8 hz-gb-2312"
			+ " iso-2022-kr iso-2022-cn");

	private static final long XINCLUDE = HashedWords.hash("www.w3.org/2001/xinclude");

	private final CharSequence text;

	private int position;

	private Evidence strongest = Evidence.NONE;

	private boolean attributes;

	private final DocumentTypes types;

	/**
	 * Create a scanner.
	 * @param text the text
	 * @param types document types that it may name
	 */
	XmlDeclarations(CharSequence text, DocumentTypes types) {
		this.text = text;
		this.types = types;
	}

	/**
	 * Tell whether elements of a text may name resources that a style sheet or picture
	 * reads.
	 * @param text the text
	 * @return {@code false} if no element needs to be read for that
	 */
	static boolean mayReadResources(String text) {
		return text.indexOf(":href=") >= 0 || text.indexOf("<xsl:") >= 0 || text.indexOf("<?xml-s") >= 0;
	}

	/**
	 * Find the strongest evidence.
	 * @return what was found
	 */
	Evidence find() {
		this.attributes = mayReadResources(this.text.toString());
		for (int i = 0; i < this.text.length() && this.strongest != Evidence.ENTITY; i++) {
			char c = this.text.charAt(i);
			if (c == '<') {
				readTag(i);
			}
			else if (c == '+' && isWord(i, "+adw-")) {
				note(Evidence.ENCODING, i);
			}
			else if ((c == 'w' || c == 'W') && isInclusionNamespace(i)) {
				note(Evidence.INCLUSION, i);
			}
		}
		return this.strongest;
	}

	/**
	 * Return where the strongest evidence is.
	 * @return the index of its first character
	 */
	int position() {
		return this.position;
	}

	private void readTag(int start) {
		int i = next(start);
		char c = at(i);
		if (c == '!') {
			readDeclaration(start, next(i));
		}
		else if (c == '?') {
			readInstruction(start, next(i));
		}
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
			readElement(start, i);
		}
	}

	private void readDeclaration(int start, int name) {
		if (isWord(name, "doctype")) {
			int type = after(name, 7);
			if (isDangerousType(type)) {
				boolean quoted = isInText(start) && !hasSubset(type);
				note(quoted ? Evidence.REFERENCE : Evidence.DOCUMENT_TYPE, start);
			}
		}
		else if (isWord(name, "entity") && isEntity(after(name, 6))) {
			note(Evidence.ENTITY, start);
		}
	}

	/**
	 * Whether a document type brings declarations or an external subset other than those
	 * that standards bodies publish.
	 */
	private boolean isDangerousType(int index) {
		int i = skipBlanks(index);
		if (i == index) {
			return false;
		}
		int name = i;
		while (isName(at(i))) {
			i = next(i);
		}
		if (i == name) {
			return at(i) == '[';
		}
		i = skipBlanks(i);
		if (at(i) == '[') {
			return true;
		}
		boolean named = isWord(i, "public");
		if (!named && !isWord(i, "system")) {
			return false;
		}
		i = skipBlanks(after(i, 6));
		if (!isQuote(at(i))) {
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
		int address = skipBlanks(end);
		if (isQuote(at(address))) {
			return isPublished(address);
		}
		return isWord(name, "html") && !isName(at(after(name, 4)));
	}

	private boolean isAcceptedPublic(int identifier) {
		int address = skipBlanks(endOfLiteral(identifier));
		return this.types.accept(literal(identifier), isQuote(at(address)) ? literal(address) : "");
	}

	/**
	 * The text between quotes, without NULs in between.
	 */
	private String literal(int quote) {
		int start = next(quote);
		int end = start;
		while (at(end) != at(quote) && at(end) != END) {
			end = next(end);
		}
		return this.text.subSequence(start, Math.min(end, this.text.length())).toString();
	}

	private boolean isPublished(int quote) {
		int i = next(quote);
		int host = isWord(i, "http://") ? after(i, 7) : isWord(i, "https://") ? after(i, 8) : i;
		return (host == i) ? isWord(i, "about:legacy-compat")
				: isWord(host, "www.w3.org/") || isWord(host, "java.sun.com/") || isWord(host, "www.apple.com/dtds/");
	}

	private int endOfLiteral(int quote) {
		int i = next(quote);
		while (at(i) != at(quote) && at(i) != END) {
			i = next(i);
		}
		return next(i);
	}

	private static boolean isQuote(char c) {
		return c == '"' || c == '\'';
	}

	/**
	 * Whether words come right before a declaration, which makes it a quotation: no
	 * parser accepts that.
	 */
	private boolean isInText(int start) {
		int i = start - 1;
		while (i >= 0 && this.text.charAt(i) <= ' ') {
			i--;
		}
		return i >= 0 && i < start - 1 && at(i) == ':';
	}

	private boolean hasSubset(int quote) {
		int i = quote;
		while (at(i) != '>' && at(i) != '[' && at(i) != '<' && at(i) != END) {
			i = next(i);
		}
		return at(i) == '[';
	}

	private boolean isEntity(int index) {
		int i = skipBlanks(index);
		if (i == index) {
			return false;
		}
		if (at(i) == '%') {
			int name = skipBlanks(next(i));
			return name > i + 1 && isName(at(name));
		}
		int name = i;
		while (isName(at(i))) {
			i = next(i);
		}
		int value = skipBlanks(i);
		if (i == name || value == i) {
			return false;
		}
		char c = at(value);
		return c == '"' || c == '\'' || isWord(value, "system") || isWord(value, "public");
	}

	private void readInstruction(int start, int name) {
		if (isWord(name, "xml-stylesheet")) {
			note(readsFile(start) ? Evidence.INCLUSION : Evidence.REFERENCE, start);
		}
		else if (isWord(name, "xml") && at(after(name, 3)) <= ' ') {
			readEncoding(start, after(name, 3));
		}
	}

	private void readEncoding(int start, int index) {
		int i = index;
		while (at(i) != '?' && at(i) != '>' && at(i) != END) {
			if (isWord(i, "encoding")) {
				int value = skipBlanks(after(i, 8));
				value = (at(value) == '=') ? skipBlanks(next(value)) : value;
				if (at(value) == '"' || at(value) == '\'') {
					if (ENCODINGS.groupOf(nameHash(next(value))) != 0) {
						note(Evidence.ENCODING, start);
					}
				}
				return;
			}
			i = next(i);
		}
	}

	private void readElement(int start, int name) {
		int i = name;
		int local = name;
		while (isName(at(i))) {
			if (at(i) == ':') {
				local = next(i);
			}
			i = next(i);
		}
		if (local != name && isWord(local, "include") && i == after(local, 7)) {
			int attribute = skipBlanks(i);
			if (isWord(attribute, "href") || isWord(attribute, "parse") || isWord(attribute, "xpointer")) {
				note(Evidence.INCLUSION, start);
			}
		}
		else if (this.attributes) {
			readAttributes(start, isWord(name, "xsl:"));
		}
	}

	/**
	 * Attributes by which style sheets and pictures read resources of the server or call
	 * Java: {@code select="document('file:..')"}, {@code xlink:href="expect://.."}, the
	 * namespaces of extensions.
	 */
	private void readAttributes(int start, boolean styleSheet) {
		if (readsFile(start)) {
			note(Evidence.INCLUSION, start);
			return;
		}
		for (int i = start; styleSheet && at(i) != '>' && at(i) != END; i = next(i)) {
			boolean reads = isCall(i, "document(", 9) || isCall(i, "unparsed-text(", 14)
					|| isWord(i, "/xalan/java/java.") || isWord(i, "/xslt/java/java.") || isWord(i, "\"java:java.");
			if (reads) {
				note(Evidence.INCLUSION, start);
				return;
			}
		}
	}

	/**
	 * Whether a function is called with a literal that is a file of the server, and not
	 * one of the web or of the same folder.
	 */
	private boolean isCall(int index, String name, int length) {
		if (!isWord(index, name)) {
			return false;
		}
		int i = after(index, length);
		if (at(i) != '\'' && at(i) != '"') {
			return false;
		}
		i = next(i);
		return at(i) == '/' || isWord(i, "file:");
	}

	/**
	 * Whether an attribute that names a resource names a file or a command of the server.
	 */
	private boolean readsFile(int start) {
		for (int i = start; at(i) != '>' && at(i) != END; i = next(i)) {
			if ((at(i) | 0x20) == 'h' && isWord(i, "href=")) {
				int value = after(i, 6);
				boolean linked = at(i - 1) == ':' || at(start) == '<' && at(start + 1) == '?';
				return linked && (isWord(value, "file:") || isWord(value, "expect:") || isWord(value, "jar:")
						|| isWord(value, "netdoc:") || isWord(value, "/etc/"));
			}
		}
		return false;
	}

	private boolean isInclusionNamespace(int start) {
		if (!isWord(start, "www.w3.org/2001/xi")) {
			return false;
		}
		long hash = HashedWords.SEED;
		int i = start;
		while (isName(at(i)) || at(i) == '/') {
			hash = HashedWords.extend(hash, at(i));
			i = next(i);
		}
		return hash == XINCLUDE;
	}

	private void note(Evidence evidence, int index) {
		if (evidence.compareTo(this.strongest) > 0) {
			this.strongest = evidence;
			this.position = index;
		}
	}

	private long nameHash(int start) {
		long hash = HashedWords.SEED;
		for (int i = start; isName(at(i)); i = next(i)) {
			hash = HashedWords.extend(hash, at(i));
		}
		return hash;
	}

	private boolean isWord(int start, String word) {
		int i = start;
		for (int k = 0; k < word.length(); k++) {
			if (HashedWords.fold(at(i)) != word.charAt(k)) {
				return false;
			}
			i = next(i);
		}
		return true;
	}

	private int after(int start, int characters) {
		int i = start;
		for (int k = 0; k < characters; k++) {
			i = next(i);
		}
		return i;
	}

	private int skipBlanks(int start) {
		int i = start;
		while (at(i) <= ' ') {
			i = next(i);
		}
		return i;
	}

	/**
	 * Index of the next character that is not the NUL half of one of UTF-16.
	 */
	private int next(int index) {
		int i = index + 1;
		while (i < this.text.length() && this.text.charAt(i) == 0) {
			i++;
		}
		return i;
	}

	private char at(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : END;
	}

	private static boolean isName(char c) {
		return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '-' || c == '_' || c == '.'
				|| c == ':' || c >= 0x80 && c != END;
	}

}

package io.github.raspspring.attack.xml;

import java.util.Locale;

import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

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

	private static final HashedWords ENCODINGS = HashedWords.of("utf-7 utf7 ibm037 ibm-037 cp037 ibm500 ibm1047 ebcdic"
			+ " ebcdic-cp-us ucs-4 utf-32 utf-32be utf-32le iso-10646-ucs-4 x-utf-16le-bom scsu bocu-1 cesu-8 hz-gb-2312"
			+ " iso-2022-kr iso-2022-cn");

	/** A character by its number is shorter. */
	private static final int LONGEST_CHARACTER = 12;

	private static final String NAMESPACE = "www.w3.org/2001/xinclude";

	private static final long XINCLUDE = HashedWords.hash(NAMESPACE);

	private final CharSequence text;

	private final XmlCharacters xml;

	private final XmlDocumentType documentType;

	private final XmlReferences references;

	private int position;

	private Evidence strongest = Evidence.NONE;

	private boolean attributes;

	/** Whether an element may be an inclusion, {@code null} until somebody asks. */
	private @Nullable Boolean includes;

	/**
	 * Create a scanner.
	 * @param text the text
	 * @param types document types that it may name
	 */
	XmlDeclarations(CharSequence text, DocumentTypes types) {
		this.text = text;
		this.xml = new XmlCharacters(text);
		this.documentType = new XmlDocumentType(this.xml, types);
		this.references = new XmlReferences(text.toString(), this.xml);
	}

	/**
	 * Find the strongest evidence.
	 * @return what was found
	 */
	Evidence find() {
		String text = this.text.toString();
		this.attributes = XmlGate.mayRefer(text);
		for (int i = 0; i < text.length() && this.strongest != Evidence.ENTITY; i++) {
			char c = text.charAt(i);
			if (c == '<') {
				readTag(i);
			}
			else if (c == '+' && this.xml.isWord(i, "+adw-")) {
				note(Evidence.ENCODING, i);
			}
			else if ((c == 'w' || c == 'W') && isInclusionNamespace(i) && includes()) {
				note(Evidence.INCLUSION, i);
			}
		}
		return this.strongest;
	}

	/**
	 * Tell whether an element may be an inclusion, whatever its prefix and encoding.
	 */
	private boolean includes() {
		if (this.includes == null) {
			String lower = this.text.toString().toLowerCase(Locale.ROOT);
			this.includes = lower.contains(":include") || lower.contains("<include") || lower.indexOf('&') >= 0
					|| lower.indexOf('+') >= 0;
		}
		return this.includes;
	}

	/**
	 * Return where the strongest evidence is.
	 * @return the index of its first character
	 */
	int position() {
		return this.position;
	}

	private void readTag(int start) {
		int i = this.xml.next(start);
		char c = this.xml.at(i);
		if (c == '!') {
			readDeclaration(start, this.xml.next(i));
		}
		else if (c == '?') {
			readInstruction(start, this.xml.next(i));
		}
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
			readElement(start, i);
		}
	}

	private void readDeclaration(int start, int name) {
		if (this.xml.isWord(name, "doctype")) {
			int type = this.xml.after(name, 7);
			if (this.documentType.isDangerous(type)) {
				boolean quoted = isInText(start) && !this.documentType.hasSubset(type);
				note(quoted ? Evidence.REFERENCE : Evidence.DOCUMENT_TYPE, start);
			}
		}
		else if (this.xml.isWord(name, "entity") && isEntity(this.xml.after(name, 6))) {
			note(isToldOf(start) ? Evidence.REFERENCE : Evidence.ENTITY, start);
		}
	}

	/**
	 * Whether a sentence of a text that is no document names a character: no parser
	 * accepts that, and the entity reads nothing.
	 */
	private boolean isToldOf(int start) {
		String text = this.text.toString();
		int open = text.indexOf('"', start);
		int close = text.indexOf('"', open + 1);
		boolean character = open > 0 && close - open < LONGEST_CHARACTER && text.startsWith("\">", close)
				&& (text.startsWith("&#", open + 1) || close == open + 2 && text.charAt(open + 1) >= 0x80);
		return character && start > 1 && text.charAt(start - 1) == ' ' && Character.isLetter(text.charAt(0))
				&& text.indexOf('<') == start && text.indexOf('<', close) < 0
				&& !this.xml.isWord(this.xml.skipBlanks(start + 8), "%");
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
		return i >= 0 && i < start - 1 && this.xml.at(i) == ':';
	}

	private boolean isEntity(int index) {
		int i = this.xml.skipBlanks(index);
		if (i == index) {
			return false;
		}
		if (this.xml.at(i) == '%') {
			int name = this.xml.skipBlanks(this.xml.next(i));
			return name > i + 1 && XmlCharacters.isName(this.xml.at(name));
		}
		int name = i;
		while (XmlCharacters.isName(this.xml.at(i))) {
			i = this.xml.next(i);
		}
		int value = this.xml.skipBlanks(i);
		if (i == name || value == i) {
			return false;
		}
		char c = this.xml.at(value);
		return c == '"' || c == '\'' || this.xml.isWord(value, "system") || this.xml.isWord(value, "public");
	}

	private void readInstruction(int start, int name) {
		if (this.xml.isWord(name, "xml-stylesheet")) {
			note(this.references.isStyleSheetFromAfar(name) ? Evidence.INCLUSION : Evidence.REFERENCE, start);
		}
		else if (this.xml.isWord(name, "xml") && this.xml.at(this.xml.after(name, 3)) <= ' ') {
			readEncoding(start, this.xml.after(name, 3));
		}
	}

	private void readEncoding(int start, int index) {
		int i = index;
		while (this.xml.at(i) != '?' && this.xml.at(i) != '>' && this.xml.at(i) != XmlCharacters.END) {
			if (this.xml.isWord(i, "encoding")) {
				int value = this.xml.skipBlanks(this.xml.after(i, 8));
				value = (this.xml.at(value) == '=') ? this.xml.skipBlanks(this.xml.next(value)) : value;
				if (XmlCharacters.isQuote(this.xml.at(value))) {
					if (ENCODINGS.groupOf(nameHash(this.xml.next(value))) != 0) {
						note(Evidence.ENCODING, start);
					}
				}
				return;
			}
			i = this.xml.next(i);
		}
	}

	private void readElement(int start, int name) {
		int i = name;
		int local = name;
		while (XmlCharacters.isName(this.xml.at(i))) {
			if (this.xml.at(i) == ':') {
				local = this.xml.next(i);
			}
			i = this.xml.next(i);
		}
		boolean includes = local != name && !this.xml.isWord(name, "xsl:") && this.xml.isWord(local, "include")
				&& i == this.xml.after(local, 7) && hasAttributeOfInclusion(this.xml.skipBlanks(i));
		if (includes || this.attributes && this.strongest.compareTo(Evidence.INCLUSION) < 0
				&& this.references.isRead(name, local)) {
			note(Evidence.INCLUSION, start);
		}
	}

	private boolean hasAttributeOfInclusion(int attribute) {
		return this.xml.isWord(attribute, "href") || this.xml.isWord(attribute, "parse")
				|| this.xml.isWord(attribute, "xpointer");
	}

	private boolean isInclusionNamespace(int start) {
		if (!this.xml.isWord(start, "www.w3.org/2001/xi")) {
			return false;
		}
		long hash = HashedWords.SEED;
		int i = start;
		int length = 0;
		while (length <= NAMESPACE.length() && (XmlCharacters.isName(this.xml.at(i)) || this.xml.at(i) == '/')) {
			hash = HashedWords.extend(hash, this.xml.at(i));
			i = this.xml.next(i);
			length++;
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
		for (int i = start; XmlCharacters.isName(this.xml.at(i)); i = this.xml.next(i)) {
			hash = HashedWords.extend(hash, this.xml.at(i));
		}
		return hash;
	}

}

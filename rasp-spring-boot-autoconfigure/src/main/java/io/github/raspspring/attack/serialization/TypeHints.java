package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;
import io.github.raspspring.text.NextIndex;
import io.github.raspspring.text.SignSearch;

/**
 * Finds hints by which a text makes a deserializer choose Java classes: tags of YAML,
 * members such as {@code @type} in JSON, elements of {@code XMLDecoder} and XStream. One
 * forward pass. Not thread-safe.
 */
final class TypeHints extends JavaNames {

	/** What was found. */
	enum Evidence {

		/** Nothing. */
		NONE,

		/** A class of the application or of a collection is named. */
		CLASS,

		/** A class that is able to do more than to hold data is named. */
		DANGEROUS_CLASS,

		/** A class that is known to run code is named, or code is carried. */
		GADGET

	}

	private static final int LONGEST_ELEMENT = 256;

	/** Signs that a hint begins with. */
	private static final CharacterSet SIGNS = CharacterSet.of("@!<\"'[$%");

	private static final String YAML = "tag:yaml.org,2002:";

	private static final HashedWords TYPE_MEMBERS = HashedWords
		.of("@type @class @c $type _class class javaclass clazz __class __type classname @typename _type");

	/** What elements of markup may name by an attribute to have code run. */
	private static final HashedWords ATTRIBUTES = HashedWords.of("dynamic-proxy java.lang.processbuilder"
			+ " java.lang.runtime java.beans.eventhandler javax.script.scriptenginemanager"
			+ " javax.naming.ldap.rdn_-rdnentry java.io.printwriter java.io.fileoutputstream");

	private static final HashedWords XSTREAM = HashedWords
		.of("dynamic-proxy java.beans.eventhandler void object java jdk.nashorn.internal.objects.nativestring");

	private final NextIndex commentEnds;

	private int position;

	private Evidence strongest = Evidence.NONE;

	private boolean tagged;

	private boolean lookup;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	TypeHints(String text) {
		super(text);
		this.commentEnds = new NextIndex(text, "*/");
	}

	/**
	 * Return whether a name is that of a member that chooses a class.
	 * @param name the name or JSON pointer
	 * @return {@code true} if it is
	 */
	static boolean isTypeMember(CharSequence name) {
		long hash = HashedWords.SEED;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			hash = (c == '/' || c == '.' || c == '[') ? HashedWords.SEED
					: (c == ']') ? hash : HashedWords.extend(hash, c);
		}
		return TYPE_MEMBERS.groupOf(hash) != 0;
	}

	/**
	 * Judge a text that is the value of a member that chooses a class, or an element of
	 * an array.
	 * @param text the text
	 * @param typing whether the member is one that only chooses a class
	 * @return what it names, {@link Evidence#NONE} if it is no class
	 */
	static Evidence ofClassName(String text, boolean typing) {
		TypeHints hints = new TypeHints(text);
		int start = hints.skipArrayMarks(0);
		int end = hints.classEnd(start);
		int last = end;
		while (hints.at(last) == ';') {
			last++;
		}
		return (last == text.length()) ? hints.classAt(start, end, typing) : Evidence.NONE;
	}

	/**
	 * Find the strongest hint within a text.
	 * @return what was found
	 */
	Evidence find() {
		int length = text().length();
		SignSearch signs = new SignSearch(SIGNS);
		signs.begin(text());
		for (int i = signs.next(0); i < length && this.strongest != Evidence.GADGET; i = signs.next(i + 1)) {
			switch (text().charAt(i)) {
				case '@' -> readBareMember(i);
				case '!' -> readTag(i);
				case '<' -> readElement(i);
				case '"', '\'' -> readMember(i);
				case '[' -> readWrapper(i);
				case '$' -> readByteCode(i);
				case '%' -> readDirective(i);
				default -> {
				}
			}
		}
		if (this.strongest == Evidence.CLASS && this.lookup) {
			this.strongest = Evidence.DANGEROUS_CLASS;
		}
		return this.strongest;
	}

	/**
	 * Return where the strongest hint is.
	 * @return the index of its first character
	 */
	int position() {
		return this.position;
	}

	/**
	 * A tag of YAML: {@code !!javax.script.X} or {@code !<tag:yaml.org,2002:javax.X>}.
	 */
	private void readTag(int start) {
		int name = start + 2;
		if (at(start + 1) == '<' && isWord(start + 2, YAML)) {
			name = start + 20;
		}
		else if (at(start + 1) != '!') {
			if (!this.tagged) {
				return;
			}
			name = behindHandle(start + 1);
		}
		Evidence found = classAt(name, classEnd(name));
		if (found != Evidence.NONE) {
			note(Evidence.DANGEROUS_CLASS, start);
			note(found, start);
		}
	}

	/**
	 * A directive of YAML, by which a tag may begin with any sign, and with a package.
	 */
	private void readDirective(int start) {
		if (!isWord(start, "%tag !") || start > 0 && at(start - 1) != '\n') {
			return;
		}
		this.tagged = true;
		int prefix = behindHandle(start + 6);
		prefix = skipBlanks(prefix);
		if (isWord(prefix, YAML) && isClassPart(at(prefix + YAML.length()))) {
			note(Evidence.DANGEROUS_CLASS, start);
		}
	}

	/**
	 * Skip the name of a handle, as in {@code !x!javax.script.X}.
	 */
	private int behindHandle(int start) {
		int i = start;
		while (isClassPart(at(i)) && at(i) != '.') {
			i++;
		}
		return (at(i) == '!') ? i + 1 : start;
	}

	/**
	 * An element of {@code XMLDecoder} or XStream. Type arguments of generics follow a
	 * letter and are innocent.
	 */
	private void readElement(int start) {
		if (start > 0 && isClassPart(at(start - 1))) {
			return;
		}
		int end = classEnd(start + 1);
		readAttributes(start, end);
		long hash = hash(start + 1, end);
		if (XSTREAM.groupOf(hash) != 0) {
			if (isDecoderElement(start, end)) {
				note(Evidence.DANGEROUS_CLASS, start);
			}
		}
		else if (classAt(start + 1, end).compareTo(Evidence.CLASS) > 0
				&& (at(end) == '>' || at(end) == ' ' || at(end) == '/')) {
			note(classAt(start + 1, end), start);
		}
	}

	/**
	 * The first attributes of an element, by which XStream and Spring choose classes.
	 */
	private void readAttributes(int start, int from) {
		if (at(from) == '>') {
			return;
		}
		int last = Math.min(from + LONGEST_ELEMENT, text().length());
		for (int i = from; i < last && at(i) != '>' && at(i) != '<'; i++) {
			if (at(i) > ' ') {
				continue;
			}
			if (isWord(i + 1, "class=") && isChosen(start, i + 8)) {
				note(Evidence.DANGEROUS_CLASS, start);
			}
			else if (isWord(i + 1, "class=") && ATTRIBUTES.groupOf(hash(i + 8, classEnd(i + 8))) != 0) {
				note(Evidence.DANGEROUS_CLASS, start);
			}
			else if (isWord(i + 1, "serialization=")
					&& (isWord(i + 16, "custom") || isWord(i + 16, "unserializable-parents"))) {
				boolean isClass = classAt(start + 1, from) != Evidence.NONE;
				note(isClass ? Evidence.DANGEROUS_CLASS : Evidence.NONE, start);
			}
		}
	}

	/**
	 * Whether the class known from attacks is that of an element, which is no bean of
	 * Spring.
	 */
	private boolean isChosen(int start, int name) {
		boolean decoded = isWord(start + 1, "object") || isWord(start + 1, "void");
		Evidence found = classAt(name, classEnd(name), decoded);
		return !isWord(start + 1, "bean") && (found == Evidence.GADGET || decoded && found == Evidence.DANGEROUS_CLASS);
	}

	private boolean isDecoderElement(int start, int end) {
		if (isWord(start + 1, "dynamic-proxy")) {
			return at(end) == '>';
		}
		if (isWord(start + 1, "java.beans") || isWord(start + 1, "jdk.")) {
			return true;
		}
		int attribute = end;
		while (at(attribute) == ' ' || at(attribute) == '\n' || at(attribute) == '\t') {
			attribute++;
		}
		if (isWord(start + 1, "java")) {
			return isWord(attribute, "version=") || isWord(attribute, "class=\"java.beans");
		}
		return isWord(attribute, "class=\"java") || isWord(attribute, "class='java") || isWord(attribute, "method=")
				|| isWord(attribute, "class=\"com.sun") || isWord(attribute, "class=\"org.");
	}

	/**
	 * A member of JSON that names a class: {@code "@type":"com.x.Y"}.
	 */
	private void readMember(int quote) {
		char first = at(quote + 1);
		this.lookup |= isLookup(quote + 1);
		if (first != '@' && first != '$' && first != '_' && (first | 0x20) != 'c' && (first | 0x20) != 'j') {
			return;
		}
		int end = quote + 1;
		while (isClassPart(at(end)) || at(end) == '@') {
			end++;
		}
		if (at(end) != at(quote) || TYPE_MEMBERS.groupOf(hash(quote + 1, end)) == 0) {
			return;
		}
		int value = skipBlanks(end + 1);
		if (at(value) != ':') {
			return;
		}
		value = skipBlanks(value + 1);
		if (at(value) == '"' || at(value) == '\'') {
			int name = skipArrayMarks(value + 1);
			int nameEnd = classEnd(name);
			Evidence found = classAt(name, nameEnd, isOfTyping(at(quote + 1)));
			boolean twice = found == Evidence.CLASS && at(quote + 1) == '@' && isRepeated(nameEnd, quote, end);
			note(twice ? Evidence.DANGEROUS_CLASS : found, quote);
		}
	}

	/**
	 * Whether the same member follows at once, by which Fastjson gets from a class that
	 * it accepts to one that it doesn't.
	 */
	private boolean isRepeated(int nameEnd, int quote, int end) {
		int comma = skipBlanks(nameEnd + 1);
		int again = skipBlanks(comma + 1);
		for (int i = quote; i <= end; i++) {
			if (at(again + i - quote) != at(i)) {
				return false;
			}
		}
		return at(comma) == ',';
	}

	/**
	 * A member without quotes: {@code {@type:com.x.Y}}.
	 */
	private void readBareMember(int start) {
		int before = start - 1;
		while (before >= 0 && at(before) <= ' ') {
			before--;
		}
		if (!isWord(start, "@type") || at(before) != '{' && at(before) != ',') {
			return;
		}
		int colon = skipBlanks(start + 5);
		int name = skipBlanks(colon + 1);
		name = (at(name) == '"' || at(name) == '\'') ? name + 1 : name;
		if (at(colon) == ':') {
			note(classAt(name, classEnd(name)), start);
		}
	}

	/**
	 * An array that wraps a value with its class: {@code ["com.x.Y",}.
	 */
	private void readWrapper(int start) {
		int quote = skipBlanks(start + 1);
		if (at(quote) != '"') {
			return;
		}
		int end = classEnd(quote + 1);
		if (at(end) == '"' && at(skipBlanks(end + 1)) == ',') {
			int value = skipBlanks(skipBlanks(end + 1) + 1);
			Evidence found = classAt(quote + 1, end, false);
			found = (found == Evidence.CLASS && (at(value) == '{' || isAble(quote + 1, end))) ? classAt(quote + 1, end)
					: found;
			if (found.compareTo(Evidence.CLASS) > 0) {
				note(found, start);
			}
			else if (found == Evidence.CLASS && takesAddress(value)) {
				note(Evidence.DANGEROUS_CLASS, start);
			}
		}
	}

	/**
	 * Whether the value that a class is given is an address, or an object that has one of
	 * a naming service.
	 */
	private boolean takesAddress(int start) {
		if (at(start) != '{') {
			return at(start) == '"' && (isLookup(start + 1) || isWord(start + 1, "http") && isPair(start));
		}
		int last = Math.min(start + LONGEST_ELEMENT, text().length());
		for (int i = start; i < last && at(i) != '}'; i++) {
			if (at(i) == '"' && isLookup(i + 1)) {
				return true;
			}
		}
		return false;
	}

	private boolean isPair(int quote) {
		int i = quote + 1;
		while (at(i) != '"' && at(i) > ' ' && at(i) != END) {
			i++;
		}
		return at(i) == '"' && at(skipBlanks(i + 1)) == ']';
	}

	private void readByteCode(int start) {
		if (isWord(start, "$$bcel$$")) {
			note(Evidence.GADGET, start);
		}
	}

	private void note(Evidence evidence, int index) {
		if (evidence.compareTo(this.strongest) > 0) {
			this.strongest = evidence;
			this.position = index;
		}
	}

	private int skipBlanks(int start) {
		int i = start;
		while (at(i) <= ' ' || at(i) == '/' && at(i + 1) == '*') {
			i = (at(i) == '/') ? behindComment(i) : i + 1;
		}
		return i;
	}

	private int behindComment(int start) {
		int end = this.commentEnds.from(start + 2);
		return (end < 0) ? text().length() : end + 2;
	}

}

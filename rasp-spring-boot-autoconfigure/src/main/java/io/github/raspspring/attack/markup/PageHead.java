package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.CharacterSet;
import io.github.raspspring.text.HashedWords;

/**
 * A tag by which a page or mail says of what type and language it is (WHATWG HTML,
 * 4.2.5.3) or what belongs to it (4.6.7): nothing that a browser acts on, unless the
 * encoding hides markup or the link loads more than a well-known font. For one tag. Not
 * thread-safe.
 */
final class PageHead {

	private static final int LONGEST_TAG = 512;

	private static final int SAID = 1;

	private static final int VALUE = 2;

	private static final HashedWords META = HashedWords.of("http-equiv", "content");

	private static final HashedWords LINK = HashedWords.of("rel", "href", "type media title sizes crossorigin id lang");

	private static final int TYPE = 1;

	private static final HashedWords FIELDS = HashedWords.of("content-type",
			"x-ua-compatible content-language content-style-type imagetoolbar");

	/** Encodings in which each sign of markup is what it is in ASCII. */
	private static final HashedWords ENCODINGS = HashedWords.of("""
			utf-8 utf8 us-ascii ascii iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7
			iso-8859-8 iso-8859-8-i iso-8859-9 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 windows-874
			windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257
			windows-1258 koi8-r koi8-u macintosh gb2312 gbk gb18030 big5 euc-kr euc-jp shift_jis ks_c_5601-1987""");

	/** What is not read into the page, and style sheets. */
	private static final HashedWords RELATIONS = HashedWords.of("""
			file-list edit-time-data themedata colorschememapping ole-object-data original-file canonical icon shortcut
			apple-touch-icon mask-icon alternate next prev author license help search home contents index preconnect
			dns-prefetch shortlink""", "stylesheet");

	private static final int SHEET = 2;

	private static final String FONTS = "https://fonts.googleapis.com/css";

	private static final CharacterSet NAMES = CharacterSet.ofWords("-");

	private static final CharacterSet VALUES = CharacterSet.ofWords("-_/;=., :?&+|@%#~()!*");

	private final String text;

	private final int limit;

	private int next;

	private int equals;

	private int value;

	private int end;

	private PageHead(String text, int nameEnd) {
		this.text = text;
		this.limit = nameEnd + LONGEST_TAG;
		this.next = Ascii.skipSpace(text, nameEnd);
	}

	/**
	 * Tell whether a tag {@code meta} says no more than that.
	 * @param text the text
	 * @param nameEnd index behind the name of the element
	 */
	static boolean isMeta(String text, int nameEnd) {
		return new PageHead(text, nameEnd).isMeta();
	}

	/**
	 * Tell whether a tag {@code link} does so.
	 * @param text the text
	 * @param nameEnd index behind the name of the element
	 */
	static boolean isLink(String text, int nameEnd) {
		return new PageHead(text, nameEnd).isLink();
	}

	private boolean isMeta() {
		int seen = 0;
		int field = 0;
		boolean plain = true;
		while (begins()) {
			int meaning = META.groupOf(this.text, this.next, this.equals);
			if (meaning == 0 || (seen & meaning) != 0 || this.end < 0) {
				return false;
			}
			seen |= meaning;
			field = (meaning == SAID) ? FIELDS.groupOf(this.text, this.value, this.end) : field;
			plain = (meaning == VALUE) ? isPlainType() : plain;
			this.next = behind();
		}
		return isClosed() && seen == (SAID | VALUE) && (field > TYPE || field == TYPE && plain);
	}

	private boolean isLink() {
		int seen = 0;
		boolean sheet = false;
		boolean font = false;
		while (begins()) {
			int meaning = LINK.groupOf(this.text, this.next, this.equals);
			boolean again = meaning <= VALUE && (seen & meaning) != 0;
			if (meaning == 0 || again || this.end < 0 || meaning == SAID && !isHarmless()) {
				return false;
			}
			seen |= (meaning <= VALUE) ? meaning : 0;
			sheet |= meaning == SAID && RELATIONS.groupOf(this.text, this.value, this.end) == SHEET;
			font |= meaning == VALUE && this.text.startsWith(FONTS, this.value);
			this.next = behind();
		}
		return isClosed() && (seen & SAID) != 0 && (!sheet || font);
	}

	/**
	 * Read the next attribute, if there is one.
	 */
	private boolean begins() {
		if (this.next >= this.limit || !Ascii.isLetter(Ascii.at(this.text, this.next))) {
			return false;
		}
		this.equals = NAMES.end(this.text, this.next);
		char mark = Ascii.at(this.text, this.equals + 1);
		boolean marked = mark == '"' || mark == '\'';
		this.value = marked ? this.equals + 2 : this.equals + 1;
		this.end = (marked ? VALUES : NAMES).end(this.text, this.value);
		boolean ended = marked ? Ascii.at(this.text, this.end) == mark : this.end > this.value;
		if (Ascii.at(this.text, this.equals) != '=') {
			this.end = this.equals;
			this.value = this.equals;
		}
		else if (!ended) {
			this.end = -1;
		}
		return true;
	}

	private int behind() {
		return Ascii.skipSpace(this.text, (this.value > this.equals + 1) ? this.end + 1 : this.end);
	}

	private boolean isClosed() {
		return Ascii.at(this.text, this.next) == '>' || this.text.startsWith("/>", this.next);
	}

	/**
	 * Tell whether it is the type of a page, with a known encoding or none.
	 */
	private boolean isPlainType() {
		int semicolon = Ascii.find(this.text, ";", this.value, this.end);
		int type = (semicolon >= 0) ? semicolon : this.end;
		boolean page = type - this.value == "text/html".length()
				&& Ascii.startsWith(this.text, this.value, "text/html");
		int charset = (semicolon >= 0) ? Ascii.skipSpace(this.text, semicolon + 1) : this.end;
		return page && (semicolon < 0 || Ascii.startsWith(this.text, charset, "charset=")
				&& ENCODINGS.groupOf(this.text, charset + "charset=".length(), this.end) != 0);
	}

	/**
	 * Tell whether each word is a known relation, and that of style sheets the only one.
	 */
	private boolean isHarmless() {
		int i = this.value;
		while (i < this.end) {
			int word = i;
			i = NAMES.end(this.text, i);
			int group = RELATIONS.groupOf(this.text, word, i);
			boolean alone = word == this.value && i == this.end;
			if (group == 0 || group == SHEET && !alone) {
				return false;
			}
			i = Ascii.skipSpace(this.text, i);
		}
		return this.end > this.value;
	}

}

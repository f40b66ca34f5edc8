package io.github.raspspring.attack.sql;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.text.LineEnds;
import io.github.raspspring.text.NextIndex;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which places of a statement a text must be weighed at all: walks over its
 * characters once, stops at words and signs that may be evidence, and has the tokens
 * around those weighed that a place shows. What it says no to weighs nothing. Where what
 * stands far before decides, it knows the most that the text may weigh, and the text is
 * weighed as a whole then. Not thread-safe.
 */
final class SqlGate {

	private static final SqlContext[] CONTEXTS = SqlContext.values();

	private static final byte[] KINDS = kinds();

	private static final byte WORD = 1;

	private static final byte DIGIT = 2;

	private static final byte SIGN = 3;

	private final SqlEvidence evidence = new SqlEvidence();

	private final SqlLexer lexer = new SqlLexer();

	private final SqlGlance glance = new SqlGlance();

	private final SqlConditionGlance conditions = this.glance.conditions();

	private final @Nullable SqlPlace[] all = new @Nullable SqlPlace[CONTEXTS.length];

	private final SqlPlace[] places = new SqlPlace[CONTEXTS.length];

	private int count;

	private String text = "";

	private int length;

	/** Ends of lines and of block comments, looked for once a comment begins. */
	private @Nullable LineEnds lines;

	private @Nullable NextIndex blocks;

	/** Where the blanks begin that end the text. */
	private int textEnd;

	private boolean with;

	private boolean unsure;

	/**
	 * Weigh a text in all places where it may weigh anything.
	 */
	SqlWeight weigh(String text, long traits) {
		this.evidence.reset();
		look(text, SqlContext.of(text, traits));
		for (int i = 0; i < this.count; i++) {
			SqlPlace place = this.places[i];
			int most = this.unsure ? Integer.MAX_VALUE : place.most();
			if (this.unsure || most >= Confidence.WEAK.score() && place.isDoubtful()) {
				this.evidence.weigh(text, place.context(), most);
			}
			else {
				place.addTo(this.evidence.weight());
			}
		}
		return this.evidence.weight();
	}

	/**
	 * Return where a text must be weighed.
	 * @param contexts a bit for each context in which it would be
	 * @return a bit for each context in which it may weigh anything
	 */
	int narrow(String text, int contexts) {
		look(text, contexts);
		int narrowed = 0;
		for (int i = 0; i < this.count; i++) {
			boolean suspect = this.unsure || this.places[i].most() >= Confidence.WEAK.score();
			narrowed |= suspect ? this.places[i].context().bit() : 0;
		}
		return narrowed;
	}

	private void look(String text, int contexts) {
		begin(text, contexts);
		scan();
	}

	private void begin(String text, int contexts) {
		this.text = text;
		this.length = text.length();
		this.glance.over(text);
		this.lexer.read(text, SqlDialect.ANY, SqlContext.CODE);
		this.lines = null;
		this.blocks = null;
		this.textEnd = this.length;
		while (this.textEnd > 0 && text.charAt(this.textEnd - 1) <= ' ') {
			this.textEnd--;
		}
		this.with = false;
		this.unsure = false;
		this.count = 0;
		for (int i = 0; i < CONTEXTS.length; i++) {
			if ((contexts & (1 << i)) != 0) {
				SqlPlace place = this.all[i];
				if (place == null) {
					place = new SqlPlace(CONTEXTS[i], this.glance);
					this.all[i] = place;
				}
				this.places[this.count++] = place;
				place.over(text);
			}
		}
	}

	private void scan() {
		String text = this.text;
		int i = hiddenUntil();
		while (i < text.length()) {
			char c = text.charAt(i);
			byte kind = (c < 0x80) ? KINDS[c] : SqlCharacter.isWhiteSpace(c) ? 0 : WORD;
			if (kind == WORD) {
				int end = SqlCharacter.endOfWord(text, i + 1);
				i = SqlWord.mayBegin(text, i, end) ? word(i, end) : end;
			}
			else if (kind == 0) {
				i++;
			}
			else {
				i = (kind == DIGIT) ? number(i) : Math.max(sign(i, c), hiddenUntil());
			}
		}
	}

	/**
	 * Return how far the text is hidden in all places, or need not be looked at.
	 */
	private int hiddenUntil() {
		int end = this.length;
		for (int p = 0; p < this.count && !this.unsure; p++) {
			end = Math.min(end, this.places[p].visibleFrom());
		}
		return end;
	}

	/**
	 * Look at a word that may be evidence.
	 * @return where to go on: nowhere if the text must be weighed as a whole
	 */
	private int word(int start, int end) {
		SqlWord word = SqlWord.of(this.text, start, end);
		if (word == SqlWord.AS) {
			this.unsure |= this.with && this.glance.isCalled(end);
		}
		else {
			look(word, start, end);
		}
		this.with |= word == SqlWord.STATEMENT && end - start == 4 && (this.text.charAt(start) | 0x20) == 'w';
		return this.unsure ? this.length : end;
	}

	/**
	 * Go on behind a number, which may have begun with a dot.
	 */
	private int number(int start) {
		boolean fraction = start > 0 && this.text.charAt(start - 1) == '.';
		return SqlCharacter.endOfNumber(this.text, fraction ? start - 1 : start);
	}

	private int sign(int i, char c) {
		switch (c) {
			case '\'', '"', '`' -> quote(i, c);
			case '#' -> comment(i, 1);
			case '$' -> {
				return dollar(i);
			}
			case '@' -> {
				if (this.glance.mayMatter(i)) {
					look(i);
				}
			}
			case '(' -> {
				if (this.conditions.mayCompare(i)) {
					look(i);
				}
			}
			case ';' -> {
				if (this.glance.mayBeginStatement(i)) {
					look(i);
				}
			}
			default -> {
				return pair(i, c);
			}
		}
		return i + 1;
	}

	private int pair(int i, char c) {
		char next = (i + 1 < this.length) ? this.text.charAt(i + 1) : '\0';
		if (c == '/') {
			if (next != '*') {
				return i + 1;
			}
			block(i);
			return i + 2;
		}
		if (next != c) {
			return i + 1;
		}
		if (c == '-') {
			comment(i, 2);
		}
		else {
			lookAtSign(i);
		}
		return i + 2;
	}

	private void quote(int i, char c) {
		if (c == '\'' && i > 0 && (this.text.charAt(i - 1) | 0x20) == 'q' && i + 1 < this.length
				&& !SqlCharacter.isLetterOrDigit(this.text.charAt(i + 1))
				&& !SqlCharacter.isWhiteSpace(this.text.charAt(i + 1))) {
			this.unsure = true;
			return;
		}
		int end = endOfLiteral(i, c);
		for (int p = 0; p < this.count; p++) {
			SqlPlace place = this.places[p];
			if (place.isVisible(i)) {
				if (end < 0) {
					place.skipUnclosed();
					this.unsure |= place.isOutOfPatience();
				}
				else {
					if (c != '`' && place.isEndedBy(i, end) && this.glance.mayGoOn(end) && place.opensAt(end - 1)) {
						place.look(i);
					}
					place.skip(i, end);
				}
			}
		}
	}

	/**
	 * Return the index behind the literal or name that a quote opens, the same wherever
	 * the quote is visible, or -1 if it opens none.
	 */
	private int endOfLiteral(int start, char quote) {
		int end = this.lexer.endOf(start);
		return (this.lexer.closed() || quote != '`') ? end : -1;
	}

	/**
	 * Take the mark of a comment up to the end of the line. In the last line not every
	 * database takes it for one, so that the text goes on behind it.
	 */
	private void comment(int i, int width) {
		int line = endOfLine(i);
		boolean last = line >= this.textEnd;
		boolean cuts = last && this.glance.mayCutOff(i);
		this.glance.comment(i, line);
		int behind = i + width;
		boolean goesOn = last && (width == 1 || behind < this.length && this.text.charAt(behind) > ' ');
		int end = goesOn ? behind : last ? this.length : Math.max(behind, line);
		for (int p = 0; p < this.count; p++) {
			if (this.places[p].isVisible(i)) {
				if (cuts && this.places[p].isOpen()) {
					this.places[p].look(i);
				}
				this.places[p].skipComment(end);
			}
		}
	}

	private int endOfLine(int from) {
		this.lines = (this.lines != null) ? this.lines : new LineEnds(this.text);
		return this.lines.from(from);
	}

	private int endOfBlock(int from) {
		this.blocks = (this.blocks != null) ? this.blocks : new NextIndex(this.text, "*/");
		return this.blocks.from(from);
	}

	private void block(int i) {
		int inside = i + 2;
		char c = (inside < this.length) ? this.text.charAt(inside) : '\0';
		this.unsure |= c == '!' || (c | 0x20) == 'm' && inside + 1 < this.length && this.text.charAt(inside + 1) == '!';
		int close = endOfBlock(inside);
		boolean cuts = close < 0 && this.glance.mayCutOff(i);
		for (int p = 0; p < this.count; p++) {
			if (this.places[p].isVisible(i)) {
				if (cuts && this.places[p].isOpen()) {
					this.places[p].look(i);
				}
				this.places[p].skipComment((close < 0) ? this.length : close + 2);
			}
		}
	}

	/**
	 * Go on behind a dollar sign, or the number of a bound value. A literal of PostgreSQL
	 * begins with two of them.
	 */
	private int dollar(int i) {
		int end = i + 1;
		while (end < this.length && SqlCharacter.isLetterOrDigit(this.text.charAt(end))) {
			end++;
		}
		boolean number = i + 1 < this.length && SqlCharacter.isDigit(this.text.charAt(i + 1));
		this.unsure |= !number && end < this.length && this.text.charAt(end) == '$';
		return SqlCharacter.endOfDigits(this.text, i + 1);
	}

	/**
	 * Look at a word in the places that show it and in which it may be evidence: in some
	 * the literal of the statement has ended before.
	 */
	private void look(SqlWord word, int start, int end) {
		boolean anywhere = this.glance.mayMatter(word, start, end, false);
		if (!anywhere && !(isOpenAt(start) && this.glance.mayMatter(word, start, end, true))) {
			return;
		}
		for (int p = 0; p < this.count; p++) {
			SqlPlace place = this.places[p];
			if (place.isVisible(start) && (anywhere || place.isOpen())
					&& !(word == SqlWord.SELECT && place.isEnough(start))) {
				place.look(start);
			}
		}
	}

	private void lookAtSign(int sign) {
		boolean anywhere = this.conditions.mayJoin(sign, sign + 2, false);
		if (!anywhere && !(isOpenAt(sign) && this.conditions.mayJoin(sign, sign + 2, true))) {
			return;
		}
		for (int p = 0; p < this.count; p++) {
			SqlPlace place = this.places[p];
			if (place.isVisible(sign) && (anywhere || place.isOpen())) {
				place.look(sign);
			}
		}
	}

	/**
	 * Tell whether a place shows a spot where code may go on behind the literal of the
	 * statement. What may matter elsewhere matters there as well, so that this is asked
	 * for few words.
	 */
	private boolean isOpenAt(int spot) {
		for (int p = 0; p < this.count; p++) {
			if (this.places[p].isVisible(spot) && this.places[p].isOpen()) {
				return true;
			}
		}
		return false;
	}

	private void look(int spot) {
		for (int p = 0; p < this.count; p++) {
			if (this.places[p].isVisible(spot)) {
				this.places[p].look(spot);
			}
		}
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[0x80];
		for (char c = 0; c < kinds.length; c++) {
			kinds[c] = SqlCharacter.isWordStart(c) ? WORD : SqlCharacter.isDigit(c) ? DIGIT : 0;
		}
		for (char c : "'\"`#$@(;/-|&".toCharArray()) {
			kinds[c] = SIGN;
		}
		return kinds;
	}

}

package io.github.raspspring.profile.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.raspspring.engine.pipeline.EightBytes;

/**
 * Looks at an answer in one pass: for what should not leave, and, where it is JSON, for
 * how much it holds. Nearly all places are passed eight at a step, as none of what is
 * looked for can begin there; at the others, four characters are compared. For one
 * answer.
 */
final class AnswerScan {

	/** Digits at the end, by their upper half, as numbers and accounts have. */
	private static final int NUMBERED = 0x30300000;

	private static final int NUMBERED_MASK = 0xF0F00000;

	/** Digits, by their upper half. */
	private static final int DIGITS = 0x30303030;

	private static final int DIGITS_MASK = 0xF0F0F0F0;

	/** Two capital letters and two digits, by their upper parts. */
	private static final int ACCOUNT = 0x30304040;

	private static final int ACCOUNT_MASK = 0xF0F0E0E0;

	/** What stands in JSON outside of texts: blanks, colons and parts of literals. */
	private static final byte DULL = 0;

	private static final byte QUOTE = 1;

	private static final byte BRACKET = 2;

	private static final byte DIGIT = 3;

	/** What JSON does not have there. */
	private static final byte FOREIGN = 4;

	private static final byte[] KINDS = kinds();

	/** Written in front of JSON so that no page can run it, and a comma behind it. */
	private static final String GUARD = ")]}'";

	private static final Clues OF_TEXT = new Clues(LeakSigns.patterns());

	private static final int[] TEXT_CLUES = OF_TEXT.words();

	private static final int TEXT_FACTOR = OF_TEXT.factor();

	private static final long[] SIGNS = new LeakSigns(LeakSigns.patterns()).table();

	private static final Clues OF_JSON = new Clues(withNames(LeakSigns.patterns()));

	private static final int[] JSON_CLUES = OF_JSON.words();

	private static final int JSON_FACTOR = OF_JSON.factor();

	/** All that is looked for in texts is looked for in JSON. */
	private static final long[] THREES = OF_JSON.threes();

	/** From the first of four characters to the last. */
	private static final int FOURTH = Integer.BYTES - 1;

	/** Digits of a card number at least; with separators, they stand by fours. */
	private static final int DIGITS_OF_CARD = 14;

	/** Behind so many characters without an escape, more will come. */
	private static final int WORTH = 2 * EightBytes.COUNT;

	/** A single frame is quoted by texts on programs. */
	private static final int FRAMES = 2;

	private final AnswerBytes answer;

	private Set<Leak> leaks = Set.of();

	/** Sensitive words that were seen, a bit for each. */
	private long properties;

	private final ListSizes sizes = new ListSizes();

	private int frames;

	AnswerScan(AnswerBytes answer) {
		this.answer = answer;
	}

	static AnswerFacts of(byte[] bytes, int length, boolean json) {
		AnswerScan scan = new AnswerScan(new AnswerBytes(bytes, length));
		if (json) {
			scan.json();
		}
		else {
			scan.text();
		}
		return scan.facts();
	}

	AnswerFacts facts() {
		return new AnswerFacts(this.leaks, this.sizes.longest(), this.properties);
	}

	private static List<AnswerPattern> withNames(List<LeakSigns.SignedPattern> leaks) {
		List<AnswerPattern> patterns = new ArrayList<>(leaks);
		patterns.addAll(SensitiveProperties.patterns());
		return patterns;
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[256];
		Arrays.fill(kinds, FOREIGN);
		" \t\r\n:truefalsn.+-E".chars().forEach((c) -> kinds[c] = DULL);
		"[]{},".chars().forEach((c) -> kinds[c] = BRACKET);
		"0123456789".chars().forEach((c) -> kinds[c] = DIGIT);
		kinds['"'] = QUOTE;
		return kinds;
	}

	/**
	 * Read what is no text of JSON and therefore has no words.
	 */
	private void json() {
		byte[] bytes = this.answer.bytes();
		int length = this.answer.length();
		int i = this.answer.startsWith(GUARD, 0) ? GUARD.length() + 1 : 0;
		while (i < length) {
			switch (KINDS[bytes[i] & 0xFF]) {
				case DULL -> i++;
				case QUOTE -> i = quoted(i + 1);
				case BRACKET -> {
					this.sizes.see(this.answer, i, bytes[i]);
					i++;
				}
				case DIGIT -> i = digits(i);
				default -> i = foreign(i);
			}
		}
	}

	/**
	 * It is no JSON, or not yet: what stands there is text, and a quotation mark begins
	 * one of JSON again.
	 */
	private int foreign(int start) {
		int first = start;
		while (AnswerBytes.isWord(this.answer.at(first - 1))) {
			first--;
		}
		int end = quoted(first);
		return (this.answer.at(end - 1) == '"') ? end - 1 : end;
	}

	private int digits(int start) {
		int end = this.answer.endOfDigits(start);
		if (end - start >= DIGITS_OF_CARD || end - start == Integer.BYTES) {
			number(start);
		}
		return end;
	}

	/**
	 * Look for words, numbers and accounts at all places.
	 */
	private void text() {
		byte[] bytes = this.answer.bytes();
		int looked = 0;
		int i = 0;
		for (; i + EightBytes.COUNT <= this.answer.length(); i += EightBytes.COUNT) {
			looked = eight(EightBytes.at(bytes, i), i, 0, looked);
		}
		int end = this.answer.length() - Integer.BYTES + 1;
		words(Math.max(i - LeakSigns.BEHIND, looked), end);
		numbers(Math.max(i - LeakSigns.BEHIND, 0), end);
	}

	/**
	 * Look on within a text of JSON, where it is too far from its beginning to be a name.
	 * @return where to go on: near the next quotation mark or escape
	 */
	private int plain(int start) {
		byte[] bytes = this.answer.bytes();
		int looked = start;
		int i = start;
		for (; i + EightBytes.COUNT <= this.answer.length(); i += EightBytes.COUNT) {
			long eight = EightBytes.at(bytes, i);
			if (EightBytes.quotesOrBackslashes(eight) != 0) {
				break;
			}
			looked = eight(eight, i, start, looked);
		}
		int rest = Math.max(i - LeakSigns.BEHIND, start);
		numbers(rest, looked);
		return Math.max(rest, looked);
	}

	/**
	 * Look at all of which there are signs in eight bytes. Nearly always there are none.
	 * @param first where the walk began
	 * @param looked up to where words were looked for
	 * @return up to where they are looked for now
	 */
	private int eight(long eight, int start, int first, int looked) {
		if (AnswerBytes.mayBeNumbers(eight)) {
			numbersAround(start, first);
		}
		if (!LeakSigns.mayStandAt(SIGNS, eight)) {
			return looked;
		}
		int end = Math.min(start + LeakSigns.AHEAD, this.answer.length() - Integer.BYTES + 1);
		words(Math.max(start - LeakSigns.BEHIND, looked), end);
		return end;
	}

	private void words(int start, int end) {
		byte[] bytes = this.answer.bytes();
		for (int i = start; i < end; i++) {
			int four = EightBytes.fourAt(bytes, i) | Clues.FOLD;
			int place = four * TEXT_FACTOR >>> Clues.SHIFT;
			if (TEXT_CLUES[place] == four) {
				look(OF_TEXT.at(place), i);
			}
		}
	}

	/**
	 * Look for numbers and accounts that begin here or up to seven places before.
	 */
	private void numbersAround(int start, int least) {
		int first = start - EightBytes.COUNT + 1;
		if (first < least) {
			numbers(least, start + 1);
			return;
		}
		byte[] bytes = this.answer.bytes();
		digits(EightBytes.at(bytes, first), EightBytes.at(bytes, first + FOURTH), first, EightBytes.COUNT);
	}

	/**
	 * Look for numbers and accounts at up to eight places. The third and the fourth of
	 * their characters are digits, and the first two are as well, or both are not.
	 */
	private void digits(long first, long fourth, int start, int count) {
		long ahead = EightBytes.digits(fourth);
		if ((ahead & (ahead << Byte.SIZE | 0x80)) == 0) {
			return;
		}
		int digits = EightBytes.bits(EightBytes.digits(first)) | EightBytes.bits(ahead) << FOURTH;
		int next = digits >>> 1;
		int begun = next >>> 1 & next >>> 2 & (digits & next & ~(digits << 1) | ~digits & ~next) & (1 << count) - 1;
		for (int rest = begun; rest != 0; rest &= rest - 1) {
			int place = start + Integer.numberOfTrailingZeros(rest);
			numbered(EightBytes.fourAt(this.answer.bytes(), place), place);
		}
	}

	/**
	 * Look at a text of JSON as at any other, up to the quotation mark that ends it.
	 * @return the index behind that
	 */
	private int quoted(int start) {
		byte[] bytes = this.answer.bytes();
		int last = this.answer.length() - Clues.READ;
		int begin = start;
		int i = start;
		while (i <= last) {
			long eight = EightBytes.at(bytes, i);
			if (EightBytes.areBeyondAscii(eight)) {
				i += Clues.STEP;
				continue;
			}
			int plain = EightBytes.before(EightBytes.quotesOrBackslashes(eight));
			long fourth = EightBytes.at(bytes, i + FOURTH);
			if (Clues.mayBeginWithin(THREES, eight, fourth)) {
				names(i, i + plain);
			}
			digits(eight, fourth, i, plain);
			i += plain;
			if (plain < Clues.STEP) {
				if (bytes[i] == '"') {
					return i + 1;
				}
				i += 2;
				begin = i;
			}
			else if (i - start > SensitiveName.LONGEST && i - begin > WORTH) {
				i = plain(i);
			}
		}
		return end(i);
	}

	private void names(int start, int end) {
		byte[] bytes = this.answer.bytes();
		for (int i = start; i < end; i++) {
			int folded = EightBytes.fourAt(bytes, i) | Clues.FOLD;
			int place = folded * JSON_FACTOR >>> Clues.SHIFT;
			if (JSON_CLUES[place] == folded) {
				look(OF_JSON.at(place), i);
			}
		}
	}

	private void numbers(int start, int end) {
		for (int i = start; i < end; i++) {
			int four = EightBytes.fourAt(this.answer.bytes(), i);
			if ((four & NUMBERED_MASK) == NUMBERED) {
				numbered(four, i);
			}
		}
	}

	private void numbered(int four, int start) {
		if ((four & DIGITS_MASK) == DIGITS) {
			number(start);
		}
		if ((four & ACCOUNT_MASK) == ACCOUNT) {
			account(start);
		}
	}

	/**
	 * Look at the rest of a text place by place. The last three characters are too short
	 * for anything but its end.
	 */
	private int end(int start) {
		for (int i = start; i < this.answer.length(); i++) {
			int b = this.answer.at(i);
			if (b == '"') {
				return i + 1;
			}
			if (b == '\\') {
				i++;
			}
			else if (i <= this.answer.length() - Integer.BYTES) {
				names(i, i + 1);
				numbers(i, i + 1);
			}
		}
		return this.answer.length();
	}

	private void look(AnswerPattern[] patterns, int clue) {
		for (AnswerPattern pattern : patterns) {
			pattern.look(this, this.answer, clue);
		}
	}

	/**
	 * Within a number none begins, which is told first: most places are there.
	 */
	private void number(int start) {
		int before = this.answer.at(start - 1);
		if (!AnswerBytes.isDigit(before) && before != '.' && before != '-' && this.answer.isStartOfWord(start)
				&& CardNumbers.beginsAt(this.answer, start)) {
			found(Leak.CARD_NUMBER);
		}
	}

	private void account(int start) {
		if (this.answer.isStartOfWord(start) && Ibans.beginsAt(this.answer, start)) {
			found(Leak.BANK_ACCOUNT);
		}
	}

	void found(Leak leak) {
		if (this.leaks.isEmpty()) {
			this.leaks = EnumSet.noneOf(Leak.class);
		}
		this.leaks.add(leak);
	}

	/**
	 * Return whether a property of such a name was seen, so that nobody has to look
	 * again.
	 */
	boolean knows(long property) {
		return (this.properties & property) != 0;
	}

	void found(long property) {
		this.properties |= property;
	}

	void frame() {
		this.frames++;
		if (this.frames == FRAMES) {
			found(Leak.STACK_TRACE);
		}
	}

}

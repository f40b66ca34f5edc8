package io.github.raspspring.profile.answer;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at an answer in one pass: for what should not leave, and, where it is JSON, for
 * how much it holds. For one answer.
 */
final class AnswerScan {

	private static final int DEEPEST = 4;

	/** A single frame is quoted by texts on programs. */
	private static final int FRAMES = 2;

	private final AnswerBytes answer;

	private final boolean json;

	private final EnumSet<Leak> leaks = EnumSet.noneOf(Leak.class);

	private final Set<String> sensitive = new HashSet<>(0);

	/** Elements of the lists that are open, -1 for objects. */
	private final int[] elements = new int[DEEPEST + 1];

	private int depth;

	private int rows;

	private int frames;

	private AnswerScan(AnswerBytes answer, boolean json) {
		this.answer = answer;
		this.json = json;
	}

	static AnswerFacts of(byte[] bytes, int length, boolean json) {
		AnswerScan scan = new AnswerScan(new AnswerBytes(bytes, length), json);
		scan.walk();
		return new AnswerFacts(scan.leaks, scan.rows, scan.sensitive);
	}

	private void walk() {
		byte[] bytes = this.answer.bytes();
		int length = this.answer.length();
		boolean inText = false;
		int textStart = 0;
		int before = 0;
		for (int i = 0; i < length; i++) {
			int b = bytes[i];
			if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
				if (!AnswerBytes.isWord(before) || before == 'n' && this.answer.at(i - 2) == '\\') {
					word(i, b);
				}
			}
			else if (b >= '0' && b <= '9') {
				if (!AnswerBytes.isWord(before) && before != '.' && before != '-'
						&& CardNumbers.beginsAt(this.answer, i)) {
					this.leaks.add(Leak.CARD_NUMBER);
				}
			}
			else if (b == '"' && this.json) {
				if (inText) {
					ends(textStart, i);
				}
				inText = !inText;
				textStart = i + 1;
			}
			else if (b == '\\') {
				i += (this.json && inText && this.answer.at(i + 1) == '"') ? 1 : 0;
				i += (this.json && inText && this.answer.at(i + 1) == '\\') ? 1 : 0;
			}
			else if (b == ':' && StackFrames.isFrame(this.answer, i)) {
				frame();
			}
			else if (b == '-' && before != '-' && SecretTokens.isPrivateKey(this.answer, i)) {
				this.leaks.add(Leak.SECRET);
			}
			else if (this.json && !inText) {
				structure(b);
			}
			before = b;
		}
	}

	private void word(int start, int first) {
		switch (first) {
			case 'A', 'g', 'n', 'r', 'x' -> token(start);
			case 's' -> {
				token(start);
				error(start);
			}
			case 'O', 'S', 'Y', 'P', 'J', 'B', 'U', 'I', 'b', 'c', 'o', 'j' -> error(start);
			case 'T' -> {
				if (this.answer.startsWith("Traceback (most recent call last)", start)) {
					this.leaks.add(Leak.STACK_TRACE);
				}
			}
			default -> {
				// No format begins with it.
			}
		}
		if (first <= 'Z' && AnswerBytes.isDigit(this.answer.at(start + 2)) && Ibans.beginsAt(this.answer, start)) {
			this.leaks.add(Leak.BANK_ACCOUNT);
		}
	}

	private void token(int start) {
		if (SecretTokens.beginsAt(this.answer, start)) {
			this.leaks.add(Leak.SECRET);
		}
	}

	private void error(int start) {
		if (DatabaseErrors.beginsAt(this.answer, start)) {
			this.leaks.add(Leak.DATABASE_ERROR);
		}
	}

	private void frame() {
		this.frames++;
		if (this.frames == FRAMES) {
			this.leaks.add(Leak.STACK_TRACE);
		}
	}

	/**
	 * A text that a colon follows is the name of a property.
	 */
	private void ends(int start, int end) {
		int index = end + 1;
		while (this.answer.at(index) == ' ') {
			index++;
		}
		if (this.answer.at(index) == ':') {
			String word = SensitiveProperties.wordOf(this.answer, start, end);
			if (word != null) {
				this.sensitive.add(word);
			}
		}
	}

	private void structure(int b) {
		switch (b) {
			case '[', '{' -> {
				this.depth++;
				if (this.depth <= DEEPEST) {
					this.elements[this.depth] = (b == '[') ? 1 : -1;
				}
			}
			case ']', '}' -> {
				if (this.depth > 0 && this.depth <= DEEPEST) {
					this.rows = Math.max(this.rows, this.elements[this.depth]);
				}
				this.depth -= (this.depth > 0) ? 1 : 0;
			}
			case ',' -> {
				if (this.depth > 0 && this.depth <= DEEPEST && this.elements[this.depth] > 0) {
					this.elements[this.depth]++;
				}
			}
			default -> {
				// Blank, or part of a literal.
			}
		}
	}

}

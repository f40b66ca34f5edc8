package io.github.raspspring.attack.markup;

import io.github.raspspring.text.Ascii;

/**
 * Tells whether a text may leave the literal that it was put into: of each quote whether
 * something runs between there and where the literal is begun again, of each call whether
 * it may be evidence. Remembers how far it has looked, so that a text full of quotes is
 * walked over once. For one text, and signs in the order in which they stand. Not
 * thread-safe.
 */
final class PastedLiteral {

	private static final int FARTHEST = 128;

	private final String text;

	private final ScriptEvidence script;

	/** Up to where nothing goes back to a literal, by the kind of quote. */
	private final int[] returned = new int[3];

	/** Up to where nothing runs. */
	private int run;

	PastedLiteral(String text) {
		this.text = text;
		this.script = ScriptEvidence.atWorst(text);
	}

	/**
	 * Tell whether a sign is where that may happen.
	 */
	boolean mayBeLeft(int i, char c) {
		return switch (c) {
			case '\'', '"' -> mayRunBehind(i, c) || this.script.mayHold(i - 1, Ascii.at(this.text, i - 1));
			case '`' -> mayRunBehind(i, c) || this.script.mayHold(i, c)
					|| this.script.mayHold(i - 1, Ascii.at(this.text, i - 1));
			default -> this.script.mayHold(i, c);
		};
	}

	private boolean mayRunBehind(int quote, char c) {
		if (!LeftLiteral.goesOnBehind(this.text, quote)) {
			return false;
		}
		int end = returnsAt(quote + 2, c, Math.min(this.text.length(), quote + FARTHEST));
		return end > 0 && runsBetween(quote + 2, end);
	}

	/**
	 * Return where the literal is begun again, -1 if it is not.
	 */
	private int returnsAt(int from, char quote, int limit) {
		int kind = (quote == '"') ? 0 : (quote == '\'') ? 1 : 2;
		int i = Math.max(from, this.returned[kind]);
		boolean back = false;
		while (i < limit && !back) {
			char c = this.text.charAt(i);
			if (c == '\n') {
				break;
			}
			// Only at these is it worth a call.
			back = (c == quote || c == '/') && LeftLiteral.isBackAt(this.text, quote, i);
			i += back ? 0 : 1;
		}
		this.returned[kind] = i;
		return back ? i : -1;
	}

	private boolean runsBetween(int from, int last) {
		int i = Math.max(from, this.run);
		while (i <= last && !LeftLiteral.runs(this.text, i)) {
			i++;
		}
		this.run = i;
		return i <= last;
	}

}

package io.github.raspspring.attack.markup;

/**
 * Where the marks stand that tell whether a tag is shown or talked about. Remembers where
 * it found each, and that there is none, so that a text full of tags is searched once for
 * all of them. For one text, and places in the order in which they stand. Not
 * thread-safe.
 */
final class Surroundings {

	/** How far a fence may be away from what it holds. */
	static final int NEAR = 2048;

	static final String FENCE = "```";

	private static final int NONE = Integer.MAX_VALUE;

	private final Mark fences;

	private final Mark closedFences;

	private final Mark scriptEnds;

	private final Mark closingTags;

	private final Mark lines;

	private final Mark[] quotes;

	private int fence = -1;

	Surroundings(String text) {
		this.fences = new Mark(text, FENCE);
		this.closedFences = new Mark(text, "\n" + FENCE);
		this.scriptEnds = new Mark(text, "</script>");
		this.closingTags = new Mark(text, "</");
		this.lines = new Mark(text, "\n");
		this.quotes = new Mark[] { new Mark(text, "\""), new Mark(text, "'"), new Mark(text, "`") };
	}

	/**
	 * Return where the last fence begins before an index, -1 if none is near.
	 */
	int fenceBefore(int index) {
		int next = this.fences.next(this.fence + 1);
		while (next <= index) {
			this.fence = next;
			next = this.fences.next(next + 1);
		}
		return (this.fence >= 0 && index - this.fence <= NEAR) ? this.fence : -1;
	}

	/**
	 * Tell whether a fence is closed on a line of its own.
	 */
	boolean isFenceClosed(int from, int to) {
		return this.closedFences.next(from) < to;
	}

	/**
	 * Return where a script is closed, -1 if that is not near.
	 */
	int scriptEnd(int from) {
		int end = this.scriptEnds.next(from);
		return (end < from + NEAR) ? end : -1;
	}

	boolean hasClosingTag(int from) {
		return this.closingTags.next(from) != NONE;
	}

	boolean hasLineBreak(int from) {
		return this.lines.next(from) != NONE;
	}

	boolean hasQuote(char quote, int from) {
		return mark(quote).next(from) != NONE;
	}

	/**
	 * Tell whether a quotation mark stands on the same line.
	 */
	boolean hasQuoteOnLine(char quote, int from) {
		int next = mark(quote).next(from);
		return next != NONE && next < this.lines.next(from);
	}

	private Mark mark(char quote) {
		return this.quotes[(quote == '"') ? 0 : (quote == '\'') ? 1 : 2];
	}

	/**
	 * One mark, and where it was found last.
	 */
	private static final class Mark {

		private final String text;

		private final String mark;

		private int asked;

		private int found = -1;

		Mark(String text, String mark) {
			this.text = text;
			this.mark = mark;
		}

		/**
		 * Return the first place from an index on, {@link #NONE} if there is none.
		 */
		int next(int from) {
			if (from < this.asked || from > this.found) {
				int index = this.text.indexOf(this.mark, from);
				this.found = (index < 0) ? NONE : index;
				this.asked = from;
			}
			return this.found;
		}

	}

}

package io.github.raspspring.text;

/**
 * Finds where lines end, by a carriage return or a line feed, for places that come in
 * ascending order. Walks over each character once. Not thread-safe.
 */
public final class LineEnds {

	private final NextIndex returns;

	private final NextIndex feeds;

	private final int length;

	/**
	 * Create a search.
	 * @param text where to look
	 */
	public LineEnds(String text) {
		this.returns = new NextIndex(text, "\r");
		this.feeds = new NextIndex(text, "\n");
		this.length = text.length();
	}

	/**
	 * Return where the line ends that a place is in.
	 * @param place the place
	 * @return the index of its end, the length of the text for the last line
	 */
	public int from(int place) {
		return Math.min(orLength(this.returns.from(place)), orLength(this.feeds.from(place)));
	}

	private int orLength(int index) {
		return (index >= 0) ? index : this.length;
	}

}

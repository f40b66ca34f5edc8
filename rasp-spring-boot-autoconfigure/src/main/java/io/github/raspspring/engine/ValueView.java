package io.github.raspspring.engine;

/**
 * One reading of a value: as it arrived, or with one or more encodings removed.
 */
public interface ValueView {

	/**
	 * Return the value that is read.
	 * @return the value as it arrived
	 */
	InputValue input();

	/**
	 * Return the text to judge.
	 * @return the text of this reading
	 */
	String text();

	/**
	 * Return how many layers of encoding were removed to get the text.
	 * @return 0 for the text as it arrived
	 */
	int encodings();

	/**
	 * Return whether a removed layer was written in a way that honest clients don't use,
	 * such as a letter in more bytes than it needs.
	 * @return {@code false} for the text as it arrived
	 */
	default boolean unusualEncoding() {
		return false;
	}

	/**
	 * Return the character traits of the text.
	 * @return bits as defined by the {@link ValueReader} in use
	 */
	long traits();

	/**
	 * Return the plain reading of a value.
	 * @param value the value
	 * @return a view of the text as it arrived, with every trait set
	 */
	static ValueView asArrived(InputValue value) {
		return new ValueView() {

			@Override
			public InputValue input() {
				return value;
			}

			@Override
			public String text() {
				return value.value();
			}

			@Override
			public int encodings() {
				return 0;
			}

			@Override
			public long traits() {
				return ValueDetector.EVERY_VALUE;
			}

		};
	}

}

package io.github.raspspring.engine;

import org.jspecify.annotations.Nullable;

/**
 * Port through which values are turned into the readings that detectors judge. Called by
 * many threads at once.
 */
@FunctionalInterface
public interface ValueReader {

	/** Reads each value just as it arrived. */
	ValueReader AS_ARRIVED = (value, interest, visitor) -> visitor.visit(ValueView.asArrived(value));

	/**
	 * Visit the readings of a value. Readings whose traits don't meet the interest are
	 * left out.
	 * @param value the value
	 * @param interest the triggers of all active detectors, united
	 * @param visitor called for each reading, the one as it arrived first
	 */
	void read(InputValue value, long interest, Visitor visitor);

	/**
	 * Return what tells early which texts would not be shown to any visitor.
	 * @param interest the triggers of all active detectors, united
	 * @return a sieve for one thread, {@code null} if everything is shown
	 */
	default @Nullable Sieve sieve(long interest) {
		return null;
	}

	/**
	 * Tell whether a value is a secret, which is not kept beyond its request.
	 * @param value the value
	 * @return {@code true} if it is, by the name of its field
	 */
	default boolean isSecret(InputValue value) {
		return false;
	}

	/**
	 * Takes the readings of a value.
	 */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Take a reading.
		 * @param view the reading, valid during the call only
		 */
		void visit(ValueView view);

	}

	/**
	 * Tells cheaply, and before a value is made of it, whether a text is worth one: most
	 * texts of a document have nothing that any detector looks at. Remembers the text
	 * that it walked over last. Not thread-safe.
	 */
	interface Sieve {

		/**
		 * Walk over a text up to its first byte that is a quotation mark, a backslash, a
		 * control character or beyond ASCII.
		 * @param bytes what the text stands in
		 * @param start index of its first byte
		 * @param end index behind the last byte to look at
		 * @return the index of the byte at which the walk ended, or the end
		 */
		int walk(byte[] bytes, int start, int end);

		/**
		 * Walk over a whole text, of whatever characters.
		 * @param text the text
		 */
		void walk(String text);

		/**
		 * Tell whether the text is worth to be judged. May say so of one that is not.
		 * @param kind what it was chosen as
		 * @param name the last part of the name that it has, {@code null} if it has none
		 * @return {@code false} if no detector would look at it
		 */
		boolean keeps(InputValue.Kind kind, @Nullable String name);

		/**
		 * Tell whether a text of JSON was judged before and found clean, so that no value
		 * has to be made of it.
		 * @param name where in the document it stands
		 * @param bytes what it stands in, in ASCII without escapes
		 * @param start index of its first byte
		 * @param end index behind its last byte
		 * @return {@code true} if it would be found clean again
		 */
		default boolean knows(InputName name, byte[] bytes, int start, int end) {
			return false;
		}

		/**
		 * Tell whether a text is or holds a secret, which is not kept beyond its request.
		 * @param value the text and where it stands
		 * @return {@code true} if it does, by names
		 */
		default boolean isSecret(InputValue value) {
			return false;
		}

		/**
		 * Return who judges the texts that are kept. A document of which texts were kept
		 * for the same ones needs not be walked over again.
		 * @return stands for everything that decides on what is kept, {@code null} if
		 * nothing does
		 */
		default @Nullable Object judges() {
			return null;
		}

		/**
		 * Return what is known of the text that it walked over last, so that nobody has
		 * to walk over the same text again.
		 * @return what {@link #recall} takes, {@code null} if nothing is
		 */
		default @Nullable Memory remember() {
			return null;
		}

		/**
		 * Know of a text what was remembered of it, as if this had walked over it.
		 * @param memory what a sieve remembered of the same text
		 * @return {@code false} if that is of no use to this one
		 */
		default boolean recall(Memory memory) {
			return false;
		}

		/**
		 * What a sieve knows of a text. Immutable.
		 */
		interface Memory {

		}

	}

}

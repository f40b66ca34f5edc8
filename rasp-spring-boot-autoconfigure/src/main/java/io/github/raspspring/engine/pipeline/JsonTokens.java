package io.github.raspspring.engine.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSON document, one after the other. For one walk and one thread.
 */
public interface JsonTokens {

	/**
	 * Go to the next token.
	 * @return what it is, {@code null} behind the last one
	 */
	@Nullable Token next();

	/**
	 * Return the text of the token that was read last.
	 * @return the name, the text without its quotation marks and escapes, or the number
	 * as it is written
	 */
	String text();

	/**
	 * Return where the text of the token that was read last stands as it is, in ASCII
	 * without escapes: for who reads it there instead of having it made.
	 * @return the bytes that it begins in at {@link #start}, which nobody changes, or
	 * {@code null} if it stands nowhere like that
	 */
	default byte @Nullable [] written() {
		return null;
	}

	/**
	 * Return where the text of the token begins, if it is {@linkplain #written() written}
	 * as it is.
	 * @return index of its first byte, of a text behind the quotation mark
	 */
	default int start() {
		return 0;
	}

	/**
	 * What stands in a document.
	 */
	enum Token {

		/** An object begins. */
		START_OBJECT,

		/** An object ends. */
		END_OBJECT,

		/** A list begins. */
		START_ARRAY,

		/** A list ends. */
		END_ARRAY,

		/** The name of a member, whose value comes next. */
		NAME,

		/** A text. */
		TEXT,

		/** A number without a fraction and an exponent. */
		INTEGER,

		/** Any other number. */
		FRACTION,

		/** {@code true}. */
		TRUE,

		/** {@code false}. */
		FALSE,

		/** {@code null}. */
		NULL;

		/**
		 * Return whether it is a value that has no others within.
		 * @return {@code true} for texts, numbers, truth values and {@code null}
		 */
		public boolean isScalar() {
			return ordinal() >= TEXT.ordinal();
		}

		/**
		 * Return whether an object or a list begins.
		 * @return {@code true} for these two
		 */
		public boolean opens() {
			return this == START_OBJECT || this == START_ARRAY;
		}

	}

}

package io.github.raspspring.ownership.statement;

/**
 * Thrown for a statement that can't be read, or not within the bounds of this room.
 */
final class UnreadableStatementException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableStatementException(String message) {
		super(message, null, false, false);
	}

}

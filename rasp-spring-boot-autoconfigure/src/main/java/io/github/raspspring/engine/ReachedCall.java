package io.github.raspspring.engine;

/**
 * The call that input has reached, as it may be stored and shown.
 *
 * @param kind what kind of execution it is, such as {@code sql-sink}
 * @param operation what was called, such as {@code Statement.executeQuery}
 * @param shape what was about to run without its values: the statement, the file, the
 * host or the program
 * @param frame class, method and line of the application that led to it, {@code unknown}
 * if none did
 */
public record ReachedCall(String kind, String operation, String shape, String frame) {

	public ReachedCall {
		operation = Redaction.evidence(operation);
		shape = Redaction.evidence(shape);
		frame = Redaction.label(frame);
	}

}

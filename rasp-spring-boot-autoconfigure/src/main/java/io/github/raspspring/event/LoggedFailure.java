package io.github.raspspring.event;

import java.util.Arrays;

import io.github.raspspring.engine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: with class and stack of each cause, and of the messages,
 * which may quote the request, as much as may be shown.
 */
final class LoggedFailure extends Throwable {

	private static final long serialVersionUID = 1L;

	private static final int MOST_CAUSES = 8;

	/** More has a stack that was too short. */
	private static final int MOST_FRAMES = 200;

	private static final String QUOTES = "\"'`";

	private LoggedFailure(Throwable failure, @Nullable Throwable cause) {
		super(describe(failure), cause, false, true);
		StackTraceElement[] stack = failure.getStackTrace();
		setStackTrace((stack.length > MOST_FRAMES) ? Arrays.copyOf(stack, MOST_FRAMES) : stack);
	}

	static LoggedFailure of(Throwable failure) {
		return of(failure, MOST_CAUSES);
	}

	private static LoggedFailure of(Throwable failure, int causes) {
		Throwable cause = failure.getCause();
		return new LoggedFailure(failure, (cause != null && causes > 0) ? of(cause, causes - 1) : null);
	}

	private static String describe(Throwable failure) {
		String name = failure.getClass().getName();
		String message = failure.getMessage();
		return (message != null) ? name + ": " + Redaction.evidence(withoutQuotations(message)) : name;
	}

	/**
	 * Messages quote what was sent, such as a number that is none.
	 */
	private static String withoutQuotations(String message) {
		StringBuilder shown = new StringBuilder(message.length());
		char open = 0;
		for (int i = 0; i < message.length(); i++) {
			char c = message.charAt(i);
			if (open == 0) {
				open = (QUOTES.indexOf(c) >= 0) ? c : 0;
				shown.append((open != 0) ? c + "..." : c);
			}
			else if (c == open) {
				open = 0;
				shown.append(c);
			}
		}
		return shown.toString();
	}

	@Override
	public String toString() {
		return String.valueOf(getMessage());
	}

}

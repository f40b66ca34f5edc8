package io.github.raspspring.sink;

import java.net.URI;

import io.github.raspspring.engine.Redaction;

/**
 * Shows what was about to run without its values: of a statement the text that the
 * application wrote, of a file its path as far as it consists of words, of a connection
 * the host, of a process the program.
 */
final class CallShape {

	private static final int LONGEST = 240;

	private static final String QUOTES = "'\"`";

	private CallShape() {
	}

	/**
	 * Return the shape of a call.
	 * @param start index of the first character that is input
	 * @param end index behind the last character that is input
	 */
	static String of(SinkCall call, int start, int end) {
		String argument = call.argument();
		return switch (call.kind()) {
			case URL, REDIRECT -> host(argument);
			case FILE, FORWARD, XML -> Redaction.path(argument);
			case PROCESS -> program(argument, start, end);
			default -> statement(argument, start, end);
		};
	}

	private static String host(String argument) {
		try {
			URI uri = URI.create(argument.strip());
			String port = (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
			return (uri.getHost() != null) ? Redaction.label(uri.getScheme() + "://" + uri.getHost() + port)
					: Redaction.path(argument);
		}
		catch (IllegalArgumentException ex) {
			return Redaction.around(argument, 0, 0);
		}
	}

	private static String program(String argument, int start, int end) {
		int blank = argument.indexOf(' ');
		String program = (blank > 0) ? argument.substring(0, blank) : argument;
		return (start < program.length()) ? statement(program, start, end) : Redaction.label(program);
	}

	/**
	 * Input is shown by its form, as are literals: they hold what others sent.
	 */
	private static String statement(String argument, int start, int end) {
		StringBuilder shape = new StringBuilder();
		char open = 0;
		int from = Math.max(0, Math.min(start, end) - LONGEST / 2);
		for (int i = 0; i < argument.length() && shape.length() < LONGEST; i++) {
			char c = argument.charAt(i);
			boolean input = i >= start && i < end;
			if (!input && QUOTES.indexOf(c) >= 0 && (open == 0 || open == c)) {
				open = (open == 0) ? c : 0;
				append(shape, c, i >= from);
			}
			else {
				append(shape, (input || open != 0 || isDigit(c)) ? form(c) : c, i >= from);
			}
		}
		return shape.toString();
	}

	private static void append(StringBuilder shape, char c, boolean shown) {
		if (shown) {
			shape.append((c >= ' ' && c < 0x7F) ? c : (Character.isWhitespace(c) ? ' ' : '?'));
		}
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static char form(char c) {
		return Redaction.around(String.valueOf(c), 0, 1).charAt(0);
	}

}

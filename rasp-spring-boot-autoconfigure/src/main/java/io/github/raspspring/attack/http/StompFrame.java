package io.github.raspspring.attack.http;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * A frame of STOMP 1.2, as clients send them over WebSockets: a command, headers, an
 * empty line, a body and a NUL at the end. SockJS puts each into a list. Stateless.
 */
final class StompFrame {

	private static final HashedWords COMMANDS = HashedWords
		.of("CONNECT STOMP CONNECTED SEND SUBSCRIBE UNSUBSCRIBE ACK NACK BEGIN COMMIT ABORT DISCONNECT MESSAGE RECEIPT"
				+ " ERROR");

	private StompFrame() {
	}

	/**
	 * Return where the body of a frame begins.
	 * @param input the value
	 * @param text a reading of it
	 * @return the index behind the empty line, 0 if it is no frame
	 */
	static int body(InputValue input, String text) {
		if (!isEnded(input.value()) || !mayHold(input)) {
			return 0;
		}
		int last = text.length();
		int start = Ascii.skipSpace(text, 0);
		int end = start;
		while (end < last && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
			end++;
		}
		return (COMMANDS.groupOf(text, start, end) != 0 && behindBreak(text, end) > end)
				? behindHeaders(text, behindBreak(text, end), last) : 0;
	}

	/**
	 * Tell whether a NUL is the last character but those of line breaks. A reading may
	 * have lost it.
	 */
	private static boolean isEnded(String value) {
		int last = value.length() - 1;
		while (last > 0 && (value.charAt(last) == '\n' || value.charAt(last) == '\r')) {
			last--;
		}
		return last > 0 && value.charAt(last) == '\0';
	}

	/**
	 * Tell whether a value is a whole message, or a member of a list that is one.
	 */
	private static boolean mayHold(InputValue input) {
		if (input.location() != InputLocation.JSON) {
			return input.location() == InputLocation.BODY;
		}
		String name = input.name();
		int digits = 1;
		while (digits < name.length() && Ascii.isDigit(name.charAt(digits))) {
			digits++;
		}
		return name.length() > 1 && name.charAt(0) == '/' && digits == name.length();
	}

	private static int behindHeaders(String text, int from, int last) {
		int line = from;
		while (line < last) {
			int behind = behindBreak(text, line);
			if (behind > line) {
				return behind;
			}
			int end = line;
			while (end < last && text.charAt(end) > ' ' && text.charAt(end) != ':') {
				end++;
			}
			if (end == line || text.charAt(end) != ':') {
				return 0;
			}
			while (end < last && behindBreak(text, end) == end) {
				end++;
			}
			line = behindBreak(text, end);
		}
		return 0;
	}

	private static int behindBreak(String text, int index) {
		int feed = (Ascii.at(text, index) == '\r') ? index + 1 : index;
		return (Ascii.at(text, feed) == '\n') ? feed + 1 : index;
	}

}

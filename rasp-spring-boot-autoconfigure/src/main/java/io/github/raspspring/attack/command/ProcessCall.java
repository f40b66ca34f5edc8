package io.github.raspspring.attack.command;

import java.util.List;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A process about to start.
 *
 * @param operation what is called, such as {@code ProcessBuilder.start}
 * @param command the program and its arguments
 */
public record ProcessCall(String operation, List<String> command) implements SinkCall {

	public ProcessCall {
		command = List.copyOf(command);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.PROCESS;
	}

	@Override
	public String argument() {
		return String.join(" ", this.command);
	}

	/**
	 * Return where an argument starts within the joined text.
	 */
	int offset(int index) {
		int offset = 0;
		for (int i = 0; i < index; i++) {
			offset += this.command.get(i).length() + 1;
		}
		return offset;
	}

}

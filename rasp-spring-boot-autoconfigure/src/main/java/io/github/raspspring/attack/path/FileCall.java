package io.github.raspspring.attack.path;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;

/**
 * A file about to be opened.
 *
 * @param operation what is called, such as {@code Files.newInputStream}
 * @param argument the path, as it was put together
 * @param untrustedFrom index from which the path is what the client sent although it is
 * no value of the request, such as the name of an archive entry; the length of the path
 * if there is no such part
 * @param writes whether the file is created or changed
 */
public record FileCall(String operation, String argument, int untrustedFrom, boolean writes) implements SinkCall {

	/**
	 * Create a call on a path that values of the request may take part in.
	 * @param operation what is called
	 * @param path the path
	 * @param writes whether the file is created or changed
	 */
	public FileCall(String operation, String path, boolean writes) {
		this(operation, path, path.length(), writes);
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FILE;
	}

}

package io.github.raspspring.demo.settings;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * VULNERABLE on purpose (CWE-502): runs a command when it is read, as do chains of
 * objects of well-known libraries, none of which the shop has.
 */
public final class Macro implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String command;

	/**
	 * Create a macro.
	 * @param command what a shell runs when the macro is read
	 */
	public Macro(String command) {
		this.command = command;
	}

	@Serial
	private Object readResolve() throws IOException {
		Process process = new ProcessBuilder("sh", "-c", this.command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

}

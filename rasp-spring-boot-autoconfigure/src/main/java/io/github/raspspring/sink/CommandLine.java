package io.github.raspspring.sink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Knows which argument of a command line is itself a script or program.
 */
final class CommandLine {

	private static final Set<String> POSIX = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "rbash", "rksh", "mksh",
			"fish");

	private static final Map<String, Set<String>> INTERPRETERS = Map.of("python", Set.of("-c"), "python3", Set.of("-c"),
			"perl", Set.of("-e", "-E"), "ruby", Set.of("-e"), "node", Set.of("-e", "--eval", "-p"), "php", Set.of("-r"),
			"groovy", Set.of("-e"), "jshell", Set.of("-R"));

	private static final Set<String> WITHOUT_OPTIONS = Set.of("echo", "printf", "true", "false");

	private final List<String> command;

	private final int program;

	private final int scriptFrom;

	private final @Nullable ShellDialect dialect;

	CommandLine(List<String> command) {
		this.command = command;
		this.program = program(command);
		this.dialect = dialectOf(name(command.get(this.program)));
		this.scriptFrom = (this.dialect != null) ? script(this.dialect) : -1;
	}

	/**
	 * Return how an argument is read if it is a script.
	 */
	@Nullable ShellDialect dialectOf(int argument) {
		if (this.scriptFrom < 0 || argument < this.scriptFrom) {
			return null;
		}
		// A POSIX shell takes one argument as script, what follows are its parameters.
		return (this.dialect != ShellDialect.POSIX || argument == this.scriptFrom) ? this.dialect : null;
	}

	/**
	 * Return whether an argument is the name of the program, or of one that runs it.
	 */
	boolean isProgram(int argument) {
		return argument == this.program || argument == 0;
	}

	/**
	 * Return whether an argument is source code of an interpreter.
	 */
	boolean isCode(int argument) {
		Set<String> flags = INTERPRETERS.get(name(this.command.get(this.program)));
		return flags != null && argument > this.program + 1 && flags.contains(this.command.get(argument - 1));
	}

	/**
	 * Return whether an argument that starts with a hyphen is read as an option.
	 */
	boolean takesOptions(int argument) {
		return argument > this.program && !WITHOUT_OPTIONS.contains(name(this.command.get(this.program)))
				&& !this.command.subList(0, argument).contains("--");
	}

	/**
	 * The shell may stand behind programs such as env, sudo or timeout.
	 */
	private static int program(List<String> command) {
		for (int i = 0; i + 1 < command.size(); i++) {
			if (dialectOf(name(command.get(i))) != null) {
				return i;
			}
		}
		return 0;
	}

	private int script(ShellDialect shell) {
		for (int i = this.program + 1; i + 1 < this.command.size(); i++) {
			if (introducesScript(this.command.get(i), shell)) {
				return i + 1;
			}
		}
		boolean bare = shell == ShellDialect.POWERSHELL && this.command.size() > this.program + 1
				&& !this.command.get(this.program + 1).startsWith("-");
		return bare ? this.program + 1 : -1;
	}

	private static boolean introducesScript(String option, ShellDialect shell) {
		String lower = option.toLowerCase(Locale.ROOT);
		return switch (shell) {
			case POSIX -> lower.startsWith("-") && !lower.startsWith("--") && lower.endsWith("c");
			case CMD -> lower.equals("/c") || lower.equals("/k") || lower.equals("/s/c");
			case POWERSHELL -> lower.length() > 1 && "-command".startsWith(lower);
		};
	}

	private static @Nullable ShellDialect dialectOf(String name) {
		if (POSIX.contains(name)) {
			return ShellDialect.POSIX;
		}
		return switch (name) {
			case "cmd" -> ShellDialect.CMD;
			case "powershell", "pwsh" -> ShellDialect.POWERSHELL;
			default -> null;
		};
	}

	private static String name(String program) {
		String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
			.toLowerCase(Locale.ROOT);
		return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
	}

}

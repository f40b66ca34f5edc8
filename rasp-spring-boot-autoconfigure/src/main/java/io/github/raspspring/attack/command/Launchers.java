package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Programs that start the program named by one of their arguments, such as {@code sudo}
 * or {@code timeout}.
 */
final class Launchers {

	/** Each with those of its options that take an argument of their own. */
	private static final Map<String, Set<String>> PROGRAMS = Map.ofEntries(Map.entry("env", Set.of("-u", "-C", "-S")),
			Map.entry("nice", Set.of("-n")), Map.entry("ionice", Set.of("-c", "-n")), Map.entry("nohup", Set.of()),
			Map.entry("timeout", Set.of("-k", "-s")), Map.entry("time", Set.of("-f", "-o")),
			Map.entry("sudo", Set.of("-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T")),
			Map.entry("doas", Set.of("-u", "-C")), Map.entry("setsid", Set.of()),
			Map.entry("stdbuf", Set.of("-i", "-o", "-e")),
			Map.entry("xargs", Set.of("-n", "-P", "-I", "-d", "-E", "-L", "-s", "-a")), Map.entry("chroot", Set.of()),
			Map.entry("busybox", Set.of()), Map.entry("watch", Set.of("-n")), Map.entry("unshare", Set.of()),
			Map.entry("strace", Set.of("-e", "-o", "-p")), Map.entry("taskset", Set.of()), Map.entry("exec", Set.of()),
			Map.entry("builtin", Set.of()), Map.entry("eval", Set.of()), Map.entry("start", Set.of()),
			Map.entry("call", Set.of()), Map.entry("start-process", Set.of()), Map.entry("saps", Set.of()),
			Map.entry("iex", Set.of()), Map.entry("invoke-expression", Set.of()));

	/** Those whose first operand is a time, a folder or a mask. */
	private static final Set<String> WITH_OPERAND = Set.of("timeout", "chroot", "taskset");

	/** Commands of shells that set variables for all that follows. */
	private static final Set<String> EXPORTS = Set.of("export", "declare", "typeset", "readonly", "local", "set",
			"setx");

	private static final Set<String> EXECUTING_OPTIONS = Set.of("-exec", "-execdir", "-ok", "-okdir");

	private static final Set<String> EXECUTING_VARIABLES = Set.of("PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT",
			"DYLD_INSERT_LIBRARIES", "BASH_ENV", "ENV", "IFS", "SHELL", "PROMPT_COMMAND", "PS4", "PYTHONPATH",
			"PYTHONSTARTUP", "PYTHONHOME", "PERL5LIB", "PERL5OPT", "PERLLIB", "RUBYOPT", "RUBYLIB", "NODE_OPTIONS",
			"NODE_PATH", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH", "GIT_SSH",
			"GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_EDITOR", "PAGER", "EDITOR", "VISUAL", "LESSOPEN",
			"LESSCLOSE", "BROWSER", "MANPAGER", "TAR_OPTIONS", "RSYNC_RSH", "WGETRC", "CURL_HOME");

	private Launchers() {
	}

	/**
	 * Return the number of the argument that names the program in the end.
	 */
	static int program(List<String> command) {
		int program = 0;
		int next = started(command, 0);
		while (next > program && next < command.size()) {
			program = next;
			next = started(command, program);
		}
		return program;
	}

	/**
	 * Return whether an argument sets a variable for the program that is started.
	 */
	static boolean isVariable(List<String> command, int argument, int program) {
		String text = command.get(argument);
		if (argument == 0 || !isAssignment(text)) {
			return argument < program && isAssignment(text);
		}
		return argument < program || CommandLine.name(command.get(argument - 1)).equals("env")
				|| (EXPORTS.contains(command.get(0)) && isExecutingVariable(text, 0));
	}

	/**
	 * Return whether an argument names a program that another one runs for each of its
	 * results.
	 */
	static boolean isExecuted(List<String> command, int argument) {
		return argument > 1 && EXECUTING_OPTIONS.contains(command.get(argument - 1));
	}

	/**
	 * Return whether a text begins to set a variable that decides on what is run.
	 */
	static boolean isExecutingVariable(String text, int from) {
		int equals = text.indexOf('=', from);
		return equals > 0 && EXECUTING_VARIABLES.contains(text.substring(from, equals));
	}

	private static int started(List<String> command, int launcher) {
		String name = CommandLine.name(command.get(launcher));
		Set<String> options = PROGRAMS.get(name);
		if (options == null) {
			return launcher;
		}
		boolean operand = WITH_OPERAND.contains(name);
		for (int i = launcher + 1; i < command.size(); i++) {
			String argument = command.get(i);
			if (options.contains(argument)) {
				i++;
			}
			else if (!argument.startsWith("-") && !(name.equals("env") && isAssignment(argument))) {
				if (!operand) {
					return i;
				}
				operand = false;
			}
		}
		return launcher;
	}

	private static boolean isAssignment(String argument) {
		int equals = argument.indexOf('=');
		for (int i = 0; i < equals; i++) {
			char c = argument.charAt(i);
			if (!Character.isLetterOrDigit(c) && c != '_') {
				return false;
			}
		}
		return equals > 0;
	}

}

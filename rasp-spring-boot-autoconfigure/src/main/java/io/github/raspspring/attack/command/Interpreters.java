package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Programs that take source code as an argument.
 */
final class Interpreters {

	/**
	 * Options before code; a letter stands for any cluster of short ones that ends so.
	 */
	private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(Map.entry("python", Set.of("c")),
			Map.entry("pypy", Set.of("c")), Map.entry("perl", Set.of("e", "E")), Map.entry("ruby", Set.of("e")),
			Map.entry("node", Set.of("e", "p", "--eval", "--print")), Map.entry("deno", Set.of("eval")),
			Map.entry("bun", Set.of("e")), Map.entry("php", Set.of("r", "B", "R", "E")),
			Map.entry("groovy", Set.of("e")), Map.entry("jshell", Set.of("R")), Map.entry("lua", Set.of("e")),
			Map.entry("luajit", Set.of("e")), Map.entry("rscript", Set.of("e")), Map.entry("awk", Set.of("--source")),
			Map.entry("sed", Set.of("e", "--expression")), Map.entry("mysql", Set.of("e", "--execute")),
			Map.entry("mariadb", Set.of("e", "--execute")), Map.entry("psql", Set.of("c", "--command")),
			Map.entry("sqlcmd", Set.of("Q", "q")), Map.entry("osascript", Set.of("e")), Map.entry("vim", Set.of("c")),
			Map.entry("vi", Set.of("c")));

	/** Those whose first operand is code unless an option names a file of it. */
	private static final Set<String> FIRST_OPERAND = Set.of("awk", "gawk", "mawk", "nawk", "sed");

	private static final Set<String> ENCODED = Set.of("-encodedcommand", "-encoded", "-enc", "-ec", "-e", "-en",
			"-encodedc", "-encodedcom", "/encodedcommand", "/enc", "/e");

	private static final Set<String> OF_FILES = Set.of("python", "pypy", "perl", "ruby", "node", "deno", "bun", "php",
			"groovy", "lua", "luajit", "rscript", "osascript", "wscript", "cscript");

	private Interpreters() {
	}

	/**
	 * Return whether a program runs the code in the file that its first operand names.
	 */
	static boolean runsFiles(String program) {
		return OF_FILES.contains(family(program));
	}

	/**
	 * Return whether an option makes an argument code.
	 */
	static boolean isCode(List<String> command, int program, int argument) {
		if (argument <= program) {
			return false;
		}
		String name = family(CommandLine.name(command.get(program)));
		String before = command.get(argument - 1);
		if (name.equals("powershell") || name.equals("pwsh")) {
			return argument > program + 1 && isEncoded(before);
		}
		Set<String> options = OPTIONS.get(name);
		if (options != null && (isJoined(command.get(argument), options)
				|| (argument > program + 1 && introduces(before, options)))) {
			return true;
		}
		return name.equals("sqlite") && argument > program + 1 && !command.get(argument).startsWith("-")
				&& !before.startsWith("-");
	}

	/**
	 * Return the number of the argument that is code although no option says so.
	 * @return -1 if there is none
	 */
	static int codeOperand(List<String> command, int program) {
		return FIRST_OPERAND.contains(family(CommandLine.name(command.get(program)))) ? firstOperand(command, program)
				: -1;
	}

	/**
	 * Return whether code is joined to the option of a program.
	 */
	static boolean joinsCode(String program, String argument) {
		return isJoined(argument, OPTIONS.getOrDefault(program, Set.of()));
	}

	/**
	 * Code may be joined to an option: {@code --eval=1+1}, {@code -e1+1}.
	 */
	private static boolean isJoined(String argument, Set<String> options) {
		if (argument.startsWith("--")) {
			int equals = argument.indexOf('=');
			return equals > 0 && options.contains(argument.substring(0, equals));
		}
		return argument.length() > 2 && argument.charAt(0) == '-' && options.contains(argument.substring(1, 2));
	}

	private static boolean isEncoded(String option) {
		return ENCODED.contains(option.toLowerCase(Locale.ROOT)) || ENCODED.contains(PowerShellOptions.plain(option));
	}

	private static boolean introduces(String option, Set<String> options) {
		return options.contains(option)
				|| (isCluster(option) && options.contains(option.substring(option.length() - 1)));
	}

	static boolean isCluster(String option) {
		return option.length() > 1 && option.charAt(0) == '-' && option.charAt(1) != '-';
	}

	private static int firstOperand(List<String> command, int program) {
		for (int i = program + 1; i < command.size(); i++) {
			String argument = command.get(i);
			if (argument.startsWith("-f") || argument.equals("-e") || argument.startsWith("--file")) {
				return -1;
			}
			if (argument.equals("-F") || argument.equals("-v")) {
				i++;
			}
			else if (!argument.startsWith("-")) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * The name without a version: {@code python3.11} is {@code python}.
	 */
	static String family(String name) {
		int end = name.length();
		while (end > 1 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
			end--;
		}
		return name.substring(0, end);
	}

}

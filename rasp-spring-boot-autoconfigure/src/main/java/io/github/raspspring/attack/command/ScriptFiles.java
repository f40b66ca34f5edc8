package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which argument names the file that an interpreter runs: the first one that is no
 * option.
 */
final class ScriptFiles {

	/** Options that take an argument of their own. */
	private static final Map<String, Set<String>> WITH_OPERAND = Map.of("python",
			Set.of("-W", "-X", "--check-hash-based-pycs"), "pypy", Set.of("-W", "-X"), "node",
			Set.of("-r", "--require", "--import", "--loader", "--experimental-loader", "--conditions", "-C",
					"--env-file", "--input-type"),
			"perl", Set.of("-I"), "ruby", Set.of("-I", "-r", "-E"), "php", Set.of("-d", "-c", "-z"), "groovy",
			Set.of("-cp", "-classpath", "-c", "-D"), "lua", Set.of("-l"), "rscript", Set.of(), "osascript",
			Set.of("-l"));

	/** Options that name the file. */
	private static final Map<String, Set<String>> OF_FILE = Map.of("php", Set.of("-f", "-F", "--file"), "java",
			Set.of("-jar"), "javaw", Set.of("-jar"), "awk", Set.of("-f", "--file"), "gawk", Set.of("-f", "--file"),
			"sed", Set.of("-f", "--file"));

	/** Options behind which there is no file. */
	private static final Map<String, Set<String>> INSTEAD = Map.of("python", Set.of("-m", "-c"), "pypy",
			Set.of("-m", "-c"), "node", Set.of("-e", "--eval", "-p", "--print"), "perl", Set.of("-e", "-E"), "ruby",
			Set.of("-e"), "php", Set.of("-r", "-B", "-R", "-E", "-S"), "lua", Set.of("-e"), "rscript", Set.of("-e"),
			"osascript", Set.of("-e"), "groovy", Set.of("-e"));

	/** Programs with commands of their own, one of which runs a file. */
	private static final Map<String, Set<String>> COMMANDS = Map.of("deno", Set.of("run", "test", "bench"), "bun",
			Set.of("run"));

	private ScriptFiles() {
	}

	/**
	 * Return the number of the argument that names the file.
	 * @return -1 if there is none
	 */
	static int of(List<String> command, int program) {
		String name = Interpreters.family(CommandLine.name(command.get(program)));
		Set<String> ofFile = OF_FILE.getOrDefault(name, Set.of());
		boolean runsFiles = Interpreters.runsFiles(name);
		for (int i = program + 1; i < command.size() && (runsFiles || !ofFile.isEmpty()); i++) {
			String argument = command.get(i);
			if (i + 1 < command.size() && ofFile.contains(argument)) {
				return i + 1;
			}
			if (replacesFile(name, argument)) {
				return -1;
			}
			boolean option = argument.startsWith("-") && argument.length() > 1;
			if (WITH_OPERAND.getOrDefault(name, Set.of()).contains(argument)) {
				i++;
			}
			else if (argument.equals("--") && runsFiles) {
				return (i + 1 < command.size()) ? i + 1 : -1;
			}
			else if (!option && !COMMANDS.getOrDefault(name, Set.of()).contains(argument)) {
				return runsFiles ? i : -1;
			}
		}
		return -1;
	}

	private static boolean replacesFile(String name, String option) {
		Set<String> instead = INSTEAD.getOrDefault(name, Set.of());
		return instead.contains(option) || Interpreters.joinsCode(name, option)
				|| (Interpreters.isCluster(option) && instead.contains("-" + option.charAt(option.length() - 1)));
	}

}

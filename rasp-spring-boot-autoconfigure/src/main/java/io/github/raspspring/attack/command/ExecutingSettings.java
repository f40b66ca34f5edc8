package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Settings on a command line whose value is a command, such as {@code ProxyCommand=} of
 * ssh and {@code core.pager=} of git.
 */
final class ExecutingSettings {

	private static final int LONGEST_NAME = 64;

	/** How the names end, in lower case, by program. */
	private static final Map<String, List<String>> NAMES = Map.of("ssh", List.of("command"), "scp", List.of("command"),
			"sftp", List.of("command"), "rsync", List.of("command"), "git",
			List.of("command", "editor", "pager", "fsmonitor", "hookspath", "diff.external", "helper", "program",
					"textconv", ".clean", ".smudge", ".process", "askpass", "packobjectshook", "insteadof"),
			"tar", List.of("checkpoint-action=exec"));

	private ExecutingSettings() {
	}

	/**
	 * Return whether what stands before a place of an argument gives a name to a command.
	 * @param program name of the program
	 * @param argument the argument
	 * @param start index at which input begins
	 */
	static boolean isOne(String program, String argument, int start) {
		List<String> names = NAMES.get(program);
		if (names == null || start > LONGEST_NAME || argument.charAt(start - 1) != '=') {
			return false;
		}
		String name = argument.substring(0, start - 1).toLowerCase(Locale.ROOT);
		return names.stream().anyMatch(name::endsWith) || (program.equals("git") && name.contains("alias."));
	}

}

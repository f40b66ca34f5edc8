package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What programs take an argument for that is no option: a command, a setting, the name of
 * a file to read instead, or an address with a transport of its own.
 */
final class SpecialArguments {

	/** Options whose argument is a command, or a setting that may name one. */
	private static final Map<String, Set<String>> SETTINGS = Map.ofEntries(
			Map.entry("git",
					Set.of("-c", "--config-env", "--upload-pack", "--receive-pack", "--exec", "-u",
							"--open-files-in-pager")),
			Map.entry("ssh", Set.of("-o", "-F")), Map.entry("scp", Set.of("-o", "-F", "-S")),
			Map.entry("sftp", Set.of("-o", "-F", "-S")), Map.entry("rsync", Set.of("-e", "--rsh", "--rsync-path")),
			Map.entry("curl", Set.of("-K", "--config")),
			Map.entry("tar",
					Set.of("-I", "-F", "--to-command", "--use-compress-program", "--checkpoint-action", "--info-script",
							"--new-volume-script", "--rsh-command", "--rmt-command")),
			Map.entry("zip", Set.of("-TT", "--unzip-command")), Map.entry("sort", Set.of("--compress-program")),
			Map.entry("man", Set.of("-P", "--pager", "-H", "--html")), Map.entry("split", Set.of("--filter")),
			Map.entry("wget", Set.of("--use-askpass", "--config", "-e", "--execute")),
			Map.entry("less", Set.of("--lesskey-src")), Map.entry("7z", Set.of("-sfx")),
			Map.entry("gdb", Set.of("-x", "-ex")), Map.entry("find", Set.of("-files0-from")));

	/** How the names of settings end whose value is a command, by program. */
	private static final Map<String, List<String>> COMMANDS = Map.of("ssh", List.of("command"), "scp",
			List.of("command"), "sftp", List.of("command"), "rsync", List.of("command"), "git",
			List.of("command", "editor", "pager", "fsmonitor", "hookspath", "diff.external", "helper", "program",
					"textconv", ".clean", ".smudge", ".process", "askpass", "packobjectshook", "insteadof"),
			"tar", List.of("checkpoint-action=exec"));

	/** Options whose argument may be anything, a hyphen in front included. */
	private static final Map<String, Set<String>> TEXTS = Map.of("git commit", Set.of("-m", "--message", "--author"),
			"git tag", Set.of("-m", "--message"), "git log", Set.of("--author", "--grep", "--since", "--until"), "curl",
			Set.of("-d", "--data", "--data-raw", "--data-urlencode", "-H", "--header", "-u", "--user", "-A"), "grep",
			Set.of("-e", "--regexp"), "mail", Set.of("-s"), "ffmpeg", Set.of("-metadata"), "find",
			Set.of("-name", "-iname", "-path", "-ipath", "-regex", "-iregex", "-lname"));

	private static final Set<String> CURL_DATA = Set.of("-d", "--data", "--data-ascii", "--data-binary",
			"--data-urlencode", "--json", "-H", "--header", "--proxy-header");

	private static final Set<String> CURL_FORM = Set.of("-F", "--form");

	private static final Set<String> ARGUMENT_FILES = Set.of("7z", "7za", "7zr", "javac", "jar");

	private static final Set<String> IMAGES = Set.of("convert", "magick", "identify", "mogrify", "composite",
			"montage");

	private static final Set<String> IMAGE_SCRIPTS = Set.of("msl", "mvg", "ephemeral", "label", "caption", "text",
			"url", "http", "https", "ftp", "inline", "pango", "vid", "show", "win", "plt");

	private static final Set<String> CURL_SCHEMES = Set.of("file", "gopher", "gophers", "dict", "ldap", "ldaps", "smb",
			"smbs", "tftp", "telnet", "scp", "sftp", "imap", "imaps", "pop3", "pop3s", "smtp", "smtps", "rtsp", "mqtt");

	private static final Set<String> FILTERS = Set.of("-vf", "-af", "-lavfi", "-filter_complex");

	/** Filters, and options of filters, that read files. */
	private static final List<String> FILE_FILTERS = List.of("movie=", "textfile=", "subtitles=", "ass=", "sendcmd=",
			"filename=", "lut3d=", "file=");

	private static final int LONGEST_OPTION = 64;

	private static final int LONGEST_FILTER = 16;

	private static final Set<String> FILM_SCHEMES = Set.of("file", "concat", "concatf", "subfile", "data", "crypto",
			"pipe", "fd", "async", "cache", "tee");

	private SpecialArguments() {
	}

	/**
	 * Return whether the start of an argument, if input brings it, is more than a value.
	 * @param program name of the program
	 * @param command the command line
	 * @param index number of the argument
	 * @param start index at which input begins
	 * @param end index behind the input
	 */
	static boolean isMore(String program, List<String> command, int index, int start, int end) {
		String argument = command.get(index);
		String before = command.get(index - 1);
		char first = argument.charAt(start);
		boolean device = index > 1 && before.equals("-i") && command.get(index - 2).equals("lavfi");
		if (isFilter(program, device ? "-lavfi" : before)
				&& (readsFile(argument.substring(start, end)) || namesFile(argument, start, end))) {
			return true;
		}
		if (start > 0 && (isAttached(program, argument, start) || namesCommand(program, argument, start))) {
			return true;
		}
		if (start > 0) {
			return CURL_FORM.contains(before) && program.equals("curl") && argument.charAt(start - 1) == '='
					&& (first == '@' || first == '<');
		}
		return has(SETTINGS, program, before) || (first == '@' && readsFile(program, before))
				|| (first == '|' && IMAGES.contains(program)) || runsScheme(program, argument, end);
	}

	/**
	 * Return whether an argument belongs to the option before it, whatever it looks like.
	 * @param program name of the program
	 * @param command the first argument, which is a command to some programs
	 * @param before the argument before
	 */
	static boolean isText(String program, String command, String before) {
		return has(TEXTS, program, before) || has(TEXTS, program + " " + command, before);
	}

	private static boolean has(Map<String, Set<String>> options, String program, String option) {
		return options.getOrDefault(program, Set.of()).contains(option);
	}

	/**
	 * Return whether what stands before a place is an option that takes a command or
	 * setting, such as {@code --rsh=} or {@code -o}.
	 */
	private static boolean isAttached(String program, String argument, int start) {
		if (argument.charAt(0) != '-' || start > LONGEST_OPTION) {
			return false;
		}
		String option = argument.substring(0, start);
		boolean assigned = option.endsWith("=") && has(SETTINGS, program, option.substring(0, start - 1));
		return assigned || (start == 2 && has(SETTINGS, program, option));
	}

	private static boolean isFilter(String program, String before) {
		return program.startsWith("ff") && (FILTERS.contains(before) || before.startsWith("-filter"));
	}

	/**
	 * Return whether input behind a filter that reads files leaves the folder they are
	 * in.
	 */
	private static boolean namesFile(String argument, int start, int end) {
		String before = argument.substring(Math.max(0, start - LONGEST_FILTER), start).toLowerCase(Locale.ROOT);
		boolean absolute = argument.charAt(start) == '/' || argument.charAt(start) == '\\';
		return (absolute || argument.substring(start, end).contains(".."))
				&& FILE_FILTERS.stream().anyMatch((filter) -> before.endsWith(filter) || before.endsWith(filter + "'"));
	}

	private static boolean readsFile(String filter) {
		String lower = filter.toLowerCase(Locale.ROOT);
		return FILE_FILTERS.stream().anyMatch(lower::contains);
	}

	private static boolean readsFile(String program, String before) {
		return ARGUMENT_FILES.contains(program) || IMAGES.contains(program)
				|| (program.equals("curl") && CURL_DATA.contains(before));
	}

	private static boolean runsScheme(String program, String argument, int end) {
		int schemeEnd = 0;
		while (schemeEnd < argument.length() && Character.isLetterOrDigit(argument.charAt(schemeEnd))) {
			schemeEnd++;
		}
		boolean named = schemeEnd > 0 && schemeEnd < end
				&& (argument.charAt(schemeEnd) == ':' || argument.charAt(schemeEnd) == ',');
		return named && schemes(program).contains(argument.substring(0, schemeEnd).toLowerCase(Locale.ROOT));
	}

	private static Set<String> schemes(String program) {
		return switch (program) {
			case "git" -> Set.of("ext", "fd");
			case "curl" -> CURL_SCHEMES;
			case "ffmpeg", "ffprobe", "ffplay" -> FILM_SCHEMES;
			default -> IMAGES.contains(program) ? IMAGE_SCRIPTS : Set.of();
		};
	}

	/**
	 * Return whether what stands before a place of an argument gives a name to a command.
	 * @param program name of the program
	 * @param argument the argument
	 * @param start index at which input begins
	 */
	private static boolean namesCommand(String program, String argument, int start) {
		List<String> names = COMMANDS.get(program);
		if (names == null || start > LONGEST_OPTION || argument.charAt(start - 1) != '=') {
			return false;
		}
		String name = argument.substring(0, start - 1).toLowerCase(Locale.ROOT);
		return names.stream().anyMatch(name::endsWith) || (program.equals("git") && name.contains("alias."));
	}

}

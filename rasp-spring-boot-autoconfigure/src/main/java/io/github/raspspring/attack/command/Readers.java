package io.github.raspspring.attack.command;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Programs that only read and show, and what makes them do more. Whoever chooses one of
 * them for arguments of the application, or one of their other options, gains nothing.
 */
final class Readers {

	/**
	 * By program, starts of the options that write, run something or read lists of files.
	 */
	private static final Map<String, Set<String>> HARMFUL_OPTIONS = Map.ofEntries(Map.entry("ls", Set.of()),
			Map.entry("dir", Set.of()), Map.entry("cat", Set.of()), Map.entry("type", Set.of()),
			Map.entry("head", Set.of()), Map.entry("tail", Set.of("-f", "-F", "--f", "--r", "--p")),
			Map.entry("wc", Set.of("--files")), Map.entry("cut", Set.of()), Map.entry("nl", Set.of()),
			Map.entry("tac", Set.of()), Map.entry("rev", Set.of()), Map.entry("stat", Set.of()),
			Map.entry("df", Set.of()), Map.entry("du", Set.of("--files", "-X", "--exclude-from")),
			Map.entry("grep", Set.of("-f", "--file")), Map.entry("egrep", Set.of("-f", "--file")),
			Map.entry("fgrep", Set.of("-f", "--file")), Map.entry("findstr", Set.of()),
			Map.entry("sort", Set.of("-o", "--output", "--compress", "--files", "-T", "--temp", "--random-source")),
			Map.entry("test", Set.of()), Map.entry("basename", Set.of()), Map.entry("dirname", Set.of()),
			Map.entry("md5sum", Set.of()), Map.entry("sha256sum", Set.of()), Map.entry("cksum", Set.of()),
			Map.entry("ping", Set.of("-f", "-i", "-l", "-t")), Map.entry("host", Set.of("-f")),
			Map.entry("nslookup", Set.of()), Map.entry("find", Set.of("-exec", "-ok", "-delete", "-fprint", "-fls",
					"-files0", "-follow", "-L", "-newer", "-samefile")));

	private static final Map<String, Set<String>> HARMFUL_OPTIONS_OF_SUBCOMMANDS = Map.of("git log",
			Set.of("--ou", "-O", "-p", "--ext", "--textconv", "-S", "-G", "-L"), "git status", Set.of(), "git diff",
			Set.of("--ou", "-O", "--ext", "--textconv", "--no-index"), "docker ps", Set.of(), "docker images", Set.of(),
			"openssl dgst", Set.of("-out", "-sig", "-sign", "-engine", "-prov", "-config", "-rand", "-write", "-pass",
					"-key", "-mac", "-hmac", "-prverify", "-verify"));

	/**
	 * Options that say how what follows is read, of programs that have others which do
	 * harm. What follows stays the application's.
	 */
	private static final Map<String, Set<String>> HARMLESS_OPTIONS = Map.of("mail", Set.of("-s"), "mailx", Set.of("-s"),
			"zip", Set.of("-r"), "sed", Set.of("-e", "-n", "-E", "-r"), "pg_dump", Set.of("-h", "-U", "-p"), "psql",
			Set.of("-h", "-U", "-p", "-d"));

	/** Words in the names of options that do harm, whatever program takes them. */
	private static final Set<String> HARMFUL_WORDS = Set.of("exec", "execute", "command", "cmd", "run", "eval", "shell",
			"script", "delete", "remove", "purge", "prune", "force", "overwrite", "clobber", "output", "write", "save",
			"config", "load", "plugin", "hook", "editor", "pager", "upload", "post", "proxy", "unsafe", "insecure",
			"privileged", "root", "drop", "destroy", "wipe", "reset", "kill", "action", "agent", "import", "include");

	/**
	 * Programs of which some option alone, without a value of its own, removes,
	 * overwrites, sends or runs something.
	 */
	private static final Set<String> ARMED = Set.of("rm", "rmdir", "mv", "cp", "ln", "dd", "shred", "chmod", "chown",
			"chgrp", "kill", "pkill", "killall", "sudo", "su", "doas", "runuser", "env", "xargs", "nice", "nohup",
			"timeout", "setsid", "time", "exec", "eval", "command", "find", "tar", "zip", "unzip", "gzip", "gunzip",
			"bzip", "xz", "z", "rsync", "scp", "sftp", "ftp", "ssh", "telnet", "curl", "wget", "nc", "ncat", "netcat",
			"socat", "git", "svn", "hg", "docker", "podman", "kubectl", "helm", "psql", "mysql", "mysqldump", "pg_dump",
			"sqlite", "mongo", "mongosh", "redis-cli", "java", "javac", "jar", "python", "pypy", "perl", "ruby", "php",
			"node", "npm", "npx", "yarn", "deno", "bun", "lua", "awk", "gawk", "mawk", "sed", "sort", "convert",
			"magick", "montage", "identify", "mogrify", "ffmpeg", "ffprobe", "sh", "bash", "dash", "zsh", "ksh", "fish",
			"busybox", "mail", "mailx", "sendmail", "crontab", "at", "systemctl", "service", "tee", "less", "more",
			"vi", "vim", "nano", "ed", "emacs", "gdb", "strace", "openssl", "gpg", "make", "mvn", "gradle", "pip",
			"gem", "apt", "apt-get", "dnf", "yum", "useradd", "usermod", "passwd", "mount", "umount", "shutdown",
			"reboot", "tcpdump", "nmap", "script", "watch", "flock", "split", "csplit", "patch", "install");

	private Readers() {
	}

	/**
	 * Return whether a name is that of a program that does nothing but read.
	 */
	static boolean contains(String program) {
		return HARMFUL_OPTIONS.containsKey(program);
	}

	/**
	 * Return whether all that a program takes an option for is how it shows what it
	 * reads.
	 * @param program the name of the program
	 * @param subcommand the word behind it
	 * @param option the option, and maybe a word of letters and digits behind it
	 */
	static boolean isHarmless(String program, String subcommand, String option) {
		Set<String> harmful = HARMFUL_OPTIONS.getOrDefault(program,
				HARMFUL_OPTIONS_OF_SUBCOMMANDS.get(program + " " + subcommand));
		return harmful != null && isPlain(option) && harmful.stream().noneMatch((start) -> takes(option, start));
	}

	/**
	 * Short options stand together: each letter may be the harmful one.
	 */
	private static boolean takes(String option, String harmful) {
		boolean cluster = harmful.length() == 2 && option.charAt(1) != '-';
		return option.startsWith(harmful) || (cluster && option.indexOf(harmful.charAt(1)) > 0);
	}

	/**
	 * Return whether a program, in a script, is none of which an option without a value
	 * is known to do harm, and the option does not say so itself. One letter of a program
	 * that nobody knows is let pass: it could be harmful, but who types {@code -v} is
	 * hardly ever an attacker, and a value that does harm has to be typed as well.
	 */
	static boolean isUnarmed(String program, String option) {
		int end = program.length();
		while (end > 0 && (Character.isDigit(program.charAt(end - 1)) || program.charAt(end - 1) == '.')) {
			end--;
		}
		if (HARMLESS_OPTIONS.getOrDefault(program, Set.of()).contains(option)) {
			return true;
		}
		return end > 0 && isPlain(option) && isNumber(option.substring(blankOrEnd(option)))
				&& !HARMFUL_OPTIONS.containsKey(program) && !saysHarm(option)
				&& !ARMED.contains(CommandLine.name(program.substring(0, end)));
	}

	/**
	 * Return whether one of the words of an option is what no program means well with.
	 */
	private static boolean saysHarm(String option) {
		for (String word : option.substring(0, blankOrEnd(option)).trim().toLowerCase(Locale.ROOT).split("-")) {
			if (HARMFUL_WORDS.contains(word)) {
				return true;
			}
		}
		return false;
	}

	private static int blankOrEnd(String option) {
		int blank = option.indexOf(' ');
		return (blank < 0) ? option.length() : blank + 1;
	}

	private static boolean isNumber(String text) {
		return text.chars().allMatch(Character::isDigit);
	}

	private static boolean isPlain(String option) {
		int blanks = 0;
		for (int i = 1; i < option.length(); i++) {
			char c = option.charAt(i);
			blanks += (c == ' ') ? 1 : 0;
			if (!Character.isLetterOrDigit(c) && c != '-' && c != ' ') {
				return false;
			}
		}
		return blanks < 2 && option.indexOf(" -") < 0;
	}

	/**
	 * Return whether a number of the application follows an option, which it was written
	 * for.
	 * @param option the option
	 * @param next what stands behind it
	 */
	static boolean isFollowedByNumber(String option, String next) {
		boolean bare = option.chars().allMatch((c) -> c == '-' || Character.isLetter(c));
		return bare && !next.isEmpty() && isNumber(next);
	}

}

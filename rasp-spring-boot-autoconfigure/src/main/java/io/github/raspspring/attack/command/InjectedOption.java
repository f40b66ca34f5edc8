package io.github.raspspring.attack.command;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes options of well-known programs by which they run another one, or read and
 * write a file that the client names (CWE-88). No shell is needed: it is enough that the
 * value, or a part of it behind a blank, becomes an argument of its own. A sentence that
 * tells of an option has words before it, so at most one may stand there.
 */
final class InjectedOption {

	/** The words of the options and settings, as the traits of texts tell them apart. */
	static final String WORDS = "upload receive pack exec execdir rsh unzip compress checkpoint rsync pager info volume"
			+ " renderer gpu eval output post body input oproxycommand proxycommand localcommand olocalcommand"
			+ " knownhostscommand oknownhostscommand sshcommand core alias data config load utility ext open rmt"
			+ " permitlocalcommand opermitlocalcommand oqueuedirectory to use browser editor logfile append files script external";

	/** Take a program whatever it is. */
	private static final int RUNS = 1;

	/** Take a program, or something else. */
	private static final int MAY_RUN = 2;

	/** Take a file. */
	private static final int FILE = 3;

	private static final HashedWords OPTIONS = HashedWords.builder()
		.add(RUNS, """
				upload-pack receive-pack unzip-command to-command use-compress-program checkpoint-action rsync-path
				open-files-in-pager info-script new-volume-script renderer-cmd-prefix gpu-launcher utility-cmd-prefix
				rsh-command rmt-command compress-program use-askpass""")
		.add(MAY_RUN, "exec rsh pager eval browser editor script load-extension e execdir ok okdir TT")
		.add(FILE, """
				output output-document output-file post-file body-file input-file upload-file config data data-binary
				logfile append-output files-from o O T K F d i""")
		.build();

	private static final HashedWords SETTINGS = HashedWords
		.of("proxycommand localcommand permitlocalcommand knownhostscommand oproxycommand olocalcommand"
				+ " opermitlocalcommand oknownhostscommand oqueuedirectory core.sshcommand core.pager core.editor core.fsmonitor"
				+ " core.hookspath core.gitproxy diff.external protocol.ext.allow");

	private static final String ALIAS = "alias.";

	private static final String TRANSPORT = "ext::";

	private static final int LONGEST_NAME = 24;

	private static final int LONGEST_BEFORE = 128;

	private static final int LONGEST_ADDRESS = 320;

	private InjectedOption() {
	}

	/**
	 * Return the index behind the last hyphen of a text at which an option may begin.
	 */
	static int end(String text) {
		boolean address = text.length() <= LONGEST_ADDRESS;
		return address ? text.length() : Ascii.skipSpace(text, 0) + LONGEST_BEFORE + 1;
	}

	/**
	 * Weigh the option that may begin at a hyphen.
	 */
	static @Nullable Hit at(String text, int hyphen) {
		char before = Ascii.at(text, hyphen - 1);
		boolean host = before == '/' && text.startsWith("://", hyphen - 3);
		if (before == '-' || before > ' ' && before != '"' && before != '\'' && !host) {
			return null;
		}
		int name = (Ascii.at(text, hyphen + 1) == '-') ? hyphen + 2 : hyphen + 1;
		int end = nameEnd(text, name);
		if (end == name) {
			return null;
		}
		boolean found = (isOfMailer(text, name) || isBehindArguments(text, hyphen) && isFound(text, hyphen, name, end))
				&& !SpecialCommand.endsInWords(text);
		return found ? Hit.of(CommandInjectionDetector.INJECTED_OPTION, Hit.STRONG, hyphen, end) : null;
	}

	/**
	 * Weigh the option by which programs of networks start a shell.
	 */
	static @Nullable Hit ofShell(String text, int i) {
		if (Ascii.fold(Ascii.at(text, i + 1)) != 'e' || Ascii.at(text, i + 2) != ' ') {
			return null;
		}
		int path = Ascii.skipSpace(text, i + 2);
		boolean shell = Ascii.startsWith(text, path, "/bin/sh") || Ascii.startsWith(text, path, "/bin/bash")
				|| Ascii.startsWith(text, path, "cmd.exe") || Ascii.startsWith(text, path, "/usr/bin/bash");
		return shell ? Hit.of(CommandInjectionDetector.REVERSE_SHELL, 6, i, path + 7) : null;
	}

	private static boolean isFound(String text, int hyphen, int name, int end) {
		return isTransport(text) || isSetting(text, name, end) || isHarmful(text, hyphen, name, end);
	}

	/**
	 * Tell whether a program that sends mail gets an option by the address of whom it
	 * writes to: the file of its log, of its queue or of its settings, or an expansion.
	 */
	private static boolean isOfMailer(String text, int name) {
		boolean file = switch (text.charAt(name)) {
			case 'X', 'C' -> Ascii.at(text, name + 1) == '/';
			case 'o' -> text.startsWith("oQ/", name);
			case 'b' -> text.startsWith("be ", name) && text.startsWith("${", Ascii.skipSpace(text, name + 2));
			default -> false;
		};
		return file && text.length() <= LONGEST_ADDRESS && endsWithHost(text, text.lastIndexOf('@'), name);
	}

	private static boolean endsWithHost(String text, int at, int option) {
		int i = at + 1;
		while (i < text.length() && (Ascii.isWord(text.charAt(i)) || ".->".indexOf(text.charAt(i)) >= 0)) {
			i++;
		}
		return at > option && i > at + 1 && i == text.length();
	}

	private static int nameEnd(String text, int from) {
		int i = from;
		while (i - from < LONGEST_NAME && (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '-')) {
			i++;
		}
		return i;
	}

	/**
	 * Tell whether nothing stands before an option but one word, or other options and
	 * what belongs to them.
	 */
	private static boolean isBehindArguments(String text, int hyphen) {
		int first = Ascii.skipSpace(text, 0);
		if (hyphen - first > LONGEST_BEFORE) {
			return false;
		}
		if (text.charAt(first) == '-' && Ascii.at(text, first + 1) > ' ') {
			return true;
		}
		int blanks = 0;
		for (int i = first; i < hyphen - 1; i++) {
			blanks += (Ascii.isSpace(text.charAt(i)) && text.charAt(i + 1) != '-') ? 1 : 0;
		}
		return blanks == 0 || text.startsWith(TRANSPORT, first);
	}

	private static boolean isHarmful(String text, int hyphen, int name, int end) {
		if (end == name + 1 && text.charAt(name) == 'I' && takesScript(text, Ascii.skipSpace(text, end))) {
			return true;
		}
		int meaning = OPTIONS.groupOf(text, name, end);
		char sign = Ascii.at(text, end);
		if (meaning == 0 || sign != '=' && sign != ' ') {
			return false;
		}
		int argument = Ascii.skipSpace(text, end + 1);
		if (argument >= text.length()) {
			return false;
		}
		if (name == hyphen + 1 && end > name + 2 && meaning == RUNS) {
			return false;
		}
		return switch (meaning) {
			case RUNS -> sign == '=' || isProgram(text, argument);
			case MAY_RUN -> isProgram(text, argument) && (end > name + 1 || takesScript(text, argument));
			default -> isForeignFile(text, argument);
		};
	}

	private static boolean isProgram(String text, int start) {
		ShellCommand command = ShellCommand.read(text, start);
		return command != null || text.charAt(start) == '/';
	}

	/**
	 * Tell whether a shell is named that goes on with a file or a script.
	 */
	private static boolean takesScript(String text, int start) {
		char quote = Ascii.at(text, start);
		int shell = (quote == '"' || quote == '\'') ? start + 1 : start;
		return Ascii.startsWith(text, shell, "sh ") || Ascii.startsWith(text, shell, "bash ");
	}

	private static boolean isForeignFile(String text, int start) {
		int at = text.indexOf('@', start);
		int space = text.indexOf(' ', start);
		int path = (at >= 0 && (space < 0 || at < space)) ? at + 1 : start;
		if (path >= text.length()) {
			return false;
		}
		int kind = ShellArgument.kind(ShellArgument.read(text, path, false));
		return kind == ShellArgument.SENSITIVE || path > start && kind >= ShellArgument.NAME
				&& kind != ShellArgument.ADDRESS && text.charAt(path) == '.';
	}

	/**
	 * Tell whether a setting follows that names a program: {@code -o ProxyCommand=},
	 * {@code -c core.pager=}, {@code -c alias.x=!}.
	 */
	private static boolean isSetting(String text, int name, int nameEnd) {
		int start = (Ascii.at(text, nameEnd) == '=' && nameEnd - name < LONGEST_NAME / 2
				&& OPTIONS.groupOf(text, name, nameEnd) == 0) ? name : settingStart(text, name, nameEnd);
		int end = start;
		while (end - start < LONGEST_NAME && (Ascii.isWord(Ascii.at(text, end)) || Ascii.at(text, end) == '.')) {
			end++;
		}
		if (Ascii.at(text, end) != '=' || end + 1 >= text.length()) {
			return false;
		}
		return SETTINGS.groupOf(text, start, end) != 0
				|| Ascii.startsWith(text, start, ALIAS) && text.charAt(end + 1) == '!';
	}

	private static int settingStart(String text, int name, int nameEnd) {
		char next = Ascii.at(text, nameEnd);
		if (next == ' ' || next == '=' && Ascii.startsWith(text, name, "config=")) {
			return Ascii.skipSpace(text, nameEnd + 1);
		}
		return name;
	}

	private static boolean isTransport(String text) {
		int start = Ascii.skipSpace(text, 0);
		return text.startsWith(TRANSPORT, start) && ShellCommand.read(text, start + TRANSPORT.length()) != null;
	}

}

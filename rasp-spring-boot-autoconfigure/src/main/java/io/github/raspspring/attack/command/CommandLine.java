package io.github.raspspring.attack.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Knows which argument of a command line is itself a script or program.
 */
final class CommandLine {

	private static final Set<String> POSIX = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "rbash", "rksh", "mksh",
			"fish", "ksh93", "oksh", "yash", "csh", "tcsh", "elvish", "xonsh", "nu");

	/** Programs that hand the argument of their option to a shell. */
	private static final Set<String> WITH_SHELL_OPTION = Set.of("su", "runuser", "script", "flock");

	/** Their arguments behind the host are joined and read by a shell over there. */
	private static final Set<String> REMOTE = Set.of("ssh", "rsh");

	private static final Set<String> REMOTE_OPTIONS = Set.of("-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W",
			"-b", "-c", "-e", "-m", "-S", "-E", "-Q");

	private static final Set<String> JOINED = Set.of("--command", "--session-command");

	private static final int MOST_LEARNT = 32;

	private static final int UNKNOWN = -2;

	private static final Set<String> WITHOUT_OPTIONS = Set.of("echo", "printf", "true", "false", "write-host",
			"write-output", "test", "[", "[[", "case", "for", "select");

	/** Programs to which the name of a shell is a word like any other. */
	private static final Set<String> OF_TEXT = Set.of("echo", "printf", "grep", "egrep", "fgrep", "rg", "awk", "sed",
			"sort", "cat", "ls", "cut", "tr", "wc", "write-host", "write-output", "lp", "mail");

	/** Options that name the shell of an account, as of {@code useradd}. */
	private static final Set<String> LOGIN_SHELLS = Set.of("-s", "--shell");

	private final List<String> command;

	private final int program;

	private final String programName;

	/** Options of a POSIX shell, {@code null} for other programs. */
	private final @Nullable ShellOptions shell;

	private final int scriptFrom;

	private final @Nullable ShellDialect dialect;

	private int scriptFile = UNKNOWN;

	private int optionsEnd = UNKNOWN;

	private int codeOperand = UNKNOWN;

	CommandLine(List<String> command) {
		this.command = command;
		this.program = program(command);
		this.programName = name(command.get(this.program));
		this.dialect = dialectOf(this.programName);
		this.shell = POSIX.contains(this.programName) ? new ShellOptions(command, this.program) : null;
		this.scriptFrom = (this.dialect != null && this.shell == null) ? script(this.dialect) : -1;
	}

	/**
	 * Return how an argument is read if it is a script.
	 */
	@Nullable ShellDialect dialectOf(int argument) {
		if (this.shell != null) {
			return this.shell.isScript(argument) ? this.dialect : null;
		}
		if (this.scriptFrom < 0 || argument < this.scriptFrom) {
			return null;
		}
		// A POSIX shell takes one argument as script, what follows are its parameters.
		boolean joined = (this.dialect != ShellDialect.POSIX || isRemote())
				&& !PowerShellOptions.takesArguments(this.command.get(this.scriptFrom - 1));
		return (joined || argument == this.scriptFrom) ? this.dialect : null;
	}

	/**
	 * Return where in an argument its script begins, behind an option it is joined to.
	 */
	int scriptStart(int argument) {
		String text = this.command.get(argument);
		if (this.shell != null) {
			return this.shell.scriptStart(text);
		}
		return isJoined(text) ? text.indexOf('=') + 1 : 0;
	}

	/**
	 * Return whether an argument goes on with a script that began in another one.
	 */
	boolean continuesScript(int argument) {
		return this.scriptFrom >= 0 && argument > this.scriptFrom;
	}

	/**
	 * Return whether an argument is the name of the program, or of one that runs it.
	 */
	boolean isProgram(int argument) {
		return argument == this.program || argument == 0 || Launchers.isExecuted(this.command, argument);
	}

	/**
	 * Return whether an argument sets a variable for the program.
	 */
	boolean isVariable(int argument) {
		return Launchers.isVariable(this.command, argument, this.program);
	}

	/**
	 * Return whether an argument is source code of an interpreter.
	 */
	boolean isCode(int argument) {
		return argument <= optionsEnd() && Interpreters.isCode(this.command, this.program, argument)
				|| argument == codeOperand();
	}

	private int codeOperand() {
		if (this.codeOperand == UNKNOWN) {
			this.codeOperand = Interpreters.codeOperand(this.command, this.program);
		}
		return this.codeOperand;
	}

	/**
	 * Return whether an argument that starts with a hyphen is read as an option.
	 */
	boolean takesOptions(int argument) {
		boolean launcher = argument < this.program;
		if (argument == 0 || !launcher && WITHOUT_OPTIONS.contains(programName())) {
			return false;
		}
		String subcommand = this.command.get(Math.min(this.program + 1, argument));
		return !SpecialArguments.isText(programName(), subcommand, this.command.get(argument - 1))
				&& argument <= optionsEnd();
	}

	/**
	 * Return the number of the argument behind which nothing is an option.
	 */
	private int optionsEnd() {
		if (this.optionsEnd == UNKNOWN) {
			int end = this.command.indexOf("--");
			this.optionsEnd = (end < 0) ? this.command.size() : end;
		}
		return this.optionsEnd;
	}

	/**
	 * Return whether the program takes an argument whose start is input for more than a
	 * value: a setting, a transport that runs a command, a format that is a script.
	 */
	boolean isMore(int argument, int start, int end) {
		return argument > this.program && SpecialArguments.isMore(programName(), this.command, argument, start, end);
	}

	/**
	 * Return whether the program is a script that the command interpreter of Windows
	 * reads together with its arguments.
	 */
	boolean isBatch(int argument) {
		return argument > this.program && (programName().endsWith(".bat") || programName().endsWith(".cmd"));
	}

	/**
	 * Return whether an argument is the file whose code an interpreter runs.
	 */
	boolean isScriptFile(int argument) {
		if (argument == 0 || this.scriptFrom >= 0) {
			return false;
		}
		if (this.dialect == ShellDialect.POWERSHELL) {
			return PowerShellOptions.introducesFile(this.command.get(argument - 1));
		}
		if (this.scriptFile == UNKNOWN) {
			this.scriptFile = scriptFile();
		}
		return argument == this.scriptFile;
	}

	/**
	 * The interpreter that is started first reads the file, whatever is the name of a
	 * shell behind it.
	 */
	private int scriptFile() {
		int started = Launchers.program(this.command);
		ShellOptions options = (started == this.program) ? this.shell : null;
		if (options != null) {
			return options.isScript(options.firstOperand()) ? -1 : options.firstOperand();
		}
		return ScriptFiles.of(this.command, started);
	}

	/**
	 * Return the arguments up to one of them as a text.
	 * @return the text, {@code null} for an argument so far behind that putting it
	 * together for each would take too long
	 */
	@Nullable String upTo(int argument) {
		return (argument < MOST_LEARNT) ? String.join("\0", this.command.subList(0, argument + 1)) : null;
	}

	private String programName() {
		return this.programName;
	}

	/**
	 * The shell may stand behind programs that are not known as launchers, such as
	 * docker. It is told from a word by the script that follows it.
	 */
	private static int program(List<String> command) {
		int program = Launchers.program(command);
		if (OF_TEXT.contains(name(command.get(program))) || dialectOf(name(command.get(program))) != null) {
			return program;
		}
		int script = lastScriptOption(command);
		for (int i = program + 1; i + 1 < command.size(); i++) {
			String name = name(command.get(i));
			ShellDialect dialect = LOGIN_SHELLS.contains(command.get(i - 1)) ? null : dialectOf(name);
			if (dialect != null && (i < script || REMOTE.contains(name))) {
				return i;
			}
		}
		return program;
	}

	private static int lastScriptOption(List<String> command) {
		int last = command.size() - 1;
		while (last > 0 && !isScriptOption(command.get(last))) {
			last--;
		}
		return last;
	}

	private static boolean isScriptOption(String option) {
		return isJoined(option) || isAttached(option)
				|| Stream.of(ShellDialect.values()).anyMatch((shell) -> introducesScript(option, shell));
	}

	private boolean isRemote() {
		return REMOTE.contains(programName());
	}

	private int script(ShellDialect shell) {
		if (isRemote()) {
			return remoteScript();
		}
		for (int i = this.program + 1; i < this.command.size(); i++) {
			String option = this.command.get(i);
			if ((shell == ShellDialect.CMD && isAttached(option)) || isJoined(option)) {
				return i;
			}
			if (i + 1 < this.command.size() && introducesScript(option, shell)) {
				return i + 1;
			}
		}
		return (shell == ShellDialect.POWERSHELL) ? PowerShellOptions.bareScript(this.command, this.program) : -1;
	}

	private int remoteScript() {
		for (int i = this.program + 1; i + 1 < this.command.size(); i++) {
			if (REMOTE_OPTIONS.contains(this.command.get(i))) {
				i++;
			}
			else if (!this.command.get(i).startsWith("-")) {
				return i + 1;
			}
		}
		return -1;
	}

	/**
	 * The command interpreter of Windows takes {@code /cdir} for {@code /c dir}.
	 */
	private static boolean isAttached(String option) {
		String lower = option.toLowerCase(Locale.ROOT);
		return lower.length() > 2 && (lower.startsWith("/c") || lower.startsWith("/k"));
	}

	private static boolean isJoined(String option) {
		int equals = option.indexOf('=');
		return equals > 0 && JOINED.contains(option.substring(0, equals));
	}

	private static boolean introducesScript(String option, ShellDialect shell) {
		String lower = option.toLowerCase(Locale.ROOT);
		return switch (shell) {
			case POSIX -> ShellOptions.introducesScript(option);
			case CMD -> lower.equals("/c") || lower.equals("/k") || lower.equals("/s/c");
			case POWERSHELL -> PowerShellOptions.introducesScript(option);
		};
	}

	private static @Nullable ShellDialect dialectOf(String name) {
		if (POSIX.contains(name) || WITH_SHELL_OPTION.contains(name) || REMOTE.contains(name)) {
			return ShellDialect.POSIX;
		}
		return switch (name) {
			case "cmd" -> ShellDialect.CMD;
			case "powershell", "pwsh" -> ShellDialect.POWERSHELL;
			default -> null;
		};
	}

	static String name(String program) {
		String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
			.toLowerCase(Locale.ROOT);
		return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
	}

}

package io.github.raspspring.attack.command;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.inspect.ShownCode;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Looks for text that a shell would take as a further command (CWE-78).
 * <p>
 * Matches a known command where a shell begins one: behind a separator, in a
 * substitution, behind a line break, with arguments shaped like those of a command;
 * disguised command names ({@code c''at}); function definitions in variables
 * (Shellshock); reverse shells; calls of script languages that run a command. Lets pass
 * commands that are English words in a sentence, Markdown code spans and tables, lists of
 * names, logical operators of program code. One pass, no allocation unless a command is
 * found at such a place.
 */
public final class CommandInjectionDetector implements RepeatableDetector {

	/** A command follows a separator. */
	public static final Rule SEPARATED_COMMAND = new Rule("separated-command", "CWE-78",
			"A separator is followed by a command, which a shell would run as well.",
			"Start programs with an argument list and without a shell.");

	/** A command is substituted. */
	public static final Rule COMMAND_SUBSTITUTION = new Rule("command-substitution", "CWE-78",
			"A command substitution would be run by a shell before the command it stands in.",
			"Start programs with an argument list and without a shell.");

	/** A function is defined in a variable. */
	public static final Rule SHELL_FUNCTION = new Rule("shell-function", "CWE-78",
			"A shell function in an environment variable makes an old Bash run what follows it.",
			"Don't pass request values to the environment of a process, and update Bash.");

	/** A shell is connected to the network or started to run a text. */
	public static final Rule REVERSE_SHELL = new Rule("reverse-shell", "CWE-78",
			"A shell is connected to the network, which only an intruder does.",
			"Start programs with an argument list and without a shell.");

	/** A blank is written as the field separator variable. */
	public static final Rule FIELD_SEPARATOR = new Rule("field-separator", "CWE-78",
			"The variable IFS stands where a blank would, which only makes sense to evade a filter.",
			"Start programs with an argument list and without a shell.");

	/** An option makes a program run another one, or read or write a file. */
	public static final Rule INJECTED_OPTION = new Rule("injected-option", "CWE-88",
			"An option makes well-known programs run another one, or read or write a file of the client's choice.",
			"Put -- before arguments that come from requests, and refuse those that begin with a hyphen.");

	/** A function of a script language runs a command. */
	public static final Rule COMMAND_CALL = new Rule("command-call", "CWE-94",
			"A call that runs a command would be executed if a script engine evaluated the value.",
			"Don't evaluate request values as code.");

	@Override
	public String name() {
		return "command-injection";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		return Traits.COMMAND;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value);
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		Hit hit = CodeFields.weaken(CommandEvidence.strongestIn(view.text(), view.traits(), view.input()),
				view.input());
		if (hit != null) {
			given(hit, view).report(this, view, findings);
		}
	}

	/**
	 * Raise a command behind a separator that nothing speaks against, where a program is
	 * given the value, and one behind a line break where no client writes any. Lower what
	 * stands where people write commands.
	 */
	private static Hit given(Hit hit, ValueView view) {
		if (hit.rule() != REVERSE_SHELL && CommandFields.areOfCode(view.input())) {
			return (hit.points() >= Hit.STRONG) ? weighing(Hit.STRONG - 1, hit) : hit;
		}
		if (hit.rule() != SEPARATED_COMMAND) {
			if (hit.rule() == COMMAND_SUBSTITUTION && CommandFields.showTool(view.input(), view.text())) {
				return weighing(Hit.STRONG - 1, hit);
			}
			return isGivenSpan(hit, view) ? weighing(Hit.STRONG, hit) : hit;
		}
		String text = view.text();
		InputValue input = view.input();
		if (hit.points() >= Hit.STRONG) {
			return CommandFields.consistOfCommands(input, text, hit.start()) ? weighing(Hit.STRONG - 1, hit) : hit;
		}
		char separator = Ascii.at(text, hit.start());
		if (separator == '\n' || separator == '\r') {
			return isBroken(hit, view) ? weighing(Hit.STRONG, hit) : hit;
		}
		boolean word = separator == '&' && Ascii.at(text, hit.start() + 1) == ' ';
		boolean built = hit.start() == 0 && CommandFields.beginWithBuild(text);
		boolean almost = hit.points() == Hit.STRONG - 1 && !word && !built;
		return (almost && CommandFields.areGiven(input) && !ShownCode.at(text, hit.start())) ? weighing(Hit.STRONG, hit)
				: hit;
	}

	/**
	 * Tell whether backticks end what a program is given, behind one word: a sentence
	 * that names a command has more of them.
	 */
	private static boolean isGivenSpan(Hit hit, ValueView view) {
		String text = view.text();
		return hit.rule() == COMMAND_SUBSTITUTION && hit.points() < Hit.STRONG && Ascii.at(text, hit.start()) == '`'
				&& hit.end() == text.length() && GivenTarget.before(text, hit.start()) != GivenTarget.Kind.TEXT
				&& CommandFields.areGiven(view.input());
	}

	/**
	 * Tell whether a line breaks where there is one line only, or the break was hidden by
	 * another encoding, and one word stands before it.
	 */
	private static boolean isBroken(Hit hit, ValueView view) {
		InputLocation location = view.input().location();
		if (location == InputLocation.HEADER || location == InputLocation.COOKIE) {
			return true;
		}
		String raw = view.input().value();
		boolean hidden = view.encodings() > 0 && raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0;
		boolean line = CommandFields.haveOneLine(view.input()) || hidden;
		return line && hit.points() == Hit.STRONG - 1
				&& GivenTarget.before(view.text(), hit.start()) != GivenTarget.Kind.TEXT;
	}

	private static Hit weighing(int points, Hit hit) {
		return new Hit(hit.rule(), points, hit.start(), hit.end());
	}

}

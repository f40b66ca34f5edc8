package io.github.raspspring.attack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is passed over must be no evidence: the quick look agrees with the readers that it
 * saves.
 */
class CommandSignsTests {

	private static final String SENTENCE = "We went there, and it was on time while others were not so lucky that day. ";

	private static final String[] PIECES = { ";", "|", "&", "\n", "\r\n", " ", "\t", "  ", "(", ")", "()", "{", "'",
			"\"", "!", "+", "-", ".", ":", ",", "=", "=$(", "=`", "<", "<<<", "</etc/", "/", "//", "/*", "$", "${a%b}",
			"[", "?", "^", "\\", "`", "%", "%comspec%", "foo", "2026", "R", "usr", "bin", "cat", "find", "sort", "set",
			"id", "ifs", "IFS=", "exec<", "if true", "for i in", "while [", "done", "function", "declare", "iex(",
			"Get-Process", "get-content", "cmd.exe", "foo.exe", "c''at", "/e?c/x", "/bin/sh", "| grep x", "a b c",
			"\u00e9", "[IO.File]::Read", ":(){ x", "() {", "type:", "x, y", "system", "eval", "shell_exec", "passthru",
			"popen", "-e /bin/sh", "/dev/tcp/1", "a" };

	private final Random random = new Random(7);

	@Test
	void shouldPassOverNoSeparatorBehindWhichACommandBegins() {
		int passed = 0;
		for (int i = 0; i < 40_000; i++) {
			String text = SENTENCE + SENTENCE + text();
			for (int sign = SENTENCE.length() * 2; sign < text.length(); sign++) {
				if (CommandSigns.isSeparator(text.charAt(sign)) && !CommandSigns.mayBegin(text, sign)) {
					passed++;
					if (!endsLine(text, sign)) {
						assertThat(ShellCommand.read(text, sign + 1)).as(text).isNull();
						assertThat(ObscuredPath.follows(text, sign + 1)).as(text).isFalse();
					}
					assertThat(GivenTarget.isGivenAny(text, sign)).as(text).isFalse();
					assertThat(isListingOrConstruct(text, sign)).as(text).isFalse();
				}
			}
		}
		assertThat(passed).isGreaterThan(5_000);
	}

	/**
	 * What follows is weighed at the line break.
	 */
	private static boolean endsLine(String text, int sign) {
		char next = Ascii.at(text, sign + 1);
		return text.charAt(sign) == ';' && (next == '\n' || next == '\r');
	}

	@Test
	void shouldPassOverNoQuietSignAtWhichSomethingBegins() {
		for (int i = 0; i < 20_000; i++) {
			String text = text() + text();
			for (int sign = 0; sign < text.length(); sign++) {
				if (CommandSigns.isQuiet(text, sign, text.charAt(sign), false)) {
					assertThat(at(text, sign)).as(text).isNull();
				}
			}
		}
	}

	private static @Nullable Hit at(String text, int sign) {
		return switch (text.charAt(sign)) {
			case '(' -> switch (Ascii.at(text, sign + 1)) {
				case ')' -> ShellConstruct.function(text, sign, true);
				case '\'', '"' -> CommandSubstitution.inCall(text, sign);
				// Calls are given a text.
				default -> null;
			};
			case '/' -> ShellConstruct.connection(text, sign);
			case '-' -> Hit.stronger(InjectedOption.ofShell(text, sign), InjectedOption.at(text, sign));
			default -> null;
		};
	}

	@Test
	void shouldPassOverNoFarSeparatorBehindWhichACommandBegins() {
		int passed = 0;
		for (int i = 0; i < 20_000; i++) {
			String text = text() + text();
			for (int sign = 0; sign < text.length(); sign++) {
				boolean far = CommandSigns.next(text, sign, CommandSigns.ALL & ~CommandSigns.NEAR) == sign;
				if (CommandSigns.isSeparator(text.charAt(sign)) && !far) {
					passed++;
					assertThat(CommandSigns.mayBegin(text, sign)).as(text).isFalse();
				}
			}
		}
		assertThat(passed).isGreaterThan(1_000);
	}

	/**
	 * These are not looked for behind line breaks.
	 */
	private static boolean isListingOrConstruct(String text, int sign) {
		return !Ascii.isSpace(text.charAt(sign)) && (PipedListing.follows(text, sign + 1, false)
				|| text.startsWith("IFS=", sign + 1) || ShellConstruct.behind(text, sign) != null);
	}

	@Test
	void shouldFindTheSameSignsAsOneLookAtEachCharacter() {
		for (int i = 0; i < 5_000; i++) {
			String text = text() + text();
			List<Integer> found = new ArrayList<>();
			for (int at = CommandSigns.next(text, 0, CommandSigns.ALL); at < text.length(); at = CommandSigns.next(text,
					at + 1, CommandSigns.ALL)) {
				found.add(at);
			}
			assertThat(found).as(text).isEqualTo(signs(text));
		}
	}

	private static List<Integer> signs(String text) {
		List<Integer> signs = new ArrayList<>();
		for (int i = 0; i < text.length(); i++) {
			if (begins(text.charAt(i), Ascii.at(text, i + 1))) {
				signs.add(i);
			}
		}
		return signs;
	}

	private static boolean begins(char c, char next) {
		return switch (c) {
			case ';', '|', '&', '\n', '\r', '`' -> true;
			case '<' -> next == '(';
			case '>' -> next == '(' || next == '/' || Ascii.isSpace(next);
			case '$' -> next == '(' || next == 'I' || next == '{';
			case '/' -> next == 'd' || next == 'D';
			case '(' -> next == ')' || next == '\'' || next == '"';
			case '-' -> next == '-' || Ascii.isWord(next);
			case '\\' -> Ascii.fold(next) == 'n' || Ascii.fold(next) == 'r';
			default -> false;
		};
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		for (int pieces = 2 + this.random.nextInt(8); pieces > 0; pieces--) {
			text.append(PIECES[this.random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

}

package io.github.raspspring.attack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.text.Ascii;
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
			"\u00e9", "[IO.File]::Read", ":(){ x", "() {", "type:", "x, y" };

	private final Random random = new Random(7);

	@Test
	void shouldPassOverNoSeparatorBehindWhichACommandBegins() {
		int passed = 0;
		for (int i = 0; i < 40_000; i++) {
			String text = SENTENCE + SENTENCE + text();
			for (int sign = SENTENCE.length() * 2; sign < text.length(); sign++) {
				if (CommandSigns.isSeparator(text.charAt(sign)) && !CommandSigns.mayBegin(text, sign)) {
					passed++;
					assertThat(ShellCommand.read(text, sign + 1)).as(text).isNull();
					assertThat(ObscuredPath.follows(text, sign + 1)).as(text).isFalse();
					assertThat(GivenTarget.isGivenAny(text, sign)).as(text).isFalse();
					assertThat(isListingOrConstruct(text, sign)).as(text).isFalse();
				}
			}
		}
		assertThat(passed).isGreaterThan(5_000);
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

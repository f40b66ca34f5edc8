package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes calls by which templates of other platforms reach files and programs, by a
 * class and what is asked of it: {@code File.open} in ERB, {@code System.IO.File} in
 * Razor, {@code .System "id"} in Go, {@code phpinfo()} in a condition of Smarty.
 * Stateless.
 */
final class TemplateCall {

	private static final HashedWords CLASSES = HashedWords.of("file io dir kernel system pathname open3 process",
			"env");

	private static final HashedWords ACTIONS = HashedWords.of("""
			open read readlines popen entries glob foreach binread write exec system spawn cmd capture2 capture3
			children each_child""");

	private static final String[] DOT_NET = { "system.io.file", "system.diagnostics.process", "system.reflection." };

	private static final HashedWords GO = HashedWords.of("system exec readfile");

	private static final int LONGEST = 256;

	private TemplateCall() {
	}

	/**
	 * Tell whether a name within an expression is such a call.
	 * @param opening where the expression opens
	 * @param start where the name starts
	 * @param end where it ends
	 */
	static boolean at(String text, int opening, int start, int end) {
		return switch (Ascii.at(text, opening)) {
			case '<' -> Ascii.at(text, opening + 1) == '%' && isRuby(text, opening, start, end) || isNode(text, start);
			case '#' -> isCommand(text, start, end) || isNode(text, start);
			case '@' -> isDotNet(text, start);
			case '{' -> Ascii.at(text, opening + 1) == '{'
					&& (isGo(text, start, end) || Ascii.startsWith(text, start, "config.items(")) || isNode(text, start)
					|| isModule(text, opening, start, end);
			default -> isNode(text, start);
		};
	}

	/**
	 * Whether the process of Node.js is reached by the global object.
	 */
	private static boolean isNode(String text, int start) {
		return Ascii.startsWith(text, start, "process")
				&& (text.startsWith("global.", start - 7) || text.startsWith("root.", start - 5));
	}

	/**
	 * Whether a module of Python is imported, which Jinja does with a name in quotes
	 * only.
	 */
	private static boolean isModule(String text, int opening, int start, int end) {
		int module = Ascii.skipSpace(text, end);
		int close = Ascii.skipSpace(text, Ascii.endOfWord(text, module));
		return text.startsWith("{%", opening) && Ascii.startsWith(text, start, "import ")
				&& text.startsWith("%}", close);
	}

	private static boolean isCommand(String text, int start, int end) {
		char next = Ascii.at(text, end);
		return end == start + 1 && Ascii.at(text, start) == 'x' && Ascii.at(text, start - 1) == '%'
				&& (next == '(' || next == '{' || next == '[');
	}

	private static boolean isRuby(String text, int opening, int start, int end) {
		char next = Ascii.at(text, end);
		return switch (CLASSES.groupOf(text, start, end)) {
			case 1 -> next == '.' && Ascii.at(text, opening + 2) == '='
					&& ACTIONS.groupOf(text, end + 1, Ascii.endOfWord(text, end + 1)) != 0;
			case 2 -> next == '[' && Ascii.at(text, start) == 'E';
			default -> isCommand(text, start, end);
		};
	}

	/**
	 * Tell whether a command in backticks is all that a tag of ERB prints.
	 */
	static boolean isShell(String text, int opening, int tick) {
		int end = tick + 1;
		while (end < text.length() && end < tick + LONGEST && text.charAt(end) != '`' && text.charAt(end) != '$') {
			end++;
		}
		return text.startsWith("<%=", opening) && Ascii.skipSpace(text, opening + 3) == tick
				&& Ascii.at(text, end) == '`' && text.startsWith("%>", Ascii.skipSpace(text, end + 1));
	}

	private static boolean isDotNet(String text, int start) {
		for (String name : DOT_NET) {
			if (Ascii.startsWith(text, start, name)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isGo(String text, int start, int end) {
		char before = Ascii.at(text, start - 2);
		return Ascii.at(text, start - 1) == '.' && (before == '{' || before == ' ')
				&& Ascii.at(text, Ascii.skipSpace(text, end)) == '"' && GO.groupOf(text, start, end) != 0;
	}

	/**
	 * Tell whether a function is called in the condition of a tag: {@code {if f()}}.
	 * @param start where its name starts
	 */
	static boolean isCondition(String text, int start) {
		return start > 3 && (text.startsWith("{if ", start - 4) || text.startsWith("{elseif ", start - 8)
				|| text.startsWith("{if !", start - 5));
	}

}

package io.github.raspspring.attack.command;

import io.github.raspspring.attack.path.PathClimb;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An argument that is no script. What doesn't depend on the place of the input is found
 * out once. Not thread-safe.
 */
final class PlainArgument {

	private final CommandLine line;

	private final String argument;

	private final int index;

	private final ArgumentMeaning meaning;

	/** Input before this index is part of the name of a variable. */
	private final int nameEnd;

	private final PathClimb climb;

	private final SourceCode code;

	PlainArgument(CommandLine line, String argument, int index) {
		this.line = line;
		this.argument = argument;
		this.index = index;
		this.meaning = ArgumentMeaning.of(line, index);
		this.nameEnd = line.isVariable(index) ? nameEnd(argument) : -1;
		this.climb = new PathClimb(argument, 0);
		this.code = new SourceCode(argument);
	}

	private static int nameEnd(String argument) {
		return Launchers.isExecutingVariable(argument, 0) ? argument.length() : argument.indexOf('=');
	}

	@Nullable Rule judge(int start, int end) {
		if (start < this.nameEnd) {
			return ProcessRules.OPTION;
		}
		return switch (this.meaning) {
			case PROGRAM -> choosesProgram(start, end) ? ProcessRules.EXECUTABLE : null;
			case CODE -> this.code.isHarmless(start, end) ? null : ProcessRules.CODE;
			case FILE -> choosesScript(start, end) ? ProcessRules.EXECUTABLE : null;
			case BATCH, PLAIN -> judgePlain(start, end);
		};
	}

	private @Nullable Rule judgePlain(int start, int end) {
		if (this.meaning == ArgumentMeaning.BATCH && escapesBatch(this.argument.substring(start, end))) {
			return ProcessRules.QUOTE;
		}
		if (this.line.isMore(this.index, start, end)) {
			return ProcessRules.OPTION;
		}
		// Hyphens alone, and a name that gets a value, coincide with those of the
		// application.
		boolean letter = end > (this.argument.startsWith("--") ? 2 : 1);
		boolean named = end < this.argument.length() && this.argument.charAt(end) == '=';
		boolean option = start == 0 && letter && !named && isOption() && this.line.takesOptions(this.index);
		return option ? ProcessRules.OPTION : null;
	}

	private boolean choosesScript(int start, int end) {
		return (start == 0 && end == this.argument.length()) || this.climb.climbsOut(start, end);
	}

	/**
	 * The JVM puts arguments in quotes, which only a quote ends and within which
	 * variables are replaced.
	 */
	private static boolean escapesBatch(String input) {
		int percent = input.indexOf('%');
		return input.indexOf('"') >= 0 || (percent >= 0 && input.indexOf('%', percent + 2) > 0);
	}

	private boolean choosesProgram(int start, int end) {
		boolean wholeName = start == 0 || isSeparator(this.argument.charAt(start - 1));
		boolean leavesFolder = this.argument.substring(start, end).chars().anyMatch(PlainArgument::isSeparator);
		return (end == this.argument.length() && (wholeName || leavesFolder))
				|| (end - start > 1 && this.climb.climbsOut(start, end));
	}

	private boolean isOption() {
		if (this.argument.length() < 2 || this.argument.charAt(0) != '-') {
			return false;
		}
		char second = this.argument.charAt(1);
		return Character.isLetter(second) || (second == '-' && this.argument.length() > 2);
	}

	private static boolean isSeparator(int c) {
		return c == '/' || c == '\\';
	}

}

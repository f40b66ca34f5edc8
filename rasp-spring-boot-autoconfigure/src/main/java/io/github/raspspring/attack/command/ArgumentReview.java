package io.github.raspspring.attack.command;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.Occurrence;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.SinkInputs;
import org.jspecify.annotations.Nullable;

/**
 * One argument of a command line, and what input may be in it. What doesn't depend on the
 * place of the input is found out once. Not thread-safe.
 */
final class ArgumentReview {

	private final CommandLine line;

	private final String argument;

	private final int index;

	private final InputPlaces places;

	private final @Nullable ShellJudge shell;

	private @Nullable PlainArgument plain;

	private boolean containsInput;

	private boolean hasPlace;

	ArgumentReview(CommandLine line, String argument, int index, SinkInputs inputs) {
		this.line = line;
		this.argument = argument;
		this.index = index;
		this.places = InputPlaces.of(argument, inputs, (input) -> true);
		ShellDialect dialect = line.dialectOf(index);
		this.shell = (dialect != null) ? new ShellJudge(new ShellScript(argument, dialect), line.scriptStart(index))
				: null;
	}

	/**
	 * Return the argument and what stands before it, which decides on its meaning.
	 */
	@Nullable String place() {
		return this.line.upTo(this.index);
	}

	/**
	 * Return whether a shell reads the argument.
	 */
	boolean isScript() {
		return this.shell != null;
	}

	int index() {
		return this.index;
	}

	boolean containsInput() {
		return this.containsInput;
	}

	/**
	 * Return whether the current input was found in the argument.
	 */
	boolean hasPlace() {
		return this.hasPlace;
	}

	/**
	 * Go on to the next input that may be in the argument.
	 * @return {@code false} if there is none
	 */
	boolean nextInput() {
		this.hasPlace = false;
		return this.places.nextInput();
	}

	/**
	 * Return the number of the input.
	 */
	int input() {
		return this.places.input();
	}

	/**
	 * Return the next place of the input.
	 */
	long next(int from) {
		long place = this.places.next(from);
		this.hasPlace |= place != Occurrence.NONE;
		this.containsInput |= this.hasPlace;
		return place;
	}

	@Nullable Rule judge(int start, int end) {
		if (this.shell != null) {
			Rule rule = this.shell.judge(start, end);
			boolean word = rule == ProcessRules.EXECUTABLE && this.line.continuesScript(this.index);
			return word ? null : rule;
		}
		PlainArgument known = (this.plain != null) ? this.plain
				: new PlainArgument(this.line, this.argument, this.index);
		this.plain = known;
		return known.judge(start, end);
	}

}

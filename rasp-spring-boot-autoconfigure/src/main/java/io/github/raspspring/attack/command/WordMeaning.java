package io.github.raspspring.attack.command;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the command that a word of a script belongs to makes of it: the same as of an
 * argument of a command line of its own, which may be a script again. Found out once per
 * word.
 */
final class WordMeaning {

	private final UnquotedWord word;

	private final CommandLine line;

	private final int number;

	private final @Nullable ShellJudge shell;

	private final @Nullable PlainArgument plain;

	/**
	 * Read the word that begins at a place, which is not the first of its command.
	 */
	WordMeaning(ShellScript script, int start) {
		ShellWords words = script.words();
		this.word = new UnquotedWord(script, start);
		this.line = words.line(start);
		this.number = words.number(start);
		ShellDialect dialect = this.line.dialectOf(this.number);
		this.shell = (dialect != null)
				? new ShellJudge(new ShellScript(this.word.text(), dialect), this.line.scriptStart(this.number)) : null;
		this.plain = (dialect == null) ? new PlainArgument(this.line, this.word.text(), this.number) : null;
	}

	@Nullable Rule judge(int start, int end) {
		int from = this.word.offset(start);
		int to = this.word.offset(end);
		if (from >= to) {
			return null;
		}
		if (this.plain != null) {
			return this.plain.judge(from, to);
		}
		Rule rule = (this.shell != null) ? this.shell.judge(from, to) : null;
		boolean argument = rule == ProcessRules.EXECUTABLE && this.line.continuesScript(this.number);
		return argument ? null : rule;
	}

}

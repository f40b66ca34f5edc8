package io.github.raspspring.attack.command;

import java.util.List;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the command that a word of a script belongs to makes of it: the command or script
 * that it starts, a variable of that one, or source code. Found out once per word.
 */
final class WordMeaning {

	static final WordMeaning NONE = new WordMeaning();

	private final int word;

	private final int end;

	/** Where the text of the word begins, behind a quote. */
	private final int text;

	private final int length;

	private final @Nullable SourceCode code;

	private final boolean variable;

	private final boolean runs;

	private WordMeaning() {
		this.word = -1;
		this.end = -1;
		this.text = -1;
		this.length = 0;
		this.code = null;
		this.variable = false;
		this.runs = false;
	}

	private WordMeaning(ShellScript script, int word, List<String> words) {
		int last = words.size() - 1;
		int program = Launchers.program(words);
		String text = words.get(last);
		this.word = word;
		this.end = script.wordEnd(word);
		this.text = word + (script.text().startsWith(text, word) ? 0 : 1);
		this.length = text.length();
		this.code = Interpreters.isCode(words, program, last) ? new SourceCode(text) : null;
		this.variable = Launchers.isVariable(words, last, program);
		this.runs = program == last || Launchers.isExecuted(words, last) || new CommandLine(words).isScriptFile(last);
	}

	/**
	 * Read the word that begins at a place, which is not the first of its command.
	 */
	static WordMeaning of(ShellScript script, int word) {
		List<String> words = script.wordsUpTo(word);
		return (words.size() > 1) ? new WordMeaning(script, word, words) : NONE;
	}

	@Nullable Rule judge(String script, int start, int end) {
		if (this.code != null) {
			boolean harmless = this.code.isHarmless(Math.max(0, start - this.text),
					Math.min(end - this.text, this.length));
			return harmless ? null : ProcessRules.CODE;
		}
		if (start == this.word && this.variable) {
			return ProcessRules.OPTION;
		}
		return (this.runs && isWhole(script, start, end)) ? ProcessRules.EXECUTABLE : null;
	}

	private boolean isWhole(String script, int start, int end) {
		boolean starts = start == this.word || "/'\"".indexOf(script.charAt(start - 1)) >= 0;
		return starts && end >= this.end - ((start > this.word) ? 1 : 0);
	}

}

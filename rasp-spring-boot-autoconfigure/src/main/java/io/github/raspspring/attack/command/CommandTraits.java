package io.github.raspspring.attack.command;

import java.util.List;

import io.github.raspspring.text.TraitWords;
import io.github.raspspring.text.Traits;

/**
 * The words that make a text interesting as a command of a shell.
 */
public final class CommandTraits {

	private static final String STRUCTURE = "then do eval exec command builtin echo printf source if while for fi done until select case esac"
			+ " function set export comspec";

	private static final String FOLDERS = "tmp var etc dev home root usr opt proc";

	private CommandTraits() {
	}

	/**
	 * Return the words of shells that a text needs to be looked at.
	 * @return commands, words of the language, and folders that commands are found in
	 */
	public static List<TraitWords> words() {
		return List.of(new TraitWords(Traits.COMMAND_WORD, List.of(ShellVocabulary.firstWords())),
				TraitWords.of(Traits.COMMAND_WORD, STRUCTURE), TraitWords.of(Traits.COMMAND_WORD, FOLDERS),
				TraitWords.of(Traits.COMMAND_WORD, InjectedOption.WORDS));
	}

}

package io.github.raspspring.attack.markup;

import java.util.List;

import io.github.raspspring.text.TraitWords;
import io.github.raspspring.text.Traits;

/**
 * The words that make a text interesting as a script of a page.
 */
public final class ScriptTraits {

	private ScriptTraits() {
	}

	/**
	 * Return the words by which scripts reach a page or its user.
	 * @return the words
	 */
	public static List<TraitWords> words() {
		return List.of(TraitWords.of(Traits.SCRIPT_WORD, """
				alert confirm prompt eval settimeout setinterval document window location function atob cookie
				innerhtml sendbeacon importscripts execscript localstorage import navigator getscript opener"""));
	}

}

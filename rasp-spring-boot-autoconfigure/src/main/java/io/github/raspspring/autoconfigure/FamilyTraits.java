package io.github.raspspring.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.CommandTraits;
import io.github.raspspring.attack.expression.ExpressionTraits;
import io.github.raspspring.attack.markup.ScriptTraits;
import io.github.raspspring.attack.sql.SqlTraits;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.TraitWords;

/**
 * Brings the words of all families of attacks together, whichever of their detectors are
 * switched on: some families look for words of another.
 */
public final class FamilyTraits {

	private FamilyTraits() {
	}

	/**
	 * Create what finds the traits of texts.
	 * @return a reader with the words of all families
	 */
	public static TraitReader reader() {
		Stream<List<TraitWords>> families = Stream.of(SqlTraits.words(), ScriptTraits.words(), ExpressionTraits.words(),
				CommandTraits.words());
		return new TraitReader(families.flatMap(List::stream).toList());
	}

}

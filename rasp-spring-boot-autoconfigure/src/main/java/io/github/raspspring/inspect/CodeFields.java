package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

/**
 * Tells fields that are named as holding source code to be shown: snippets and style
 * sheets. Code is what they are made for, so what only looks like it is weak there, and
 * what becomes of it is judged where it runs. A field named {@code code} may as well hold
 * that of a country, and one named {@code script} is what engines are given. One named
 * {@code source} holds code if it has several lines. Stateless.
 */
public final class CodeFields {

	private static final HashedWords NAMES = HashedWords.of(
			"snippet snippets codesnippet sourcecode codeblock codesample" + " javascript typescript stylesheet js css",
			"source");

	private CodeFields() {
	}

	/**
	 * Tell whether a value is source code by the name of its field.
	 * @param input the value, or a name that the client chose, which is none
	 * @return {@code true} if its name says so
	 */
	public static boolean hold(InputValue input) {
		if (input.kind() != InputValue.Kind.VALUE) {
			return false;
		}
		int group = NAMES.groupOf(NestedName.lastPart(input.name(), "_-"));
		return group == 1 || group == 2 && input.value().indexOf('\n') >= 0;
	}

	/**
	 * Weaken what was found in source code.
	 * @param hit what was found, if anything
	 * @param input where it was found
	 * @return the hit, weak in fields for code
	 */
	public static @Nullable Hit weaken(@Nullable Hit hit, InputValue input) {
		return (hit != null && hit.points() >= Hit.STRONG && hold(input))
				? new Hit(hit.rule(), Hit.STRONG - 1, hit.start(), hit.end()) : hit;
	}

}

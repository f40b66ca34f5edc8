package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.TraitReader;

/**
 * Lets tests of other rooms ask for what is private to this one.
 */
public final class PlacementBits {

	private PlacementBits() {
	}

	/**
	 * Return the bits of the place of a value.
	 * @param value the value
	 * @return the bits that are free among the traits of its text
	 */
	public static long of(InputValue value) {
		return Placement.of(value, TraitReader.WITHOUT_WORDS.read(value.value()));
	}

}

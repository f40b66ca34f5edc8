package io.github.raspspring.grammar;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Where a text arrives: as the value of a field, or as a name that the client chose.
 *
 * @param location part of the request
 * @param name name of the field, {@code *} if the text is the name
 */
record Place(InputLocation location, String name) {

	static Place of(String text) {
		int blank = text.indexOf(' ');
		return new Place(InputLocation.valueOf(text.substring(0, blank)), text.substring(blank + 1));
	}

	InputValue of(Grammar.Sample sample) {
		return this.name.equals("*") ? InputValue.ofName(this.location, sample.text())
				: new InputValue(this.location, this.name, sample.text());
	}

	@Override
	public String toString() {
		return this.location + " " + this.name;
	}

}

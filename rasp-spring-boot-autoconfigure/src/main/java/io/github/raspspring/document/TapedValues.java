package io.github.raspspring.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.JsonTape;
import io.github.raspspring.engine.pipeline.JsonTokens;

/**
 * Makes the values of a JSON body of its tape. Thread-safe.
 */
final class TapedValues {

	private final KnownNames known;

	TapedValues(KnownNames known) {
		this.known = known;
	}

	/**
	 * Make all names and texts.
	 */
	List<InputValue> all(JsonTape tape) {
		return read(tape, (name) -> true, true);
	}

	/**
	 * Make the texts that bear one of some names, or are elements of a list that does.
	 */
	List<InputValue> named(JsonTape tape, Predicate<String> names) {
		return read(tape, names, false);
	}

	private List<InputValue> read(JsonTape tape, Predicate<String> wanted, boolean names) {
		List<InputValue> values = new ArrayList<>();
		JsonNames place = new JsonNames(this.known);
		JsonTokens tokens = tape.read();
		for (JsonTokens.Token token = tokens.next(); token != null; token = tokens.next()) {
			switch (token) {
				case START_OBJECT, START_ARRAY -> place.open(token == JsonTokens.Token.START_ARRAY);
				case END_OBJECT, END_ARRAY -> place.close();
				case NAME -> {
					place.member(tokens.text());
					if (names) {
						values.add(value(place, tokens, InputValue.Kind.NAME));
					}
				}
				case TEXT -> {
					String member = place.memberOfList();
					if (wanted.test((member != null) ? member : "")) {
						values.add(value(place, tokens, InputValue.Kind.VALUE));
					}
				}
				default -> {
					// Numbers, truth values and null are safe by type.
				}
			}
		}
		return Collections.unmodifiableList(values);
	}

	private static InputValue value(JsonNames place, JsonTokens tokens, InputValue.Kind kind) {
		return InputValue.at(InputLocation.JSON, place.pointer(), tokens.text(), kind);
	}

}

package io.github.raspspring.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * A request as it stands in a line of {@code corpus/api-traffic}, with the values that
 * the application would see of it, names that the client chose among them.
 */
record ApiRequest(String line, List<InputValue> values) {

	private static final String FIELDS = " \u00A6 ";

	static ApiRequest of(String line) {
		String[] parts = line.split(FIELDS);
		List<InputValue> values = new ArrayList<>();
		values.add(new InputValue(InputLocation.PATH, "", parts[0].substring(parts[0].indexOf(' ') + 1)));
		for (int i = 1; i < parts.length; i++) {
			addField(parts[i], values);
		}
		return new ApiRequest(line, values);
	}

	private static void addField(String field, List<InputValue> values) {
		int blank = field.indexOf(' ');
		int equals = field.indexOf('=', blank);
		InputLocation location = InputLocation.valueOf(field.substring(0, blank).toUpperCase(Locale.ROOT));
		String name = field.substring(blank + 1, (equals < 0) ? field.length() : equals);
		values.add(new InputValue(location, name, (equals < 0) ? "" : field.substring(equals + 1)));
		if (location != InputLocation.HEADER && !name.isEmpty()) {
			values.add(InputValue.ofName(location, name));
		}
	}

	@Override
	public String toString() {
		return this.line;
	}

}

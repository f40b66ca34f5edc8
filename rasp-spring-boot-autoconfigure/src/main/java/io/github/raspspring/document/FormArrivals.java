package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Reads a form that arrives bit by bit: its fields, the last as far as it has come. What
 * no form is written like is read as text from there on.
 */
public final class FormArrivals implements ArrivalReader {

	private final ArrivingText name = new ArrivingText();

	private final ArrivingText value = new ArrivingText();

	private final TextArrivals text = new TextArrivals(StandardCharsets.UTF_8);

	private boolean named;

	private boolean isForm = true;

	@Override
	public List<InputValue> read(byte[] bytes) {
		List<InputValue> values = new ArrayList<>();
		String arrived = new String(bytes, StandardCharsets.ISO_8859_1);
		for (int i = 0; i < arrived.length(); i++) {
			take(arrived.charAt(i), values);
		}
		addField(values);
		this.isForm &= QueryString.hasSignsOfForm(arrived);
		if (!this.isForm) {
			values.addAll(this.text.read(bytes));
		}
		return values;
	}

	private void take(char c, List<InputValue> values) {
		if (c == '&') {
			addField(values);
			this.name.clear();
			this.value.clear();
			this.named = false;
		}
		else if (c == '=' && !this.named) {
			this.named = true;
		}
		else {
			(this.named ? this.value : this.name).append(c);
		}
	}

	private void addField(List<InputValue> values) {
		if (this.named || this.name.length() > 0) {
			QueryString.read(this.name + (this.named ? "=" + this.value : ""), InputLocation.FORM, values);
		}
	}

}

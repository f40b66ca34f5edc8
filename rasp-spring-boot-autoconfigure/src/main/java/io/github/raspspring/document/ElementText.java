package io.github.raspspring.document;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element up to the next one, which readers put together though comments
 * and instructions stand in it. Judged in its pieces it would hide what they make up.
 */
final class ElementText {

	private final BoundedValues values;

	private String name = "text";

	private String first = "";

	/** Only where there is more than one piece. */
	private @Nullable StringBuilder pieces;

	ElementText(BoundedValues values) {
		this.values = values;
	}

	/**
	 * Name the text by its element, where somebody asks for that.
	 */
	void begin(String element) {
		if (this.values.isComplete()) {
			this.name = element;
		}
	}

	void add(String piece) {
		if (this.first.isEmpty()) {
			this.first = piece;
			return;
		}
		if (!this.values.memory().take(piece.length())) {
			end();
			this.first = piece;
			return;
		}
		if (this.pieces == null) {
			this.pieces = new StringBuilder(this.first);
		}
		this.pieces.append(piece);
	}

	void end() {
		String text = (this.pieces != null) ? this.pieces.toString() : this.first;
		if (!text.isBlank()) {
			this.values.add(new InputValue(InputLocation.XML, this.name, text));
		}
		this.first = "";
		this.pieces = null;
	}

}

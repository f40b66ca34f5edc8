package io.github.raspspring.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Reads XML that arrives bit by bit, in an encoding that has ASCII's signs, with or
 * without zeros between them: elements, texts, values of attributes, comments,
 * instructions and declarations, each as far as it has come. Checks nothing: what is no
 * XML is read as text. A text goes on behind a comment, an instruction and character
 * data, as it does for whoever reads the document.
 */
public final class XmlArrivals implements ArrivalReader {

	private final ArrivingText text = new ArrivingText();

	/** What stands between angle brackets or quotes. */
	private final ArrivingText inner = new ArrivingText();

	private Part part = Part.TEXT;

	private char quote;

	/** Square brackets of a declaration that are open. */
	private int brackets;

	private List<InputValue> values = List.of();

	@Override
	public List<InputValue> read(byte[] bytes) {
		this.values = new ArrayList<>();
		String arrived = new String(bytes, StandardCharsets.ISO_8859_1);
		for (int i = 0; i < arrived.length(); i++) {
			if (arrived.charAt(i) != 0) {
				take(arrived.charAt(i));
			}
		}
		addText();
		addInner();
		return this.values;
	}

	private void take(char c) {
		switch (this.part) {
			case TEXT -> takeText(c);
			case OPENING -> takeOpening(c);
			case TAG -> takeTag(c);
			case ATTRIBUTE -> takeUntil(c == this.quote, c, Part.TAG);
			case COMMENT -> takeUntil(c == '>' && this.inner.endsWith("--"), c, Part.TEXT);
			case INSTRUCTION -> takeUntil(c == '>' && this.inner.endsWith("?"), c, Part.TEXT);
			case CHARACTER_DATA -> takeCharacterData(c);
			case DECLARATION -> {
				this.brackets += (c == '[') ? 1 : (c == ']') ? -1 : 0;
				takeUntil(c == '>' && this.brackets <= 0, c, Part.TEXT);
			}
		}
	}

	private void takeText(char c) {
		if (c == '<') {
			this.part = Part.OPENING;
			this.inner.clear();
		}
		else {
			this.text.append(c);
		}
	}

	private void takeOpening(char c) {
		this.inner.append(c);
		if (c == '?' && this.inner.length() == 1) {
			begin(Part.INSTRUCTION);
		}
		else if (this.inner.startsWith("!--")) {
			begin(Part.COMMENT);
		}
		else if (this.inner.startsWith("![CDATA[")) {
			begin(Part.CHARACTER_DATA);
		}
		else if (!this.inner.begins("!--") && !this.inner.begins("![CDATA[")) {
			boolean declaration = this.inner.startsWith("!");
			this.brackets = 0;
			this.part = declaration ? Part.DECLARATION : Part.TAG;
			if (!declaration) {
				addText();
				this.text.clear();
				this.inner.cut(1);
				takeTag(c);
			}
		}
	}

	private void begin(Part begun) {
		this.inner.clear();
		this.part = begun;
	}

	private void takeTag(char c) {
		if (c == '"' || c == '\'') {
			this.quote = c;
			takeUntil(true, c, Part.ATTRIBUTE);
		}
		else {
			takeUntil(c == '>', c, Part.TEXT);
		}
	}

	private void takeUntil(boolean end, char c, Part following) {
		if (end) {
			addInner();
			begin(following);
		}
		else {
			this.inner.append(c);
		}
	}

	private void takeCharacterData(char c) {
		this.text.append(c);
		if (c == '>' && this.text.endsWith("]]>")) {
			this.text.cut("]]>".length());
			this.part = Part.TEXT;
		}
	}

	private void addText() {
		add("text", this.text.toString());
	}

	private void addInner() {
		String found = this.inner.toString();
		switch (this.part) {
			case TAG -> addName(found.strip());
			case ATTRIBUTE -> add("attribute", found);
			case COMMENT -> add("comment", withoutEnd(found));
			case INSTRUCTION -> add("prolog", "<?" + found);
			case DECLARATION -> add("prolog", "<" + found);
			case TEXT, OPENING, CHARACTER_DATA -> {
				// Part of the text, or nothing yet.
			}
		}
	}

	/**
	 * The hyphens that end a comment are none of its text.
	 */
	private static String withoutEnd(String comment) {
		int end = comment.length();
		while (end > 0 && comment.charAt(end - 1) == '-') {
			end--;
		}
		return comment.substring(0, end);
	}

	private void addName(String name) {
		if (!name.isEmpty() && !name.startsWith("/")) {
			this.values.add(InputValue.ofName(InputLocation.XML, name));
		}
	}

	private void add(String name, String found) {
		if (!found.isBlank()) {
			this.values.add(new InputValue(InputLocation.XML, name, found));
		}
	}

	/** What is being read. */
	private enum Part {

		TEXT, OPENING, TAG, ATTRIBUTE, COMMENT, CHARACTER_DATA, INSTRUCTION, DECLARATION

	}

}

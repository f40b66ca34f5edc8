package io.github.raspspring.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.text.JsonScalars;
import io.github.raspspring.text.JsonString;

/**
 * Collects the texts that one value may have become: with encodings removed in layers,
 * and what is within JSON, credentials and tokens. Bounded per value.
 */
final class InputReadings {

	private static final int DEPTH = 4;

	private static final int MOST = 64;

	/** Longer texts are not read as JSON within a value. */
	private static final int LONGEST_JSON = 256 * 1024;

	/** Characters of readings that any request may have. */
	private static final int FEW = 1024 * 1024;

	/** What nearly all clients accept: it tells nothing and coincides with comments. */
	private static final String ACCEPT_ALL = "*/*";

	private static final long QUOTES = CharMask.of("'\"");

	private final ValueReader reader;

	private final List<InputValue> sources;

	private final List<String> texts;

	/** The characters of each. */
	private long[] masks;

	/** Whether the last one that was kept may be encoded. */
	private boolean encoded;

	private int first;

	private long remaining;

	private boolean complete = true;

	/**
	 * Create an empty collection.
	 * @param characters how much there is to read; its readings may be twice as much
	 */
	InputReadings(ValueReader reader, int expected, long characters) {
		this.reader = reader;
		this.remaining = Math.max(FEW, 2 * characters);
		this.sources = new ArrayList<>(expected);
		this.texts = new ArrayList<>(expected);
		this.masks = new long[Math.max(1, expected)];
	}

	void add(InputValue value) {
		boolean header = value.location() == InputLocation.HEADER;
		if (header && value.value().equals(ACCEPT_ALL) && value.name().equalsIgnoreCase("accept")) {
			return;
		}
		this.first = this.texts.size();
		read(value, value.value(), 0);
		if (header && value.name().equalsIgnoreCase("authorization")) {
			read(value, value.value().substring(value.value().indexOf(' ') + 1), 1);
		}
		if (value.location() == InputLocation.QUERY || value.location() == InputLocation.FORM) {
			addItems(value);
		}
	}

	/**
	 * Spring takes a parameter apart at commas where a list is wanted. What was joined
	 * again is found as a whole; what was put in quotes each is not.
	 */
	private void addItems(InputValue value) {
		if ((this.masks[this.first] & QUOTES) == 0) {
			return;
		}
		String text = value.value();
		if (text.indexOf('\'') < 0 && text.indexOf('"') < 0) {
			return;
		}
		int start = 0;
		for (int end = text.indexOf(','); end >= 0; end = text.indexOf(',', start)) {
			addItem(value, text.substring(start, end));
			start = end + 1;
		}
		if (start > 0) {
			addItem(value, text.substring(start));
		}
	}

	private void addItem(InputValue value, String item) {
		if (item.indexOf('\'') >= 0 || item.indexOf('"') >= 0) {
			keep(value, item);
		}
	}

	List<InputValue> sources() {
		return this.sources;
	}

	/**
	 * Return whether there was room for all readings.
	 */
	boolean isComplete() {
		return this.complete;
	}

	List<String> texts() {
		return this.texts;
	}

	long[] masks() {
		int size = this.texts.size();
		return (size == this.masks.length) ? this.masks : Arrays.copyOf(this.masks, size);
	}

	private void read(InputValue source, String text, int depth) {
		if (!keep(source, text) || depth == DEPTH || !this.encoded) {
			return;
		}
		List<String> decoded = new ArrayList<>(2);
		InputValue value = (depth == 0) ? source
				: new InputValue(source.location(), source.name(), text, source.kind());
		this.reader.read(value, -1L, (view) -> {
			if (view.encodings() > 0) {
				decoded.add(view.text());
			}
		});
		decoded.forEach((view) -> read(source, view, depth + 1));
		if (text.indexOf('+') >= 0 && text.indexOf(' ') < 0) {
			read(source, text.replace('+', ' '), depth + 1);
		}
		String joined = Encodings.joinLines(text);
		if (joined != null) {
			read(source, joined, depth + 1);
		}
		String hidden = Encodings.decodeWord(text);
		if (hidden != null) {
			read(source, hidden, depth + 1);
		}
		if (text.length() <= LONGEST_JSON && Encodings.isJson(text)) {
			readJson(source, text, depth + 1);
		}
		else if (Encodings.isToken(text)) {
			for (String part : text.split("\\.", 4)) {
				read(source, part, depth + 1);
			}
		}
	}

	private void readJson(InputValue source, String text, int depth) {
		JsonScalars json = new JsonScalars(text);
		for (int i = 0; i < json.size() && i < MOST; i++) {
			String scalar = json.scalar(i);
			read(source, scalar, depth);
			String unescaped = JsonString.unescape(scalar);
			if (unescaped != null) {
				read(source, unescaped, depth);
			}
		}
	}

	/**
	 * Keep a text unless it is known, for this value, or there are too many.
	 */
	private boolean keep(InputValue source, String text) {
		int size = this.texts.size();
		if (size > this.first && (size - this.first >= MOST || this.texts.subList(this.first, size).contains(text))) {
			return false;
		}
		if (text != source.value()) {
			this.remaining -= text.length();
			this.complete &= this.remaining >= 0;
		}
		if (this.remaining < 0 && text != source.value()) {
			return false;
		}
		this.sources.add(source);
		this.texts.add(text);
		if (size == this.masks.length) {
			this.masks = Arrays.copyOf(this.masks, 2 * size);
		}
		this.masks[size] = look(text);
		return true;
	}

	/**
	 * Look at all characters of a text.
	 * @return their mask
	 */
	private long look(String text) {
		long mask = 0;
		int kinds = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			mask |= CharMask.bit(c);
			kinds |= Encodings.kind(c);
		}
		this.encoded = Encodings.possible(text, kinds);
		return mask;
	}

}

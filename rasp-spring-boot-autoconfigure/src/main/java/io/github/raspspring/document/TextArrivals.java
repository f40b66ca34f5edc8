package io.github.raspspring.document;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;

/**
 * Reads text that arrives bit by bit: what is new, with a bounded piece of what stood
 * before it, so that no cut hides anything. Lines that are JSON are read as such.
 */
public final class TextArrivals implements ArrivalReader {

	/** Bytes that are read again with what follows on them. */
	static final int OVERLAP = 8192;

	private static final byte[] NOTHING = {};

	private final Charset charset;

	private byte[] before = NOTHING;

	/**
	 * Create a reader.
	 * @param charset the encoding of the text
	 */
	public TextArrivals(Charset charset) {
		this.charset = charset;
	}

	@Override
	public List<InputValue> read(byte[] bytes) {
		byte[] window = Arrays.copyOf(this.before, this.before.length + bytes.length);
		System.arraycopy(bytes, 0, window, this.before.length, bytes.length);
		List<InputValue> values = new ArrayList<>();
		int text = 0;
		int line = 0;
		for (int i = 0; i < window.length; i++) {
			if (window[i] == '\n') {
				if (isJson(window, line, i, values)) {
					addText(window, text, line, values);
					text = i + 1;
				}
				line = i + 1;
			}
		}
		addText(window, text, window.length, values);
		this.before = Arrays.copyOfRange(window, Math.max(text, window.length - OVERLAP), window.length);
		return values;
	}

	private boolean isJson(byte[] window, int start, int end, List<InputValue> values) {
		if (end <= start || window[start] != '{' && window[start] != '[') {
			return false;
		}
		List<InputValue> leaves = JsonArrivals.document(Arrays.copyOfRange(window, start, end));
		if (leaves == null) {
			return false;
		}
		values.addAll(leaves);
		return true;
	}

	private void addText(byte[] window, int start, int end, List<InputValue> values) {
		String text = new String(window, start, Math.max(0, end - start), this.charset);
		if (!text.isBlank()) {
			values.add(new InputValue(InputLocation.BODY, "body", text));
		}
	}

}

package io.github.raspspring.document;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all texts, whoever looks at them.
 */
final class EveryText implements ValueReader.Sieve {

	static final ValueReader.Sieve INSTANCE = new EveryText();

	private EveryText() {
	}

	@Override
	public int walk(byte[] bytes, int start, int end) {
		int index = start;
		while (index < end && bytes[index] >= ' ' && bytes[index] != '"' && bytes[index] != '\\') {
			index++;
		}
		return index;
	}

	@Override
	public void walk(String text) {
		// Kept whatever it is.
	}

	@Override
	public boolean keeps(InputValue.Kind kind, @Nullable String name) {
		return true;
	}

}

package io.github.raspspring.document;

import java.util.function.Predicate;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the texts that bear one of some names, whoever looks at them. Of an attribute
 * that may be the name of it alone.
 */
final class NamedTexts implements ValueReader.Sieve {

	private final Predicate<String> names;

	NamedTexts(Predicate<String> names) {
		this.names = names;
	}

	@Override
	public int walk(byte[] bytes, int start, int end) {
		return EveryText.INSTANCE.walk(bytes, start, end);
	}

	@Override
	public void walk(String text) {
		// Kept for its name.
	}

	@Override
	public boolean keeps(InputValue.Kind kind, @Nullable String name) {
		if (kind != InputValue.Kind.VALUE || name == null) {
			return false;
		}
		int attribute = name.indexOf(XmlNames.ATTRIBUTE);
		return this.names.test(name)
				|| attribute >= 0 && this.names.test(name.substring(attribute + XmlNames.ATTRIBUTE.length()));
	}

}

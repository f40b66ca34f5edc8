package io.github.raspspring.document;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.ConstantNames;
import io.github.raspspring.engine.pipeline.JsonTape;
import org.jspecify.annotations.Nullable;

/**
 * Makes the texts of a body that bear some names, once for who asks for the same names
 * each time the body comes. Remembers few texts, and none for names that may change.
 * Thread-safe.
 */
final class AskedTexts implements Function<Predicate<String>, List<InputValue>> {

	private static final int MOST = 64;

	private final TapedValues taped;

	private final JsonTape tape;

	/** Never changes once it is made, so that nobody needs a barrier to see it. */
	private @Nullable Answer last;

	AskedTexts(TapedValues taped, JsonTape tape) {
		this.taped = taped;
		this.tape = tape;
	}

	@Override
	public List<InputValue> apply(Predicate<String> names) {
		Answer last = this.last;
		if (last != null && last.names == names) {
			return last.texts;
		}
		List<InputValue> texts = this.taped.named(this.tape, names);
		if (names instanceof ConstantNames && texts.size() <= MOST) {
			this.last = new Answer(names, texts);
		}
		return texts;
	}

	private record Answer(Predicate<String> names, List<InputValue> texts) {

	}

}

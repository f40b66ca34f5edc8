package io.github.raspspring.sink;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Holds a text against all inputs, place by place.
 */
final class TextSearch {

	private TextSearch() {
	}

	/**
	 * Return the verdict on the first place that is judged an attack.
	 */
	static @Nullable SinkVerdict firstAttack(String text, SinkInputs inputs, PlaceJudge judge) {
		long characters = CharMask.of(text);
		for (int i = 0; i < inputs.size(); i++) {
			long place = inputs.mayOccur(i, characters) ? Occurrence.find(text, inputs.text(i), 0) : Occurrence.NONE;
			while (place != Occurrence.NONE) {
				Rule rule = judge.judge(Occurrence.start(place), Occurrence.end(place));
				if (rule != null) {
					return SinkVerdict.certain(rule, inputs.source(i), Occurrence.start(place), Occurrence.end(place));
				}
				place = Occurrence.find(text, inputs.text(i), Occurrence.end(place));
			}
		}
		return null;
	}

	/**
	 * Judges one place.
	 */
	@FunctionalInterface
	interface PlaceJudge {

		/**
		 * Judge the text from start to end.
		 * @return what was recognized, or {@code null}
		 */
		@Nullable Rule judge(int start, int end);

	}

}

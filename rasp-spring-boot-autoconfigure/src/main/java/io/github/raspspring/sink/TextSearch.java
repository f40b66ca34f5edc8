package io.github.raspspring.sink;

import java.util.function.IntPredicate;

import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Holds a text against all inputs, place by place.
 */
public final class TextSearch {

	private TextSearch() {
	}

	/**
	 * Return the verdict on the first place that is judged an attack.
	 */
	public static @Nullable SinkVerdict firstAttack(String text, SinkInputs inputs, PlaceJudge judge) {
		return firstAttack(text, inputs, (input) -> true, judge);
	}

	/**
	 * Return the verdict on the first place of those inputs that matter which is judged
	 * an attack.
	 * @param matters tells by the number of an input whether to look for it
	 */
	public static @Nullable SinkVerdict firstAttack(String text, SinkInputs inputs, IntPredicate matters,
			PlaceJudge judge) {
		return firstAttack(InputPlaces.of(text, inputs, matters), inputs, judge);
	}

	/**
	 * Return the verdict on the first of some places that is judged an attack.
	 */
	public static @Nullable SinkVerdict firstAttack(InputPlaces places, SinkInputs inputs, PlaceJudge judge) {
		while (places.nextInput()) {
			long place = places.next(0);
			while (place != Occurrence.NONE) {
				Rule rule = judge.judge(Occurrence.start(place), Occurrence.end(place));
				if (rule != null) {
					return SinkVerdict.certain(rule, inputs.source(places.input()), Occurrence.start(place),
							Occurrence.end(place));
				}
				place = places.next(Occurrence.end(place));
			}
		}
		return null;
	}

	/**
	 * Judges one place.
	 */
	@FunctionalInterface
	public interface PlaceJudge {

		/**
		 * Judge the text from start to end.
		 * @return what was recognized, or {@code null}
		 */
		@Nullable Rule judge(int start, int end);

	}

}

package io.github.raspspring.sink;

import org.jspecify.annotations.Nullable;

/**
 * The frame of judges of a text that is evaluated: each place of an input is judged. A
 * text of the application's own that input merely coincides with is told apart by this
 * very text having been seen on the same route for a request of which no value occurs in
 * it. Thread-safe.
 */
public abstract class TextJudge implements SinkJudge<TextCall> {

	private final Sightings ownTexts = new Sightings(1 << 18);

	private final SinkKind kind;

	protected TextJudge(SinkKind kind) {
		this.kind = kind;
	}

	@Override
	public final SinkKind kind() {
		return this.kind;
	}

	@Override
	public final Class<TextCall> callType() {
		return TextCall.class;
	}

	@Override
	public final @Nullable SinkVerdict judge(TextCall call, SinkInputs inputs) {
		if (this.ownTexts.contains(call.argument(), inputs.route())) {
			return null;
		}
		boolean[] found = new boolean[1];
		TextSearch.PlaceJudge places = places(call);
		SinkVerdict verdict = TextSearch.firstAttack(call.argument(), inputs, (start, end) -> {
			found[0] = true;
			return places.judge(start, end);
		});
		if (verdict == null) {
			verdict = EditedSearch.firstAttackWithin(call.argument(), inputs, places);
		}
		if (verdict == null && !found[0]) {
			this.ownTexts.add(call.argument(), inputs.route());
		}
		return verdict;
	}

	/**
	 * Return what judges the places of a text.
	 */
	protected abstract TextSearch.PlaceJudge places(TextCall call);

}

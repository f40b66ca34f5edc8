package io.github.raspspring.sink;

import org.jspecify.annotations.Nullable;

/**
 * The frame of judges of a text that is evaluated: each place of an input is judged, and
 * text of the application's own that input merely coincides with is told apart by what
 * was seen for requests without that input. Thread-safe.
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
		String shape = shape(call);
		if (shape != null && this.ownTexts.contains(shape, inputs.route())) {
			return null;
		}
		boolean[] found = new boolean[1];
		TextSearch.PlaceJudge places = places(call);
		SinkVerdict verdict = TextSearch.firstAttack(call.argument(), inputs, (start, end) -> {
			found[0] = true;
			return places.judge(start, end);
		});
		if (verdict == null && (shape != null || !found[0])) {
			this.ownTexts.add((shape != null) ? shape : call.argument(), inputs.route());
		}
		return (verdict != null && shape == null && this.ownTexts.contains(call.argument(), inputs.route())) ? null
				: verdict;
	}

	/**
	 * Return what judges the places of a text.
	 */
	protected abstract TextSearch.PlaceJudge places(TextCall call);

	/**
	 * Return what stays of a text when its values are taken out.
	 * @return the shape, or {@code null} if only the whole text can be recognized
	 */
	protected @Nullable String shape(TextCall call) {
		return null;
	}

}

package io.github.raspspring.attack.url;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.InputPlaces;
import io.github.raspspring.sink.Sightings;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges a forward or include about to be dispatched and a view about to be resolved:
 * does a value of the request steer it out of what the application wrote (CWE-552,
 * CWE-22, CWE-601)? A word that completes a name, parameters, and paths that the client
 * asked for by itself pass. Thread-safe.
 */
public final class ForwardJudge implements SinkJudge<ForwardCall> {

	private static final int LEARNT_CHARACTERS = 1 << 18;

	private final PathPatterns allowed;

	private final Sightings ownTargets = new Sightings(LEARNT_CHARACTERS);

	/**
	 * Create a judge.
	 * @param allowed paths that input may choose
	 */
	public ForwardJudge(PathPatterns allowed) {
		this.allowed = allowed;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.FORWARD;
	}

	@Override
	public Class<ForwardCall> callType() {
		return ForwardCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(ForwardCall call, SinkInputs inputs) {
		ForwardReview review = new ForwardReview(call);
		boolean own = this.ownTargets.contains(call.argument(), inputs.route());
		boolean[] found = new boolean[1];
		InputPlaces places = InputPlaces.of(call.argument(), inputs, (input) -> !inputs.isNameOfOneWord(input));
		SinkVerdict verdict = TextSearch.firstAttack(places, inputs, (start, end) -> {
			found[0] = true;
			Rule rule = review.judge(start, end);
			return (own || isFree(rule, review, places, inputs)) ? null : rule;
		});
		if (verdict == null) {
			verdict = TextSearch.firstAttack(InputPlaces.ofStripped(call.argument(), inputs), inputs,
					(start, end) -> ofStripped(call, review, start, end));
		}
		if (verdict == null && !found[0]) {
			this.ownTargets.add(call.argument(), inputs.route());
		}
		return verdict;
	}

	/**
	 * What was listed may be chosen, and so may what the client has asked for.
	 */
	private boolean isFree(@Nullable Rule rule, ForwardReview review, InputPlaces places, SinkInputs inputs) {
		boolean path = inputs.source(places.input()).location() == InputLocation.PATH;
		return rule == ForwardRules.CHOSEN && path
				|| (rule == ForwardRules.CHOSEN || rule == ForwardRules.INTERNAL) && this.allowed.match(review.path());
	}

	/**
	 * Where climbing segments have been resolved, what is left of input that had some
	 * tells that it climbed.
	 */
	private static @Nullable Rule ofStripped(ForwardCall call, ForwardReview review, int start, int end) {
		boolean resolved = call.target() == ForwardCall.Target.RESOLVED_PATH;
		boolean segments = start > 0 && call.argument().charAt(start - 1) == '/';
		return (resolved && segments && end - start > 1) ? ForwardRules.TRAVERSAL : review.judge(start, end);
	}

}

package io.github.raspspring.sink;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ReachedCall;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Why a call is no longer what the application wrote.
 *
 * @param rule what was recognized
 * @param confidence how sure the judge is
 * @param input the value that changes the call, or {@code null} if none can be named
 * @param start index in the argument of the first character that is input
 * @param end index in the argument behind the last character that is input
 * @param cap the strictest mode this may cause
 */
public record SinkVerdict(Rule rule, Confidence confidence, @Nullable InputValue input, int start, int end,
		EnforcementMode cap) {

	/**
	 * Create a verdict on input that has no honest reading.
	 * @param rule what was recognized
	 * @param input the value that changes the call, or {@code null} if none can be named
	 * @param start index in the argument of the first character that is input
	 * @param end index in the argument behind the last character that is input
	 * @return the verdict
	 */
	public static SinkVerdict certain(Rule rule, @Nullable InputValue input, int start, int end) {
		return new SinkVerdict(rule, Confidence.CERTAIN, input, start, end, EnforcementMode.BLOCK);
	}

	/**
	 * Create a verdict on input that has the structure of an attack.
	 * @param rule what was recognized
	 * @param input the value that changes the call
	 * @param start index in the argument of the first character that is input
	 * @param end index in the argument behind the last character that is input
	 * @return the verdict
	 */
	public static SinkVerdict strong(Rule rule, InputValue input, int start, int end) {
		return new SinkVerdict(rule, Confidence.STRONG, input, start, end, EnforcementMode.BLOCK);
	}

	Finding toFinding(SinkCall call, String caller) {
		Finding.Builder finding = Finding.of(call.kind().source(), call.kind().category(), this.rule)
			.confidence(this.confidence)
			.cap(this.cap)
			.call(new ReachedCall(call.kind().source(), call.operation(), CallShape.of(call, this.start, this.end),
					caller))
			.evidence(call.operation() + " at " + caller + ": "
					+ Redaction.evidence(this.rule, call.argument(), this.start, this.end));
		return (this.input != null) ? finding.at(this.input).build() : finding.build();
	}

}

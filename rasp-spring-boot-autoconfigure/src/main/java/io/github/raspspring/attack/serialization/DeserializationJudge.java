package io.github.raspspring.attack.serialization;

import io.github.raspspring.attack.serialization.DeserializationCall.Format;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges an object about to be created from data (CWE-502): may its class be created at
 * all, does the client choose a class that does more than to hold data, and is it within
 * the limits? Thread-safe.
 */
public final class DeserializationJudge implements SinkJudge<DeserializationCall> {

	private final ClassPolicy policy;

	/**
	 * Create a judge.
	 * @param policy which objects may be created
	 */
	public DeserializationJudge(ClassPolicy policy) {
		this.policy = policy;
	}

	@Override
	public SinkKind kind() {
		return SinkKind.DESERIALIZATION;
	}

	@Override
	public Class<DeserializationCall> callType() {
		return DeserializationCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(DeserializationCall call, SinkInputs inputs) {
		if (this.policy.exceededBy(call.size())) {
			return SinkVerdict.certain(DeserializationRules.SIZE, null, 0, 0);
		}
		ClassNames names = new ClassNames(call.argument());
		for (String name = names.next(); name != null; name = names.next()) {
			Rule rule = refused(name);
			InputValue source = null;
			if (rule == null && call.format() == Format.TYPE_ID && !isListed(name)
					&& !KnownClasses.holdsDataOnly(name)) {
				source = sender(name, inputs);
				rule = (call.fromRequest() || source != null) ? DeserializationRules.CHOSEN : null;
			}
			if (rule != null) {
				return SinkVerdict.certain(rule, source, names.start(), names.end());
			}
		}
		return null;
	}

	/**
	 * Return why an object may not be created, whoever names its class. Needs no request:
	 * filters of the JVM may ask outside of one.
	 * @param call what is about to be created
	 * @return the rule, or {@code null} if the policy has nothing against it
	 */
	public @Nullable Rule refused(DeserializationCall call) {
		if (this.policy.exceededBy(call.size())) {
			return DeserializationRules.SIZE;
		}
		ClassNames names = new ClassNames(call.argument());
		Rule rule = null;
		for (String name = names.next(); name != null && rule == null; name = names.next()) {
			rule = refused(name);
		}
		return rule;
	}

	private @Nullable Rule refused(String name) {
		if (this.policy.denied().match(name)) {
			return DeserializationRules.DENIED;
		}
		if (isListed(name)) {
			return null;
		}
		if (KnownClasses.runsCode(name)) {
			return DeserializationRules.GADGET;
		}
		boolean open = this.policy.allowed().isEmpty() || name.indexOf('.') < 0 || KnownClasses.isPlain(name);
		return open ? null : DeserializationRules.NOT_LISTED;
	}

	private boolean isListed(String name) {
		return this.policy.allowed().match(name);
	}

	private static @Nullable InputValue sender(String name, SinkInputs inputs) {
		SinkVerdict place = TextSearch.firstAttack(name, inputs,
				(start, end) -> (end - start > name.lastIndexOf('.')) ? DeserializationRules.CHOSEN : null);
		return (place != null) ? place.input() : null;
	}

}

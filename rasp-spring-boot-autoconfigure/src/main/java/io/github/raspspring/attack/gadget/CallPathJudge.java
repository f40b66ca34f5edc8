package io.github.raspspring.attack.gadget;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges execution by how it came about: nothing but objects should come of a stream of
 * objects, and nothing but text of a template. No input has to be found again. An
 * expression, template or script that calls a bean of the application which starts a
 * process is let pass: the bean has chosen that. Thread-safe.
 */
public final class CallPathJudge implements SinkJudge<CallPathCall> {

	private static final String REMEDY = "Don't evaluate what clients send: read data by formats that name no classes, "
			+ "and hand values to expressions and templates as variables.";

	private final Map<CallOrigin, Rule> rules = new EnumMap<>(CallOrigin.class);

	/**
	 * Create a judge.
	 */
	public CallPathJudge() {
		for (CallOrigin origin : CallOrigin.values()) {
			String name = "reached-from-" + origin.name().toLowerCase(Locale.ROOT);
			String cwe = (origin == CallOrigin.OBJECTS) ? "CWE-502" : "CWE-94";
			this.rules.put(origin,
					new Rule(name, cwe,
							"A process, class loader, directory or host is reached from within " + origin.label() + ".",
							REMEDY));
		}
	}

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public Class<CallPathCall> callType() {
		return CallPathCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(CallPathCall call, SinkInputs inputs) {
		CallOrigin origin = CallPath.originOf(call.effect());
		Rule rule = (origin != null) ? this.rules.get(origin) : null;
		return (rule != null) ? SinkVerdict.certain(rule, null, 0, call.argument().length()) : null;
	}

}

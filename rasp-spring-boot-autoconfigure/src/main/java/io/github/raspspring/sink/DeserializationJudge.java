package io.github.raspspring.sink;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.DeserializationCall.Format;
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
		String name = elementOf(call.argument());
		Rule rule = refused(call, name);
		InputValue chosen = null;
		if (rule == null && call.format() == Format.TYPE_ID && !name.isEmpty() && !isListed(name)
				&& !KnownClasses.holdsDataOnly(name)) {
			chosen = choice(name, inputs);
			rule = (call.fromRequest() || chosen != null) ? DeserializationRules.CHOSEN : null;
		}
		return (rule != null) ? SinkVerdict.certain(rule, chosen, 0, call.argument().length()) : null;
	}

	/**
	 * Return why a class may not be created, whoever names it. Needs no request: filters
	 * of the JVM may ask outside of one.
	 * @param call what is about to be created
	 * @return the rule, or {@code null} if the policy has nothing against it
	 */
	public @Nullable Rule refused(DeserializationCall call) {
		return refused(call, elementOf(call.argument()));
	}

	private @Nullable Rule refused(DeserializationCall call, String name) {
		if (this.policy.exceededBy(call.size())) {
			return DeserializationRules.SIZE;
		}
		if (this.policy.denied().match(name)) {
			return DeserializationRules.DENIED;
		}
		if (name.isEmpty() || isListed(name)) {
			return null;
		}
		if (KnownClasses.runsCode(name)) {
			return DeserializationRules.GADGET;
		}
		boolean open = this.policy.allowed().isEmpty() || !name.contains(".") || KnownClasses.isPlain(name);
		return open ? null : DeserializationRules.NOT_LISTED;
	}

	private boolean isListed(String name) {
		return this.policy.allowed().match(name);
	}

	private static @Nullable InputValue choice(String name, SinkInputs inputs) {
		SinkVerdict place = TextSearch.firstAttack(name, inputs,
				(start, end) -> (end - start > name.lastIndexOf('.')) ? DeserializationRules.CHOSEN : null);
		return (place != null) ? place.input() : null;
	}

	/**
	 * The class of the elements of an array: {@code [[Lcom.shop.Order;} and
	 * {@code com.shop.Order[]}; parameters of a type such as {@code java.util.List<X>}
	 * go.
	 */
	private static String elementOf(String name) {
		String element = name.strip();
		int depth = 0;
		while (depth < element.length() && element.charAt(depth) == '[') {
			depth++;
		}
		if (depth > 0) {
			boolean object = depth < element.length() && element.charAt(depth) == 'L';
			element = object ? element.substring(depth + 1) : "";
		}
		int end = 0;
		while (end < element.length() && isNamePart(element.charAt(end))) {
			end++;
		}
		return element.substring(0, end).replace('/', '.');
	}

	private static boolean isNamePart(char c) {
		return Character.isJavaIdentifierPart(c) || c == '.' || c == '/';
	}

}

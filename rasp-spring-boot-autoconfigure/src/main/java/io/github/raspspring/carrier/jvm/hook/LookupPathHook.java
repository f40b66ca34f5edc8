package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.gadget.CallPathCall;
import io.github.raspspring.attack.gadget.CallPathCall.Effect;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * What has led to the lookup of a name. Names of the application itself are no matter.
 */
final class LookupPathHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public String name() {
		return "JNDI";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("javax.naming.InitialContext", "lookup", "*", 1),
				HookPoint.of("javax.naming.InitialContext", "lookupLink", "*", 1),
				HookPoint.of("com.sun.jndi.toolkit.url.GenericURLContext", "lookup", "Ljava/lang/String;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		String name = String.valueOf(first);
		return name.startsWith("java:") ? null : new CallPathCall("lookup", name, Effect.LOOKUP);
	}

}

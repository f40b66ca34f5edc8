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
 * What has led to the end of the JVM, or to native code that is loaded from a file.
 * Libraries that are found by their names are the JVM's own.
 */
final class RuntimePathHook implements JvmHook {

	private static final String RUNTIME = "java.lang.Runtime";

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public String name() {
		return "exit and native code";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of(RUNTIME, "exit", "I", HookPoint.NONE),
				HookPoint.of(RUNTIME, "halt", "I", HookPoint.NONE),
				HookPoint.of(RUNTIME, "load0", "Ljava/lang/Class;Ljava/lang/String;", 2));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return new CallPathCall("Runtime", (first != null) ? first.toString() : "exit", Effect.RUNTIME);
	}

}

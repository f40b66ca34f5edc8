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
 * What has led to the start of a process.
 */
final class ProcessPathHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public String name() {
		return "process start";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.lang.ProcessImpl", "start", "[Ljava/lang/String;*", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String[] command)
				? new CallPathCall("ProcessBuilder.start", String.join(" ", command), Effect.PROCESS) : null;
	}

}

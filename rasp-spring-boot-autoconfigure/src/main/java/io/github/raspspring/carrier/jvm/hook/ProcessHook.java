package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.command.ProcessCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Processes, at the one place where the JDK starts them.
 */
final class ProcessHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.PROCESS;
	}

	@Override
	public String name() {
		return "ProcessBuilder and Runtime.exec";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.lang.ProcessImpl", "start", "[Ljava/lang/String;*", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String[] command) ? new ProcessCall("ProcessBuilder.start", List.of(command)) : null;
	}

	@Override
	public boolean counted() {
		return true;
	}

}

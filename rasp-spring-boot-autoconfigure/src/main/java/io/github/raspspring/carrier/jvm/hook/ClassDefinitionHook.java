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
 * What has led to a class that is defined of bytes at hand by a loader that is there.
 * Classes that loaders look for themselves never come so far.
 */
final class ClassDefinitionHook implements JvmHook {

	private static final String LOADER = "java.lang.ClassLoader";

	private static final String LOOKUP = "java.lang.invoke.MethodHandles$Lookup";

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public String name() {
		return "definition of classes";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of(LOADER, "defineClass", "Ljava/lang/String;[BIILjava/security/ProtectionDomain;", 1),
				HookPoint.of(LOADER, "defineClass",
						"Ljava/lang/String;Ljava/nio/ByteBuffer;Ljava/security/ProtectionDomain;", 1),
				HookPoint.of(LOOKUP, "defineClass", "[B", HookPoint.SELF),
				HookPoint.of(LOOKUP, "defineHiddenClass", "[BZ*", HookPoint.SELF),
				HookPoint.of(LOOKUP, "defineHiddenClassWithClassData", "[BLjava/lang/Object;Z*", HookPoint.SELF));
	}

	@Override
	public boolean reachedByLoaders() {
		return true;
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return new CallPathCall("defineClass", (first != null) ? first.toString() : "", Effect.DEFINITION);
	}

}

package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.attack.serialization.SerialSize;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are read from streams, those with a filter of their own included.
 */
final class ObjectStreamHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.DESERIALIZATION;
	}

	@Override
	public String name() {
		return "ObjectInputStream";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("java.io.ObjectInputStream", "filterCheck", "Ljava/lang/Class;I", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof Class<?> type) ? new DeserializationCall("ObjectInputStream", type.getName(),
				DeserializationCall.Format.STREAM, false, SerialSize.UNKNOWN) : null;
	}

}

package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.serialization.DeserializationCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Classes that a text names for objects to be created from it.
 */
final class TypeNameHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.DESERIALIZATION;
	}

	@Override
	public String name() {
		return "XMLDecoder, SnakeYAML, XStream, fastjson";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(HookPoint.of("com.sun.beans.decoder.DocumentHandler", "findClass", "Ljava/lang/String;", 1),
				HookPoint.of("org.yaml.snakeyaml.constructor.Constructor", "getClassForName", "Ljava/lang/String;", 1),
				HookPoint.of("org.yaml.snakeyaml.constructor.CustomClassLoaderConstructor", "getClassForName",
						"Ljava/lang/String;", 1),
				HookPoint.of("com.thoughtworks.xstream.mapper.DefaultMapper", "realClass", "Ljava/lang/String;", 1),
				HookPoint.of("com.alibaba.fastjson.util.TypeUtils", "loadClass",
						"Ljava/lang/String;Ljava/lang/ClassLoader;*", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first instanceof String type) ? DeserializationCall.ofTypeId("type name", type, false) : null;
	}

}

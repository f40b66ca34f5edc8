package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.attack.lookup.JndiCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Names that are looked up by JNDI or in a registry of RMI.
 */
final class JndiHook implements JvmHook {

	private static final HookPoint REGISTRY = HookPoint.of("java.rmi.Naming", "lookup", "Ljava/lang/String;", 1);

	@Override
	public SinkKind kind() {
		return SinkKind.JNDI;
	}

	@Override
	public String name() {
		return "InitialContext and Naming";
	}

	@Override
	public List<HookPoint> points() {
		return Stream.of(initial(), directory(), byScheme(), Stream.of(REGISTRY)).flatMap((points) -> points).toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first != null) ? new JndiCall("lookup", first.toString()) : null;
	}

	@Override
	public boolean counted() {
		return true;
	}

	private static Stream<HookPoint> initial() {
		return Stream.of("lookup", "lookupLink", "list", "listBindings")
			.flatMap((method) -> Stream.of("Ljava/lang/String;", "Ljavax/naming/Name;")
				.map((type) -> HookPoint.of("javax.naming.InitialContext", method, type, 1)));
	}

	private static Stream<HookPoint> directory() {
		return Stream.of("Ljava/lang/String;*", "Ljavax/naming/Name;*")
			.map((type) -> HookPoint.of("javax.naming.directory.InitialDirContext", "getAttributes", type, 1));
	}

	/**
	 * What all lookups of a URL end in, whoever has asked for the context.
	 */
	private static Stream<HookPoint> byScheme() {
		return Stream.of("lookup", "lookupLink", "list", "listBindings")
			.map((method) -> HookPoint.of("com.sun.jndi.toolkit.url.GenericURLContext", method, "Ljava/lang/String;",
					1));
	}

}

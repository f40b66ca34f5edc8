package io.github.raspspring.carrier.jvm.hook;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.TextCall;
import org.jspecify.annotations.Nullable;

/**
 * The entries that directories are searched below, asked for or told to change.
 */
final class LdapNameHook implements JvmHook {

	private static final List<String> METHODS = List.of("search", "getAttributes", "modifyAttributes", "bind", "rebind",
			"createSubcontext");

	@Override
	public SinkKind kind() {
		return SinkKind.LDAP;
	}

	@Override
	public String name() {
		return "names of InitialDirContext";
	}

	@Override
	public List<HookPoint> points() {
		return METHODS.stream()
			.flatMap((method) -> Stream.of("Ljava/lang/String;*", "Ljavax/naming/Name;*")
				.map((name) -> HookPoint.of("javax.naming.directory.InitialDirContext", method, name, 1)))
			.toList();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first != null) ? new TextCall(TextCall.Language.LDAP_NAME, first.toString()) : null;
	}

}

package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.TextCall;
import org.jspecify.annotations.Nullable;

/**
 * The entries that directories are searched below.
 */
final class LdapNameHook implements JvmHook {

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
		return List.of(HookPoint.of("javax.naming.directory.InitialDirContext", "search", "Ljava/lang/String;*", 1),
				HookPoint.of("javax.naming.directory.InitialDirContext", "search", "Ljavax/naming/Name;*", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first != null) ? new TextCall(TextCall.Language.LDAP_NAME, first.toString()) : null;
	}

}

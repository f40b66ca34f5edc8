package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.attack.lookup.JndiCall;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * Directories and registries that contexts of JNDI are made for, by a URL of the
 * environment as well. That an application asks the one it is configured with is nothing
 * to tell.
 */
final class DirectoryHook implements JvmHook {

	private static final String LDAP = "com.sun.jndi.ldap.LdapCtx";

	@Override
	public SinkKind kind() {
		return SinkKind.JNDI;
	}

	@Override
	public String name() {
		return "directories of LDAP and RMI";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(
				new HookPoint(LDAP, "<init>", "Ljava/lang/String;Ljava/lang/String;ILjava/util/Hashtable;Z", 2, 1),
				HookPoint.of("com.sun.jndi.rmi.registry.RegistryContext", "<init>",
						"Ljava/lang/String;ILjava/util/Hashtable;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		if (first == null) {
			return null;
		}
		String scheme = (second != null) ? "ldap://" : "rmi://";
		return new JndiCall("context", scheme + first + "/" + ((second != null) ? second : ""), true);
	}

}

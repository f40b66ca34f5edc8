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
		return List.of(HookPoint.of("com.sun.jndi.ldap.LdapCtxFactory", "getUsingURL", "Ljava/lang/String;*", 1),
				HookPoint.of("com.sun.jndi.rmi.registry.RegistryContextFactory", "URLToContext", "Ljava/lang/String;*",
						1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		return (first != null) ? new JndiCall("context", first.toString(), true) : null;
	}

}

package io.github.raspspring.carrier.jvm.hook;

import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.TextCall;

/**
 * Filters that directories are searched with.
 */
final class LdapFilterHook {

	private static final String FILTER = "Ljava/lang/String;*";

	private LdapFilterHook() {
	}

	static JvmHook create() {
		return new TextHook("directories of JNDI, UnboundID", TextCall.Language.LDAP_FILTER, List.of(
				HookPoint.of("javax.naming.directory.InitialDirContext", "search", "Ljava/lang/String;" + FILTER, 2),
				HookPoint.of("javax.naming.directory.InitialDirContext", "search", "Ljavax/naming/Name;" + FILTER, 2),
				// Contexts that a directory itself hands out.
				HookPoint.of("com.sun.jndi.toolkit.ctx.PartialCompositeDirContext", "search",
						"Ljavax/naming/Name;" + FILTER, 2),
				HookPoint.of("com.unboundid.ldap.sdk.Filter", "create", "Ljava/lang/String;", 1)));
	}

}

package io.github.raspspring.carrier.jvm.hook;

import java.net.URL;
import java.util.Arrays;
import java.util.List;

import io.github.raspspring.attack.gadget.CallPathCall;
import io.github.raspspring.attack.gadget.CallPathCall.Effect;
import io.github.raspspring.carrier.jvm.HookPoint;
import io.github.raspspring.carrier.jvm.JvmHook;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * What has led to classes that are made of bytes at hand, or fetched from elsewhere. The
 * loaders of applications are not asked: they define classes all the time.
 */
final class ClassPathHook implements JvmHook {

	@Override
	public SinkKind kind() {
		return SinkKind.CALL_PATH;
	}

	@Override
	public String name() {
		return "loaders of classes";
	}

	@Override
	public List<HookPoint> points() {
		return List.of(
				HookPoint.of("com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl", "defineTransletClasses", "",
						HookPoint.SELF),
				HookPoint.of("org.apache.xalan.xsltc.trax.TemplatesImpl", "defineTransletClasses", "", HookPoint.SELF),
				HookPoint.of("com.sun.org.apache.bcel.internal.util.ClassLoader", "createClass", "*", 1),
				HookPoint.of("java.net.URLClassLoader", "<init>", "[Ljava/net/URL;*", 1),
				HookPoint.of("java.net.URLClassLoader", "<init>", "Ljava/lang/String;[Ljava/net/URL;*", 2),
				HookPoint.of("java.net.URLClassLoader", "addURL", "Ljava/net/URL;", 1));
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		String what = (first instanceof URL[] urls) ? Arrays.toString(urls)
				: String.valueOf((first != null) ? first.getClass() : "");
		return new CallPathCall("class definition", what, Effect.CLASSES);
	}

}

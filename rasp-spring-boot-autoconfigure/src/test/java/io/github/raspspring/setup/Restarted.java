package io.github.raspspring.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Loads the classes of the application itself, and leaves libraries to its parent, as
 * tools do that restart an application when it has changed.
 */
final class Restarted extends ClassLoader {

	private static final String APPLICATION = SetUps.class.getName();

	Restarted(ClassLoader parent) {
		super(parent);
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			Class<?> known = findLoadedClass(name);
			if (known != null) {
				return known;
			}
			return name.startsWith(APPLICATION) ? define(name) : super.loadClass(name, resolve);
		}
	}

	private Class<?> define(String name) {
		try (InputStream content = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
			byte[] bytes = content.readAllBytes();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

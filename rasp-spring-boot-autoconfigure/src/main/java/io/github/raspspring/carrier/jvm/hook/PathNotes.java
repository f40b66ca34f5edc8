package io.github.raspspring.carrier.jvm.hook;

import io.github.raspspring.attack.path.FileCall;

/**
 * What a thread has seen of a path before the JDK tidied it up: the text it was made of,
 * and the name of an archive's entry. Kept where it matters only. Thread-safe.
 */
final class PathNotes {

	private final ThreadLocal<String> text = new ThreadLocal<>();

	private final ThreadLocal<String> entry = new ThreadLocal<>();

	/**
	 * Note a text that a path is made of.
	 */
	void made(String path) {
		note(this.text, path, path.contains("//"));
	}

	/**
	 * Note the name of an entry, which the client sent although it is no value of the
	 * request.
	 */
	void entered(String name) {
		note(this.entry, name, name.contains("..") || name.startsWith("/") || name.startsWith("\\"));
	}

	/**
	 * Describe a file that is about to be read.
	 */
	FileCall read(String operation, String path) {
		return new FileCall(operation, asWritten(path), false);
	}

	/**
	 * Describe a file that is about to be changed.
	 */
	FileCall change(String operation, String path) {
		String name = this.entry.get();
		boolean extracted = name != null && path.endsWith(name);
		return extracted ? new FileCall(operation, path, path.length() - name.length(), true)
				: new FileCall(operation, asWritten(path), true);
	}

	/**
	 * Put the slashes back that were one too many: input is found as it was sent.
	 */
	private String asWritten(String path) {
		String written = this.text.get();
		if (written == null) {
			return path;
		}
		String tidy = tidy(written);
		return path.endsWith(tidy) ? path.substring(0, path.length() - tidy.length()) + written : path;
	}

	private static String tidy(String path) {
		StringBuilder tidy = new StringBuilder(path.length());
		for (int i = 0; i < path.length(); i++) {
			boolean more = path.charAt(i) == '/' && i > 0 && path.charAt(i - 1) == '/';
			if (!more) {
				tidy.append(path.charAt(i));
			}
		}
		return tidy.toString();
	}

	private static void note(ThreadLocal<String> notes, String value, boolean matters) {
		if (matters) {
			notes.set(value);
		}
		else if (notes.get() != null) {
			notes.remove();
		}
	}

}

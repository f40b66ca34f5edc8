package io.github.raspspring.attack.path;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of uploaded files that are refused: by their extension, or as a whole.
 * Immutable.
 */
public final class UploadNames {

	private static final String CUTS = ";:\0";

	private final Set<String> refused;

	/**
	 * Create a policy.
	 * @param refused extensions without a dot, and whole names with one
	 */
	public UploadNames(Collection<String> refused) {
		this.refused = refused.stream()
			.map((name) -> name.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Tell whether a file is refused.
	 * @param fileName the name, with or without a path
	 * @return {@code true} if its name or extension is one of those that are
	 */
	boolean refuse(String fileName) {
		int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
		String name = fileName.substring(slash + 1).toLowerCase(Locale.ROOT);
		int cut = firstCut(name);
		return isRefused(name) || cut >= 0 && isRefused(name.substring(0, cut));
	}

	private boolean isRefused(String name) {
		int end = name.length();
		while (end > 0
				&& (name.charAt(end - 1) <= ' ' || name.charAt(end - 1) == '.' || name.charAt(end - 1) == 0xA0)) {
			end--;
		}
		int dot = name.lastIndexOf('.', end - 1);
		return this.refused.contains(name.substring(0, end))
				|| dot >= 0 && this.refused.contains(extension(name, dot, end));
	}

	/**
	 * Return the extension without what file systems and browsers drop.
	 */
	private static String extension(String name, int dot, int end) {
		StringBuilder extension = new StringBuilder(end - dot);
		for (int i = dot + 1; i < end; i++) {
			char c = name.charAt(i);
			if (c > ' ' && Character.getType(c) != Character.FORMAT) {
				extension.append(c);
			}
		}
		return extension.toString();
	}

	private static int firstCut(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (CUTS.indexOf(name.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}

}

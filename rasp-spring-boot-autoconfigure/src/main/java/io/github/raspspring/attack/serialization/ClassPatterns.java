package io.github.raspspring.attack.serialization;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of classes as filters of the JVM (JEP 290) spell them: {@code com.shop.Order},
 * {@code com.shop.*} for the classes of a package, {@code com.shop.**} for those of its
 * subpackages too. Immutable.
 */
public final class ClassPatterns {

	/** Matches no class. */
	public static final ClassPatterns NONE = new ClassPatterns(List.of());

	private final Set<String> classes = new HashSet<>();

	private final Set<String> packages = new HashSet<>();

	private final Set<String> trees = new HashSet<>();

	/** What is longer is the beginning of no name that a tree has. */
	private int longestTree;

	/**
	 * Create patterns.
	 * @param patterns the patterns
	 * @throws IllegalArgumentException if one is empty or has an asterisk elsewhere than
	 * as its last part
	 */
	public ClassPatterns(List<String> patterns) {
		patterns.forEach((pattern) -> add(pattern.strip()));
	}

	/**
	 * Return whether a class is meant.
	 * @param name its binary name; a nested class is meant where the one around it is
	 * @return {@code true} if a pattern matches
	 */
	public boolean match(String name) {
		int nested = name.indexOf('$');
		if (this.classes.contains(name) || (nested > 0 && this.classes.contains(name.substring(0, nested)))) {
			return true;
		}
		int dot = name.lastIndexOf('.');
		if (dot > 0 && this.packages.contains(name.substring(0, dot))) {
			return true;
		}
		int last = (dot > this.longestTree) ? name.lastIndexOf('.', this.longestTree) : dot;
		for (int i = last; i > 0; i = name.lastIndexOf('.', i - 1)) {
			if (this.trees.contains(name.substring(0, i))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether there is no pattern.
	 * @return {@code true} if no class can match
	 */
	public boolean isEmpty() {
		return this.classes.isEmpty() && this.packages.isEmpty() && this.trees.isEmpty();
	}

	private void add(String pattern) {
		if (pattern.endsWith(".**")) {
			String tree = name(pattern, 3);
			this.trees.add(tree);
			this.longestTree = Math.max(this.longestTree, tree.length());
		}
		else if (pattern.endsWith(".*")) {
			this.packages.add(name(pattern, 2));
		}
		else {
			this.classes.add(name(pattern, 0));
		}
	}

	private static String name(String pattern, int suffix) {
		String name = pattern.substring(0, pattern.length() - suffix);
		if (name.isEmpty() || name.indexOf('*') >= 0) {
			throw new IllegalArgumentException("Not a class, package.* or package.**: '" + pattern + "'");
		}
		return name;
	}

}

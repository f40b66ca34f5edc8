package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Reads the name of a parameter as data binders read it, as a path of properties in dots
 * and brackets, and tells whether it reaches for classes or prototypes. Stateless.
 */
final class PropertyPath {

	/** What a name reaches for. */
	enum Reach {

		/** Plain properties. */
		DATA,

		/** The prototype of JavaScript objects. */
		PROTOTYPE,

		/** Properties of a Java class. */
		CLASS,

		/** The module, class loader or protection domain of a Java class. */
		CLASS_LOADER

	}

	private static final HashedWords SEGMENTS = HashedWords.of("class getclass() getclass _class !class",
			"module classloader protectiondomain getclassloader getclassloader() getmodule getmodule()"
					+ " getprotectiondomain getprotectiondomain() parent package declaredmethods",
			"__proto__", "constructor", "prototype", "forname methods declaredconstructors enumconstants interfaces"
					+ " superclass annotations componenttype declaringclass enclosingclass nesthost");

	private static final int LONGEST_PATH = 256;

	/** What stands between the names of a path. */
	private static final String SIGNS = ".[]()'\"";

	private static final int CLASS = 1;

	private static final int LOADER = 2;

	private static final int PROTO = 3;

	private static final int CONSTRUCTOR = 4;

	private static final int PROTOTYPE = 5;

	private static final int MEMBER = 6;

	private PropertyPath() {
	}

	/**
	 * Judge a name.
	 * @param name the name
	 * @return the farthest reach of any two neighboring segments
	 */
	static Reach of(CharSequence name) {
		Reach reach = Reach.DATA;
		int previous = 0;
		long hash = HashedWords.SEED;
		boolean segment = false;
		for (int i = 0; i <= name.length(); i++) {
			char c = (i < name.length()) ? name.charAt(i) : '.';
			if (!isSeparator(c)) {
				hash = HashedWords.extend(hash, c);
				segment = true;
			}
			else if (segment) {
				int group = SEGMENTS.groupOf(hash);
				Reach found = of(previous, group);
				reach = (found.compareTo(reach) > 0) ? found : reach;
				previous = (previous == CLASS && group == MEMBER) ? CLASS : group;
				hash = HashedWords.SEED;
				segment = false;
			}
		}
		return reach;
	}

	/**
	 * Tell whether a value is a path of properties as a whole that names a class loader
	 * or protection domain behind a class: neither a sentence nor the name of a Java
	 * class does.
	 * @param value the value
	 * @return {@code true} if it is
	 */
	static boolean isLoaderOf(String value) {
		if (value.length() > LONGEST_PATH) {
			return false;
		}
		boolean names = false;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (!Ascii.isWord(c) && SIGNS.indexOf(c) < 0) {
				return false;
			}
			names |= Ascii.startsWith(value, i, "classloader") || Ascii.startsWith(value, i, "protectiondomain");
		}
		return names && of(value) == Reach.CLASS_LOADER;
	}

	private static Reach of(int previous, int group) {
		if (group == PROTO || previous == CONSTRUCTOR && group == PROTOTYPE) {
			return Reach.PROTOTYPE;
		}
		if (previous != CLASS) {
			return Reach.DATA;
		}
		return (group == LOADER) ? Reach.CLASS_LOADER : (group == MEMBER) ? Reach.CLASS : Reach.DATA;
	}

	private static boolean isSeparator(char c) {
		return c == '.' || c == '[' || c == ']' || c == '\'' || c == '"' || c == '/' || c == ' ';
	}

}

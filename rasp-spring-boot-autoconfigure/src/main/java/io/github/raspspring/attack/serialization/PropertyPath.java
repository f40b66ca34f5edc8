package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;
import org.jspecify.annotations.Nullable;

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

	private static final HashedWords SEGMENTS = HashedWords.of(
			"class getclass() getclass _class !class declaringclass !declaringclass",
			"module classloader protectiondomain getclassloader getclassloader() getmodule getmodule()"
					+ " getprotectiondomain getprotectiondomain() parent package declaredmethods getname()",
			"__proto__", "constructor", "prototype",
			"forname methods declaredconstructors declaredfields declaredclasses enumconstants interfaces"
					+ " superclass annotations componenttype enclosingclass nesthost");

	private static final int LONGEST_PATH = 256;

	/** What no property of plain data is named, as far as it goes into a class. */
	private static final String[] INSIDE = { "classloader", "protectiondomain", "class.module.", "class.package.",
			"class.forname", "class.declared", "class.superclass", "class.methods", "class['", "class[\"", "getclass()",
			"declaringclass.module" };

	/** What stands between the names of a path. */
	private static final String SIGNS = ".[]()'\"";

	private static final String SIGNS_OF_POINTER = ".[]()'\"/-";

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
	 * Tell whether a value is a path of properties as a whole, or a list of such, that
	 * names a class loader or protection domain behind a class: neither a sentence nor
	 * the name of a Java class does.
	 * @param value the value
	 * @return what it reaches for, {@link Reach#DATA} if it is none
	 */
	static Reach ofValue(String value) {
		Reach reach = Reach.DATA;
		int end = -1;
		for (int start = 0; value.length() <= LONGEST_PATH && end < value.length(); start = end + 1) {
			int comma = value.indexOf(',', start);
			end = (comma < 0) ? value.length() : comma;
			Reach found = ofPath(value, start, end);
			if (found == null) {
				return Reach.DATA;
			}
			reach = (found.compareTo(reach) > 0) ? found : reach;
		}
		return reach;
	}

	/**
	 * Judge the names of the pairs that a body consists of, as forms are sent. A body
	 * without pairs is judged as a value.
	 * @param body the body
	 * @return the farthest reach of its names
	 */
	static Reach ofPairs(String body) {
		if (body.indexOf('=') < 0) {
			return ofValue(body);
		}
		Reach reach = Reach.DATA;
		int end = -1;
		for (int start = 0; end < body.length(); start = end + 1) {
			int sign = body.indexOf('&', start);
			end = (sign < 0) ? body.length() : sign;
			int equals = body.indexOf('=', start);
			if (equals > start && equals < end && equals - start <= LONGEST_PATH) {
				Reach found = ofPath(body, start, equals);
				reach = (found != null && found.compareTo(reach) > 0) ? found : reach;
			}
		}
		return reach;
	}

	/**
	 * Judge one of the fields that a value lists, with the sign of an order before it.
	 * @return {@code null} if it is none
	 */
	private static @Nullable Reach ofPath(String value, int from, int to) {
		int start = Ascii.skipSpace(value, from);
		char sign = Ascii.at(value, start);
		start += (sign == '-' || sign == '+') ? 1 : 0;
		int end = behindPath(value, start, (to > start && value.charAt(to - 1) == ' ') ? to - 1 : to);
		String signs = (Ascii.at(value, start) == '/') ? SIGNS_OF_POINTER : SIGNS;
		boolean names = false;
		for (int i = start; i < end; i++) {
			char c = value.charAt(i);
			if (!Ascii.isWord(c) && signs.indexOf(c) < 0) {
				return null;
			}
			names |= "cdgp".indexOf(Ascii.fold(c)) >= 0 && namesInside(value, i);
		}
		if (!names) {
			return Reach.DATA;
		}
		String path = value.substring(start, end);
		return isLoaderAtEnd(path, path.length()) ? Reach.CLASS_LOADER : of(path);
	}

	/**
	 * Return where a path ends that the direction of a sort order may follow.
	 */
	private static int behindPath(String value, int start, int end) {
		int colon = value.lastIndexOf(':', end - 1);
		boolean directed = colon > start && (Ascii.startsWith(value, colon + 1, "asc") && colon + 4 == end
				|| Ascii.startsWith(value, colon + 1, "desc") && colon + 5 == end);
		return directed ? colon : end;
	}

	private static boolean namesInside(String value, int index) {
		for (String inside : INSIDE) {
			if (Ascii.startsWith(value, index, inside)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell whether a property that holds a class loader is what a path of three at least
	 * ends with: classes are named with a large letter.
	 */
	private static boolean isLoaderAtEnd(String value, int end) {
		String loader = value.startsWith("()", end - 2) ? ".getClassLoader()" : ".classLoader";
		int start = end - loader.length();
		return value.startsWith(loader, start) && value.lastIndexOf('.', start - 1) > 0;
	}

	private static Reach of(int previous, int group) {
		if (group == PROTO || previous == CONSTRUCTOR && group == PROTOTYPE) {
			return Reach.PROTOTYPE;
		}
		if (previous != CLASS) {
			return Reach.DATA;
		}
		return (group == LOADER) ? Reach.CLASS_LOADER : (group == MEMBER || group == CLASS) ? Reach.CLASS : Reach.DATA;
	}

	private static boolean isSeparator(char c) {
		return c == '.' || c == '[' || c == ']' || c == '\'' || c == '"' || c == '/' || c == ' ';
	}

}

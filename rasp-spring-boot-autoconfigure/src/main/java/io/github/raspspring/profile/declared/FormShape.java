package io.github.raspspring.profile.declared;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a handler declares of parameters: of the query, of forms, and of variables of the
 * path. Filled while its handler is read, and not changed from then on.
 */
final class FormShape {

	/** What paths of leaves begin with that are parameters. */
	private static final String LEAF = "param.";

	private final Map<String, Field> fields = new HashMap<>();

	private boolean open;

	private boolean bindsObjects;

	private boolean hasVariables;

	void add(String name, Kind kind, Limits limits) {
		String key = name.toLowerCase(Locale.ROOT);
		this.fields.putIfAbsent(key, new Field(name, kind, limits, this.fields.size(), LEAF + name));
		this.hasVariables |= key.startsWith(HandlerForms.PATH);
	}

	/** The handler may read any parameter. */
	void open() {
		this.open = true;
	}

	/** Whatever has the right name is set on an object. */
	void bindsObjects() {
		this.bindsObjects = true;
	}

	boolean isOpen() {
		return this.open;
	}

	boolean isBindingObjects() {
		return this.bindsObjects;
	}

	/**
	 * Return how many parameters there are, each of which has a number below that.
	 */
	int size() {
		return this.fields.size();
	}

	/**
	 * Return what is declared of a variable of the path. The path itself comes with each
	 * request as a value like those.
	 */
	@Nullable Field findVariable(String name) {
		return this.hasVariables ? find(HandlerForms.PATH + name) : null;
	}

	/**
	 * Properties of beans are bound whatever the case of their first letter.
	 */
	@Nullable Field find(String path) {
		return this.fields.get(path.toLowerCase(Locale.ROOT));
	}

	/**
	 * Return the path that a name is bound to: without marks of frameworks, indexes and
	 * keys.
	 */
	static String pathOf(String name) {
		int start = (name.startsWith("_") || name.startsWith("!")) ? 1 : 0;
		if (start == 0 && name.indexOf('[') < 0) {
			return name;
		}
		StringBuilder path = new StringBuilder(name.length());
		int depth = 0;
		for (int i = start; i < name.length(); i++) {
			char c = name.charAt(i);
			depth += (c == '[') ? 1 : 0;
			if (depth == 0) {
				path.append(c);
			}
			depth -= (c == ']' && depth > 0) ? 1 : 0;
		}
		return path.toString();
	}

	/**
	 * One parameter.
	 *
	 * @param path its name as it is declared
	 * @param kind how many values it has, and whether two of them are ambiguous
	 * @param limits what its declaration says of it
	 * @param number tells it from the others of its handler
	 * @param leaf the path by which its values are learnt: always the same text, by which
	 * they find what is known of them
	 */
	record Field(String path, Kind kind, Limits limits, int number, String leaf) {

	}

	/**
	 * How many values a parameter has.
	 */
	enum Kind {

		/** One: a number, an enumeration, an id or a time. */
		SINGLE,

		/** A text, of which Spring joins several with commas. */
		TEXT,

		/**
		 * A truth value, which forms send beside a hidden field of the same name.
		 */
		BOX,

		/** Any number, or an object. */
		MANY

	}

}

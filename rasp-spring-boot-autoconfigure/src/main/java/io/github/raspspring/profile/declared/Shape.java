package io.github.raspspring.profile.declared;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a document may look like by the type it is bound to.
 */
sealed interface Shape {

	/**
	 * May be anything: a map, a tree, or what a deserializer of the application reads.
	 */
	Shape ANYTHING = new Anything();

	/**
	 * May be anything.
	 */
	record Anything() implements Shape {

	}

	/**
	 * A single value.
	 *
	 * @param arrays whether it may be written as a list, as times may
	 * @param limits what its declaration says of it
	 */
	record Scalar(boolean arrays, Limits limits) implements Shape {

	}

	/**
	 * A list.
	 *
	 * @param element what its elements look like
	 */
	record Items(Shape element) implements Shape {

	}

	/**
	 * An object. Filled while its type is read, as types refer to themselves; not changed
	 * from then on.
	 */
	final class Fields implements Shape {

		private final Map<String, Shape> known = new HashMap<>();

		private final Set<String> tolerated = new HashSet<>();

		private final Set<String> readOnly = new HashSet<>();

		private final boolean anyCase;

		private boolean open;

		Fields(boolean anyCase) {
			this.anyCase = anyCase;
		}

		private String key(String name) {
			return this.anyCase ? name.toLowerCase(Locale.ROOT) : name;
		}

		void add(String name, Shape shape) {
			this.known.putIfAbsent(key(name), shape);
		}

		void tolerate(String name) {
			this.tolerated.add(key(name));
		}

		void readOnly(String name) {
			this.readOnly.add(key(name));
		}

		void open() {
			this.open = true;
		}

		void addAll(Fields others) {
			others.known.forEach(this.known::putIfAbsent);
			this.tolerated.addAll(others.tolerated);
			this.readOnly.addAll(others.readOnly);
			this.open |= others.open;
		}

		Map<String, Shape> known() {
			return this.known;
		}

		/**
		 * Return whether it takes names that are not declared.
		 */
		boolean isOpen() {
			return this.open;
		}

		@Nullable Shape find(String name) {
			return this.known.get(key(name));
		}

		boolean isTolerated(String name) {
			return this.tolerated.contains(key(name));
		}

		boolean isReadOnly(String name) {
			return this.readOnly.contains(key(name));
		}

	}

}

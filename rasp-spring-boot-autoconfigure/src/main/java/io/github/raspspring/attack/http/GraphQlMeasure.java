package io.github.raspspring.attack.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.text.HashedWords;

/**
 * Measures a GraphQL document without building it: depth with fragments counted in,
 * aliases, directives, repetitions of one field, and whether fragments go in circles. One
 * forward pass, then one over the fragments. Not thread-safe.
 */
final class GraphQlMeasure {

	private static final char END = '\uFFFF';

	private static final int MOST_FRAGMENTS = 256;

	private static final int MOST_DEFINITIONS = 1024;

	private static final int MOST_SPREADS = 4096;

	private static final int MOST_NAMES = 4096;

	private static final int UNKNOWN = -1;

	private static final int IN_PROGRESS = -2;

	private static final int NO_SCHEMA = Integer.MAX_VALUE;

	private final CharSequence text;

	private final List<Definition> definitions = new ArrayList<>();

	private final Map<Long, Integer> fragments = new HashMap<>();

	private final Map<Long, Integer> fields = new HashMap<>();

	private int position;

	private int braces;

	private int parens;

	private int aliases;

	private int directives;

	private int repetitions;

	private int spreads;

	private int operations;

	private boolean circular;

	private boolean introspective;

	/** Level of the field that asks for the schema. */
	private int schemaFrom = NO_SCHEMA;

	/**
	 * Measure a document.
	 * @param text the document
	 */
	GraphQlMeasure(CharSequence text) {
		this.text = text;
		this.definitions.add(new Definition());
		read();
	}

	private void read() {
		boolean fragmentAhead = false;
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position);
			if (isNameStart(c)) {
				fragmentAhead = readName(fragmentAhead);
				continue;
			}
			this.position++;
			switch (c) {
				case '"' -> skipString();
				case '#' -> skipComment();
				case '(' -> this.parens++;
				case ')' -> this.parens = Math.max(0, this.parens - 1);
				case '@' -> this.directives++;
				case '.' -> readSpread();
				case '{' -> open();
				case '}' -> close();
				default -> {
				}
			}
		}
	}

	private void open() {
		if (this.parens == 0) {
			this.braces++;
			Definition definition = current();
			if (isInSchema()) {
				definition.schemaDepth = Math.max(definition.schemaDepth, this.braces);
			}
			else {
				definition.depth = Math.max(definition.depth, this.braces);
			}
		}
	}

	private void close() {
		if (this.parens == 0 && this.braces > 0) {
			this.braces--;
			this.schemaFrom = (this.braces <= this.schemaFrom) ? NO_SCHEMA : this.schemaFrom;
			if (this.braces == 0) {
				this.operations++;
				if (this.definitions.size() < MOST_DEFINITIONS) {
					this.definitions.add(new Definition());
				}
			}
		}
	}

	/**
	 * Read a name; at the top level {@code fragment} says that the next one is a
	 * fragment's.
	 */
	private boolean readName(boolean fragmentAhead) {
		int start = this.position;
		long hash = HashedWords.SEED;
		while (isNamePart(at(this.position))) {
			hash = HashedWords.extend(hash, at(this.position++));
		}
		if (this.parens > 0) {
			return false;
		}
		if (this.braces == 0) {
			if (fragmentAhead && this.fragments.size() < MOST_FRAGMENTS) {
				this.fragments.put(hash, this.definitions.size() - 1);
			}
			readCondition(start);
			return isWord(start, "fragment") && this.position - start == 8;
		}
		if (at(start - 1) == '@' || at(start - 1) == '$') {
			return false;
		}
		if (isWord(start, "__schema") && this.position - start == 8
				|| isWord(start, "__type") && this.position - start == 6) {
			this.introspective = true;
			this.schemaFrom = isInSchema() ? this.schemaFrom : this.braces;
		}
		if (at(skipBlanks(this.position)) == ':') {
			this.aliases++;
		}
		else if (this.fields.size() < MOST_NAMES || this.fields.containsKey(hash)) {
			this.repetitions = Math.max(this.repetitions, this.fields.merge(hash, 1, Integer::sum));
		}
		return false;
	}

	/**
	 * A fragment on one of the types that the schema itself consists of.
	 */
	private void readCondition(int start) {
		if (isWord(start, "on") && this.position - start == 2) {
			current().ofSchema = isWord(skipBlanks(this.position), "__");
		}
	}

	private boolean isInSchema() {
		return current().ofSchema || this.schemaFrom != NO_SCHEMA && this.braces > this.schemaFrom;
	}

	private void readSpread() {
		if (at(this.position) != '.' || at(this.position + 1) != '.') {
			return;
		}
		this.position = skipBlanks(this.position + 2);
		int start = this.position;
		long hash = HashedWords.SEED;
		while (isNamePart(at(this.position))) {
			hash = HashedWords.extend(hash, at(this.position++));
		}
		boolean inline = this.position == start || isWord(start, "on") && this.position - start == 2;
		if (!inline && this.spreads++ < MOST_SPREADS) {
			current().spreads.add(new Spread(hash, this.braces, isInSchema()));
		}
	}

	private void skipString() {
		if (at(this.position) == '"' && at(this.position + 1) == '"') {
			this.position += 2;
			while (this.position < this.text.length() && !(at(this.position) == '"' && at(this.position + 1) == '"'
					&& at(this.position + 2) == '"' && at(this.position - 1) != '\\')) {
				this.position++;
			}
			this.position += 3;
			return;
		}
		while (this.position < this.text.length() && at(this.position) != '"' && at(this.position) != '\n') {
			this.position += (at(this.position) == '\\') ? 2 : 1;
		}
		this.position++;
	}

	private void skipComment() {
		while (this.position < this.text.length() && at(this.position) != '\n' && at(this.position) != '\r') {
			this.position++;
		}
	}

	/**
	 * Return the depth of the deepest selection, fragments counted in.
	 * @return the number of levels
	 */
	int depth() {
		int deepest = 0;
		for (int i = 0; i < this.definitions.size(); i++) {
			deepest = Math.max(deepest, depthOf(i));
		}
		return deepest;
	}

	/**
	 * Depth of a definition. The recursion is bounded by the number of fragments.
	 */
	private int depthOf(int index) {
		Definition definition = this.definitions.get(index);
		if (definition.total == IN_PROGRESS) {
			this.circular = true;
			return 0;
		}
		if (definition.total != UNKNOWN) {
			return definition.total;
		}
		definition.total = IN_PROGRESS;
		int deepest = definition.depth;
		for (Spread spread : definition.spreads) {
			Integer fragment = this.fragments.get(spread.name());
			if (fragment != null) {
				int below = depthOf(fragment);
				deepest = spread.ofSchema() ? deepest : Math.max(deepest, spread.depth() + below - 1);
				definition.schemaDepth = Math.max(definition.schemaDepth,
						spread.depth() + this.definitions.get(fragment).schemaDepth - 1);
			}
		}
		definition.total = deepest;
		return deepest;
	}

	/**
	 * Return whether fragments spread each other in a circle. Valid after
	 * {@link #depth()}.
	 * @return {@code true} if they do
	 */
	boolean isCircular() {
		return this.circular;
	}

	/**
	 * Return the depth of the deepest selection that asks for the schema. Valid after
	 * {@link #depth()}.
	 * @return the number of levels
	 */
	int schemaDepth() {
		int deepest = 0;
		for (Definition definition : this.definitions) {
			deepest = Math.max(deepest, definition.schemaDepth);
		}
		return deepest;
	}

	/**
	 * Return the number of aliases.
	 * @return the number
	 */
	int aliases() {
		return this.aliases;
	}

	/**
	 * Return the number of directives.
	 * @return the number
	 */
	int directives() {
		return this.directives;
	}

	/**
	 * Return how often the most frequent field occurs.
	 * @return the number
	 */
	int repetitions() {
		return this.repetitions;
	}

	/**
	 * Return the number of fragment spreads.
	 * @return the number
	 */
	int spreads() {
		return this.spreads;
	}

	/**
	 * Return the number of operations and fragments.
	 * @return the number
	 */
	int definitions() {
		return this.operations;
	}

	/**
	 * Return whether the schema is asked for.
	 * @return {@code true} for introspection
	 */
	boolean isIntrospective() {
		return this.introspective;
	}

	private Definition current() {
		return this.definitions.get(this.definitions.size() - 1);
	}

	private int skipBlanks(int start) {
		int i = start;
		while (at(i) <= ' ' || at(i) == ',' || at(i) == 0xFEFF) {
			i++;
		}
		return i;
	}

	private boolean isWord(int start, String word) {
		for (int k = 0; k < word.length(); k++) {
			if (at(start + k) != word.charAt(k)) {
				return false;
			}
		}
		return true;
	}

	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : END;
	}

	private static boolean isNameStart(char c) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_';
	}

	private static boolean isNamePart(char c) {
		return isNameStart(c) || c >= '0' && c <= '9';
	}

	private record Spread(long name, int depth, boolean ofSchema) {

	}

	private static final class Definition {

		private final List<Spread> spreads = new ArrayList<>(0);

		private int depth;

		/** Depth of what asks for the schema. */
		private int schemaDepth;

		private boolean ofSchema;

		private int total = UNKNOWN;

	}

}

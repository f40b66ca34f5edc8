package io.github.raspspring.engine;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands, as a JSON pointer (RFC 6901). Values below the same
 * parent share its node, and the text is made when somebody asks for it: a name that is
 * written once and stands above many values takes no more memory than the document
 * itself. Immutable.
 */
public final class InputName {

	/** The document as a whole. */
	public static final InputName ROOT = new InputName(null, "", 0);

	/** Characters of a pointer; what would be longer is named like its parent. */
	private static final int LONGEST = 512;

	private final @Nullable InputName parent;

	private final String last;

	private final int length;

	private InputName(@Nullable InputName parent, String last, int length) {
		this.parent = parent;
		this.last = last;
		this.length = length;
	}

	/**
	 * Name a member.
	 * @param name the name of the member within this
	 * @return its name within the document, or this one if that would get too long
	 */
	public InputName member(String name) {
		int length = this.length + 1 + name.length();
		return (length <= LONGEST) ? new InputName(this, name, length) : this;
	}

	/**
	 * Return the pointer.
	 * @return parts with a slash before each, empty for the document as a whole
	 */
	@Override
	public String toString() {
		Deque<String> parts = new ArrayDeque<>();
		for (InputName node = this; node.parent != null; node = node.parent) {
			parts.push(node.last);
		}
		StringBuilder pointer = new StringBuilder(this.length);
		parts.forEach((part) -> pointer.append('/').append(escaped(part)));
		return pointer.toString();
	}

	private static String escaped(String name) {
		return (name.indexOf('~') < 0 && name.indexOf('/') < 0) ? name : name.replace("~", "~0").replace("/", "~1");
	}

}

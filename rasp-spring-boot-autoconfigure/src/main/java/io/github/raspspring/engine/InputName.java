package io.github.raspspring.engine;

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

	/** What all elements of a list are named. */
	private static final String ELEMENT = "-";

	/** Characters of a pointer; what would be longer is named like its parent. */
	private static final int LONGEST = 512;

	private final @Nullable InputName parent;

	private final String last;

	/** The last part as it stands in a pointer, nearly always the same text. */
	private final String written;

	private final int length;

	private InputName(@Nullable InputName parent, String last, int length) {
		this.parent = parent;
		this.last = last;
		this.written = escaped(last);
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
	 * Return whether this is the name of a member, below the very parent that is given.
	 * @param parent the name of the object
	 * @param name the name of the member within it
	 * @return {@code true} if {@link #member} would make the same
	 */
	public boolean isMember(InputName parent, String name) {
		return this.parent == parent && this.last.equals(name);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof InputName name && equal(this, name);
	}

	private static boolean equal(@Nullable InputName one, @Nullable InputName other) {
		while (one != other) {
			if (one == null || other == null || one.length != other.length || !one.last.equals(other.last)) {
				return false;
			}
			one = one.parent;
			other = other.parent;
		}
		return true;
	}

	@Override
	public int hashCode() {
		return 31 * this.length + this.last.hashCode();
	}

	/**
	 * Return the pointer.
	 * @return parts with a slash before each, empty for the document as a whole
	 */
	@Override
	public String toString() {
		StringBuilder pointer = new StringBuilder(this.length);
		appendTo(pointer);
		return pointer.toString();
	}

	/**
	 * No pointer has more parts than characters, so this does not get deep.
	 */
	private void appendTo(StringBuilder pointer) {
		if (this.parent != null) {
			this.parent.appendTo(pointer);
			pointer.append('/').append(this.written);
		}
	}

	/**
	 * Return the part of the pointer behind its last slash.
	 * @return the part, empty for the document as a whole
	 */
	public String last() {
		return this.written;
	}

	/**
	 * Return the last part of the pointer that is no place in a list.
	 */
	String list() {
		InputName list = this;
		while (list.parent != null && list.last.equals(ELEMENT)) {
			list = list.parent;
		}
		return list.last();
	}

	private static String escaped(String name) {
		return (name.indexOf('~') < 0 && name.indexOf('/') < 0) ? name : name.replace("~", "~0").replace("/", "~1");
	}

}

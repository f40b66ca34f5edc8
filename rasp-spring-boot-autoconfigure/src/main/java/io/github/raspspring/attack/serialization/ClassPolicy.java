package io.github.raspspring.attack.serialization;

/**
 * Which objects may be created from data, and how much data is read. Immutable.
 *
 * @param allowed the only classes that may be created; if empty, all that are not denied
 * @param denied classes that are never created, besides those known to run code
 * @param maxDepth deepest nesting of objects
 * @param maxReferences most objects of one stream
 * @param maxArrayLength most elements of one array
 * @param maxBytes most bytes of one stream
 */
public record ClassPolicy(ClassPatterns allowed, ClassPatterns denied, long maxDepth, long maxReferences,
		long maxArrayLength, long maxBytes) {

	private static final ClassPolicy DEFAULTS = new ClassPolicy(ClassPatterns.NONE, ClassPatterns.NONE, 64, 1_000_000,
			1_000_000, 64 << 20);

	/**
	 * Return the policy of an application that says nothing: all classes but those known
	 * to run code, 64 levels, a million objects, arrays of a million, 64 MB.
	 * @return the policy
	 */
	public static ClassPolicy defaults() {
		return DEFAULTS;
	}

	boolean exceededBy(SerialSize size) {
		return size.depth() > this.maxDepth || size.references() > this.maxReferences
				|| size.arrayLength() > this.maxArrayLength || size.bytes() > this.maxBytes;
	}

}

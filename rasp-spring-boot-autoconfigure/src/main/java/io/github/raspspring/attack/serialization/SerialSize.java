package io.github.raspspring.attack.serialization;

import java.io.ObjectInputFilter.FilterInfo;

/**
 * How much has been read of serialized data so far, as {@link FilterInfo} counts it.
 *
 * @param depth levels of nesting, from 1
 * @param references objects
 * @param arrayLength elements of the array about to be created, -1 if it is none
 * @param bytes bytes of the data
 */
public record SerialSize(long depth, long references, long arrayLength, long bytes) {

	/** Nothing is known. */
	public static final SerialSize UNKNOWN = new SerialSize(0, 0, -1, 0);

	/**
	 * Return what a filter of the JVM is told.
	 * @param info what the filter got
	 * @return the size
	 */
	public static SerialSize of(FilterInfo info) {
		return new SerialSize(info.depth(), info.references(), info.arrayLength(), info.streamBytes());
	}

}

package io.github.raspspring.inspect;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Names of values that stand within others: JSON pointers, nested form fields, paths of
 * properties.
 */
public final class NestedName {

	private NestedName() {
	}

	/**
	 * Return the hash of the last part of a name, to be looked up in {@link HashedWords}.
	 * @param name the name, such as {@code /order/file}, {@code order.file} or
	 * {@code order[file]}
	 * @return the hash
	 */
	public static long lastPart(String name) {
		return lastPart(name, "");
	}

	/**
	 * Return the hash of the last part of a name, in which signs join words.
	 * @param name the name
	 * @param joints the signs that are left out
	 * @return the hash
	 */
	public static long lastPart(String name, String joints) {
		return lastPart(name, name.length(), joints);
	}

	private static long lastPart(String name, int end, String joints) {
		long hash = HashedWords.SEED;
		for (int i = 0; i < end; i++) {
			char c = name.charAt(i);
			if (c == '/' || c == '.' || c == '[') {
				hash = HashedWords.SEED;
			}
			else if (c != ']' && joints.indexOf(c) < 0) {
				hash = HashedWords.extend(hash, c);
			}
		}
		return hash;
	}

	/**
	 * Return the hash of the part before the last one, indices of lists left out.
	 * @param name the name, such as {@code /orders/0/file}
	 * @param joints the signs that are left out
	 * @return the hash, that of the empty word if there is no such part
	 */
	public static long parent(String name, String joints) {
		int end = partStart(name, name.length());
		while (end > 0 && isIndex(name, partStart(name, end) + 1, end)) {
			end = partStart(name, end);
		}
		return lastPart(name, end, joints);
	}

	private static int partStart(String name, int end) {
		int i = end - 1;
		while (i >= 0 && name.charAt(i) != '/' && name.charAt(i) != '.' && name.charAt(i) != '[') {
			i--;
		}
		return i;
	}

	private static boolean isIndex(String name, int start, int end) {
		int i = start;
		while (i < end && (Ascii.isDigit(name.charAt(i)) || name.charAt(i) == ']')) {
			i++;
		}
		return i == end;
	}

}

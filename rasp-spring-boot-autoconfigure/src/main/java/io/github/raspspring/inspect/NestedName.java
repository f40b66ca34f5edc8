package io.github.raspspring.inspect;

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
		long hash = HashedWords.SEED;
		for (int i = 0; i < name.length(); i++) {
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

}

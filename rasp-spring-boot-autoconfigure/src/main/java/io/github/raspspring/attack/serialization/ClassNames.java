package io.github.raspspring.attack.serialization;

import org.jspecify.annotations.Nullable;

/**
 * The names of classes in the name of a type: the element of an array such as
 * {@code [Lcom.shop.Order;} or {@code com.shop.Order[]}, and the parameters of
 * {@code java.util.List<com.shop.Order>}.
 */
final class ClassNames {

	private final String type;

	private int start;

	private int end;

	ClassNames(String type) {
		this.type = type;
	}

	/**
	 * Return the next name.
	 * @return {@code null} at the end
	 */
	@Nullable String next() {
		int i = this.end;
		boolean array = false;
		while (i < this.type.length() && !isNamePart(this.type.charAt(i))) {
			array = this.type.charAt(i) == '[';
			i++;
		}
		if (array && i < this.type.length()) {
			i++;
		}
		this.start = i;
		while (i < this.type.length() && isNamePart(this.type.charAt(i))) {
			i++;
		}
		this.end = i;
		if (!array && i < this.type.length() && this.type.charAt(i) == ';' && this.type.charAt(this.start) == 'L') {
			// As in Lcom.shop.Order; which some libraries take for com.shop.Order.
			this.start++;
		}
		if (this.start == this.type.length()) {
			return null;
		}
		return (this.start < this.end) ? this.type.substring(this.start, this.end).replace('/', '.') : next();
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	private static boolean isNamePart(char c) {
		return Character.isJavaIdentifierPart(c) || c == '.' || c == '/';
	}

}

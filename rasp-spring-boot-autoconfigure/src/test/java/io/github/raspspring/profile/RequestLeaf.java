package io.github.raspspring.profile;

/**
 * One value of a request at a place that the application has declared.
 *
 * @param path where it stands: names from the outside to the inside with dots between
 * them, elements of lists as {@code []}; made of declared names only
 * @param type what it is written as
 * @param text the value as it was sent
 */
public record RequestLeaf(String path, LeafType type, String text) {

	@Override
	public String toString() {
		return "RequestLeaf[" + this.path + " " + this.type + ", " + this.text.length() + " characters]";
	}

}

package io.github.raspspring.token.claims;

/**
 * A pattern in which {@code *} stands for any text, {@code ?} for one character. For a
 * given pattern the time is linear in the length of the text: nothing goes back further
 * than to the last star.
 *
 * @param pattern the pattern
 */
public record Glob(String pattern) {

	/**
	 * Match a text as a whole.
	 * @param text the text
	 * @return {@code true} if it matches
	 */
	public boolean matches(String text) {
		int at = 0;
		int in = 0;
		int star = -1;
		int resume = 0;
		while (at < text.length()) {
			if (in < this.pattern.length() && this.pattern.charAt(in) == '*') {
				star = in++;
				resume = at;
			}
			else if (in < this.pattern.length()
					&& (this.pattern.charAt(in) == '?' || this.pattern.charAt(in) == text.charAt(at))) {
				in++;
				at++;
			}
			else if (star >= 0) {
				in = star + 1;
				at = ++resume;
			}
			else {
				return false;
			}
		}
		while (in < this.pattern.length() && this.pattern.charAt(in) == '*') {
			in++;
		}
		return in == this.pattern.length();
	}

}

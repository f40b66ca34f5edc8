package io.github.raspspring.attack.query;

/**
 * A text that is looked at around any of its places, outside of it as well.
 *
 * @param text the text
 */
record QueryText(String text) {

	int length() {
		return this.text.length();
	}

	/**
	 * Return the index of the first sign from here on that is no blank.
	 */
	int skipBlanks(int index) {
		int i = index;
		while (i < this.text.length() && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	/**
	 * Return a sign, the noncharacter U+FFFF outside of the text.
	 */
	char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : '\uFFFF';
	}

	/**
	 * Return the index of the last sign up to here that is no blank, or -1.
	 */
	int skipBlanksBack(int index) {
		int i = index;
		while (i >= 0 && at(i) <= ' ') {
			i--;
		}
		return i;
	}

}

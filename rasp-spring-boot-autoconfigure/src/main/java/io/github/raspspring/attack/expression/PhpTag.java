package io.github.raspspring.attack.expression;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes a value that is a page of PHP which runs what it is given, as those are that
 * attackers leave on servers. A page that prints or stores passes. Stateless.
 */
final class PhpTag {

	private static final String[] CALLS = { "eval(", "assert(", "system(", "exec(", "shell_exec(", "passthru(",
			"popen(", "proc_open(", "phpinfo(", "`$_", "include($_", "require($_", "file_put_contents($_" };

	private static final int LONGEST = 512;

	private PhpTag() {
	}

	/**
	 * Return where the tag ends that opens such a page, -1 if the text is none.
	 * @param text the text
	 * @param start index of its first character
	 */
	static int at(String text, int start) {
		if (!Ascii.startsWith(text, start, "<?php") && !Ascii.startsWith(text, start, "<?=")) {
			return -1;
		}
		if (Ascii.startsWith(text, start, "<?=") && Ascii.at(text, Ascii.skipSpace(text, start + 3)) == '`') {
			return start + 3;
		}
		int end = Math.min(text.length(), start + LONGEST);
		for (int i = start + 3; i < end; i++) {
			for (String call : CALLS) {
				if (!Ascii.isWord(text.charAt(i - 1)) && Ascii.startsWith(text, i, call)) {
					return start + 3;
				}
			}
		}
		return -1;
	}

}

package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes a pickle of Python in its oldest protocol, which is text: a function of a
 * module that runs code is named on two lines, and a dot ends all,
 * <code>cos&#92;nsystem&#92;n(S'id'&#92;ntR.</code>. Stateless.
 */
final class PickledCall {

	private static final HashedWords MODULES = HashedWords.of("os posix nt builtins __builtin__ __main__ subprocess"
			+ " commands pty platform webbrowser importlib runpy sys timeit pickle cpickle _pickle bdb codecs shutil"
			+ " socket copyreg copy_reg types pip requests urllib urllib2 ctypes code pdb ftplib smtplib");

	private PickledCall() {
	}

	/**
	 * Tell whether a text is one.
	 */
	static boolean is(String text) {
		int last = text.length() - 1;
		while (last > 0 && text.charAt(last) <= ' ') {
			last--;
		}
		if (text.charAt(last) != '.' || "c(]}dlS".indexOf(text.charAt(0)) < 0) {
			return false;
		}
		int line = 0;
		do {
			if (names(text, line)) {
				return true;
			}
			line = text.indexOf('\n', line) + 1;
		}
		while (line > 0);
		return false;
	}

	/**
	 * Whether a line, perhaps behind a mark, and the next one name a function.
	 */
	private static boolean names(String text, int line) {
		int code = line;
		while (Ascii.at(text, code) == '(' || Ascii.at(text, code) == ']' || Ascii.at(text, code) == '}') {
			code++;
		}
		char c = Ascii.at(text, code);
		if (c != 'c' && c != 'i') {
			return false;
		}
		int end = nameEnd(text, code + 1);
		int name = behindBreak(text, end);
		int behind = nameEnd(text, name);
		return name > end && behind > name && behindBreak(text, behind) > behind
				&& MODULES.groupOf(text, code + 1, end) != 0;
	}

	private static int behindBreak(String text, int index) {
		int feed = (Ascii.at(text, index) == '\r') ? index + 1 : index;
		return (Ascii.at(text, feed) == '\n') ? feed + 1 : index;
	}

	private static int nameEnd(String text, int start) {
		int i = start;
		while (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '.') {
			i++;
		}
		return i;
	}

}

package io.github.raspspring.attack.expression;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * Recognizes what is told of elsewhere and run in a field for formulas: the end of the
 * engine, {@code quit()}, and a member of a class by which Java reaches its threads, its
 * host or other classes, {@code java.lang.Thread.sleep(1) == null}. Stateless.
 */
final class Formula {

	private static final String[] CALLS = { "quit(", "exit(" };

	private static final String[] FIELDS = { "formula", "expression", "expr", "script", "rule", "condition" };

	/** Classes of the language that do more than to compute. */
	private static final HashedWords CLASSES = HashedWords
		.of("thread system runtime processbuilder process class classloader");

	/** Members of those that only measure. */
	private static final HashedWords MEASURES = HashedWords
		.of("currenttimemillis nanotime identityhashcode lineseparator");

	private static final String LANGUAGE = "java.lang.";

	private static final int LONGEST_CALL = 16;

	private static final int LONGEST = 512;

	private Formula() {
	}

	/**
	 * Tell whether a formula ends its engine or reaches beyond it.
	 */
	static boolean isAttack(String text, InputValue input) {
		if (text.length() > LONGEST) {
			return false;
		}
		boolean attack = text.length() <= LONGEST_CALL && isEnd(text) || reaches(text);
		return attack && isFormula(input.lastName());
	}

	private static boolean isEnd(String text) {
		for (String call : CALLS) {
			int end = call.length();
			if (Ascii.startsWith(text, 0, call)) {
				while (Ascii.isDigit(Ascii.at(text, end)) || Ascii.at(text, end) == '-') {
					end++;
				}
				int last = (Ascii.at(text, end + 1) == ';') ? end + 2 : end + 1;
				return Ascii.at(text, end) == ')' && Ascii.skipSpace(text, last) == text.length();
			}
		}
		return false;
	}

	private static boolean reaches(String text) {
		int i = text.indexOf(LANGUAGE);
		while (i >= 0) {
			int type = i + LANGUAGE.length();
			int end = Ascii.endOfWord(text, type);
			int member = Ascii.endOfWord(text, end + 1);
			boolean called = Ascii.at(text, end) == '.' && Ascii.at(text, Ascii.skipSpace(text, member)) == '(';
			boolean created = Ascii.at(text, end) == '(' && text.startsWith("new ", i - 4);
			if ((called && MEASURES.groupOf(text, end + 1, member) == 0 || created)
					&& CLASSES.groupOf(text, type, end) != 0) {
				return true;
			}
			i = text.indexOf(LANGUAGE, type);
		}
		return false;
	}

	/**
	 * Tell whether a word for formulas begins a part of a name: a description is no
	 * script.
	 */
	private static boolean isFormula(String name) {
		for (String field : FIELDS) {
			for (int i = 0; i + field.length() <= name.length(); i++) {
				boolean begins = !Ascii.isLetter(Ascii.at(name, i - 1)) || Ascii.fold(name.charAt(i)) != name.charAt(i);
				if (begins && Ascii.startsWith(name, i, field)) {
					return true;
				}
			}
		}
		return false;
	}

}

package io.github.raspspring.attack.command;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the arithmetic of shells where it calculates with numbers alone, by which
 * tools find out whether a shell reads what they send.
 */
final class ShellArithmetic {

	private static final int LONGEST = 64;

	private ShellArithmetic() {
	}

	/**
	 * Weigh what begins at a dollar sign.
	 * @return a hit, or {@code null} if no numbers are calculated there
	 */
	static @Nullable Hit at(String text, int dollar) {
		if (!text.startsWith("$((", dollar)) {
			return null;
		}
		int digits = 0;
		int operators = 0;
		int i = dollar + 3;
		for (; i < dollar + LONGEST && Ascii.at(text, i) != ')'; i++) {
			char c = Ascii.at(text, i);
			digits += Ascii.isDigit(c) ? 1 : 0;
			operators += (c == '+' || c == '-' || c == '*' || c == '/' || c == '%') ? 1 : 0;
			if (!Ascii.isDigit(c) && c != ' ' && "+-*/%()".indexOf(c) < 0) {
				return null;
			}
		}
		boolean formula = Ascii.at(text, i + 2) == '$' && Ascii.at(text, i + 3) != '(';
		boolean calculates = text.startsWith("))", i) && digits > 1 && operators > 0 && !formula;
		return calculates ? Hit.of(CommandInjectionDetector.COMMAND_SUBSTITUTION, Hit.STRONG, dollar, i + 2) : null;
	}

}

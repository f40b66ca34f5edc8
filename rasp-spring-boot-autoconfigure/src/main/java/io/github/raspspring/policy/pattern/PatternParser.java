package io.github.raspspring.policy.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads the text of a pattern. What can't run in linear time, such as a reference to a
 * group or a look around, is refused with the reason. Not thread-safe.
 */
final class PatternParser {

	private static final String CASE = "(?i)";

	private static final int DEEPEST = 50;

	private final String text;

	private final boolean anyCase;

	private int at;

	private int depth;

	PatternParser(String text) {
		this.text = text;
		this.anyCase = text.startsWith(CASE);
		this.at = this.anyCase ? CASE.length() : 0;
	}

	PatternNode parse() {
		PatternNode node = either();
		if (this.at < this.text.length()) {
			throw refused("a closing parenthesis has no opening one");
		}
		return node;
	}

	private PatternNode either() {
		List<PatternNode> choices = new ArrayList<>();
		choices.add(inOrder());
		while (take('|')) {
			choices.add(inOrder());
		}
		return (choices.size() == 1) ? choices.get(0) : new PatternNode.Either(choices);
	}

	private PatternNode inOrder() {
		List<PatternNode> parts = new ArrayList<>();
		while (this.at < this.text.length() && peek() != '|' && peek() != ')') {
			parts.add(repeated());
		}
		return (parts.size() == 1) ? parts.get(0) : new PatternNode.InOrder(parts);
	}

	private PatternNode repeated() {
		PatternNode part = one();
		int least;
		int most = -1;
		if (take('*')) {
			least = 0;
		}
		else if (take('+')) {
			least = 1;
		}
		else if (take('?')) {
			least = 0;
			most = 1;
		}
		else if (take('{')) {
			least = number();
			most = take(',') ? ((this.at < this.text.length() && peek() == '}') ? -1 : number()) : least;
			expect('}');
		}
		else {
			return part;
		}
		return new PatternNode.Repeated(part, least, checked(least, most));
	}

	/**
	 * A reluctant repetition matches the same texts. A possessive one does not, and needs
	 * what this has not.
	 */
	private int checked(int least, int most) {
		if (take('+')) {
			throw refused("a repetition can't be possessive");
		}
		take('?');
		if (this.at < this.text.length() && "*+{".indexOf(peek()) >= 0) {
			throw refused("a repetition is repeated; put it in parentheses");
		}
		if (most >= 0 && most < least) {
			throw refused("a repetition ends before it starts");
		}
		return most;
	}

	private int number() {
		int start = this.at;
		while (this.at < this.text.length() && peek() >= '0' && peek() <= '9') {
			this.at++;
		}
		if (this.at == start || this.at - start > 4) {
			throw refused("a repetition needs a number of at most four digits, and a brace itself a backslash");
		}
		return Integer.parseInt(this.text.substring(start, this.at));
	}

	private PatternNode one() {
		int c = next();
		return switch (c) {
			case '(' -> group();
			case '[' -> new PatternNode.OneOf(cased(new CharacterClassParser(this).parse()));
			case '.' -> new PatternNode.OneOf((any) -> true);
			case '^' -> new PatternNode.Edge(false);
			case '$' -> new PatternNode.Edge(true);
			case '\\' -> new PatternNode.OneOf(cased(escape()));
			case '*', '+', '?', '{' -> throw refused("there is nothing to repeat");
			default -> new PatternNode.OneOf(cased((other) -> other == c));
		};
	}

	private PatternNode group() {
		if (++this.depth > DEEPEST) {
			throw refused("parentheses are nested deeper than " + DEEPEST);
		}
		if (this.text.startsWith("?:", this.at)) {
			this.at += 2;
		}
		else if (this.at < this.text.length() && peek() == '?') {
			throw refused("of groups with a question mark only (?:...) is known, and (?i) at the start: "
					+ "looking ahead or behind can't be done in linear time");
		}
		PatternNode inner = either();
		expect(')');
		this.depth--;
		return inner;
	}

	/**
	 * Read what follows a backslash.
	 */
	IntPredicate escape() {
		int c = next();
		return switch (c) {
			case 'd' -> PatternParser::isDigit;
			case 'D' -> (other) -> !isDigit(other);
			case 'w' -> PatternParser::isWord;
			case 'W' -> (other) -> !isWord(other);
			case 's' -> PatternParser::isBlank;
			case 'S' -> (other) -> !isBlank(other);
			case 'n' -> (other) -> other == '\n';
			case 'r' -> (other) -> other == '\r';
			case 't' -> (other) -> other == '\t';
			case 'x' -> coded(2);
			case 'u' -> coded(4);
			case 'p' -> property();
			default -> literal(c);
		};
	}

	private IntPredicate literal(int c) {
		if (c >= '0' && c <= '9' || c == 'k') {
			throw refused("a reference to a group can't be done in linear time");
		}
		if (isWord(c)) {
			throw refused("there is no \\" + Character.toString(c));
		}
		return (other) -> other == c;
	}

	private IntPredicate coded(int digits) {
		int end = Math.min(this.text.length(), this.at + digits);
		try {
			int code = Integer.parseUnsignedInt(this.text.substring(this.at, end), 16);
			this.at = end;
			return (other) -> other == code;
		}
		catch (NumberFormatException ex) {
			throw refused("a character needs " + digits + " hexadecimal digits");
		}
	}

	private IntPredicate property() {
		int end = this.text.indexOf('}', this.at);
		String name = (end > this.at) ? this.text.substring(this.at, end + 1) : "";
		this.at = Math.max(this.at, end + 1);
		return switch (name) {
			case "{L}" -> Character::isLetter;
			case "{Lu}" -> Character::isUpperCase;
			case "{Ll}" -> Character::isLowerCase;
			case "{N}", "{Nd}" -> Character::isDigit;
			case "{Z}" -> Character::isSpaceChar;
			case "{Cc}" -> Character::isISOControl;
			default -> throw refused("of properties there are \\p{L}, {Lu}, {Ll}, {Nd}, {Z} and {Cc}");
		};
	}

	private IntPredicate cased(IntPredicate accepted) {
		return this.anyCase ? (c) -> accepted.test(c) || accepted.test(Character.toLowerCase(c))
				|| accepted.test(Character.toUpperCase(c)) : accepted;
	}

	private static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isWord(int c) {
		return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_';
	}

	private static boolean isBlank(int c) {
		return c == ' ' || c >= '\t' && c <= '\r';
	}

	boolean atEnd() {
		return this.at >= this.text.length();
	}

	char peek() {
		return this.text.charAt(this.at);
	}

	boolean take(char expected) {
		if (!atEnd() && peek() == expected) {
			this.at++;
			return true;
		}
		return false;
	}

	int next() {
		if (atEnd()) {
			throw refused("it ends too early");
		}
		int c = this.text.codePointAt(this.at);
		this.at += Character.charCount(c);
		return c;
	}

	private void expect(char expected) {
		if (!take(expected)) {
			throw refused("a " + expected + " is missing");
		}
	}

	IllegalArgumentException refused(String reason) {
		return new IllegalArgumentException("at character " + this.at + " " + reason);
	}

}

package io.github.raspspring.text;

import java.util.Arrays;

/**
 * What every two neighboring characters of a text say about it: one table of all pairs of
 * character classes, so that a walk over the text costs two look-ups a character however
 * many pairs matter. Characters that share a class are taken for each other, which costs
 * time and hides nothing.
 */
final class TraitPairs {

	/** The class of what is before the beginning and behind the end. */
	static final int NOTHING = 0;

	private static final int BITS = 6;

	/** The class of all characters beyond ASCII, which say nothing to each other. */
	static final int BEYOND_ASCII = 1;

	private static final int CONTROL = 2;

	/** Small letters that say something in a pair, and all others. */
	private static final String[] LOWER = { "a", "d", "e", "im", "j", "n", "o", "p", "s", "t", "x", "bcfghklqruvwyz" };

	/** Capitals, of which other ones say something: names of currencies are none. */
	private static final String[] UPPER = { "A", "BW", "D", "E", "IJM", "N", "O", "P", "S", "T", "V", "X",
			"CFGHKLQRUYZ" };

	private static final String[] DIGITS = { "0", "123456789" };

	private static final String SPACES = " \t\n";

	private static final String SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]_`{|}~";

	/** What words are made of. */
	private static final long WORD = Traits.LETTER | Traits.DIGIT | Traits.UNDERSCORE | Traits.DOLLAR;

	private static final byte[] CLASSES = new byte[0x80];

	/** The classes of bytes that stand for themselves in a string of JSON, and them. */
	private static final char[] PLAIN = new char[0x100];

	private static final long[] CLASS_TRAITS = new long[1 << BITS];

	private static final long[] PAIRS = new long[1 << (2 * BITS)];

	static {
		classify();
		for (int pair = 0; pair < PAIRS.length; pair++) {
			PAIRS[pair] = CLASS_TRAITS[pair & ((1 << BITS) - 1)] | bounds(pair >>> BITS, pair & ((1 << BITS) - 1));
		}
		markWeb();
		markLanguages();
		markShell();
		markTypes();
	}

	private TraitPairs() {
	}

	static int classOf(char c) {
		return (c < 0x80) ? CLASSES[c] : BEYOND_ASCII;
	}

	/**
	 * Return all bits if a word begins between the two characters of a pair, else none.
	 */
	static int ifBegins(long pair) {
		return (int) (pair << 1 >> Long.SIZE - 1);
	}

	static boolean isWord(char c) {
		return c < 0x80 && (CLASS_TRAITS[CLASSES[c]] & WORD) != 0;
	}

	/**
	 * Return the class of a byte, and below it the sign that a word takes of it.
	 * @return the class {@link #NOTHING} for a quotation mark, a backslash, a control
	 * character and what is beyond ASCII
	 */
	static int plain(byte b) {
		return PLAIN[b & 0xFF];
	}

	/**
	 * Return the traits of a character behind another one, without those of the other.
	 */
	static long of(int before, int current) {
		return PAIRS[(before << BITS | current) & PAIRS.length - 1];
	}

	private static void classify() {
		int next = CONTROL;
		CLASS_TRAITS[BEYOND_ASCII] = Traits.OUTSIDE;
		CLASS_TRAITS[CONTROL] = Traits.CONTROL;
		Arrays.fill(CLASSES, (byte) CONTROL);
		for (String letters : LOWER) {
			assign(++next, letters, Traits.LETTER);
		}
		for (String letters : UPPER) {
			assign(++next, letters, Traits.LETTER);
		}
		for (String digits : DIGITS) {
			assign(++next, digits, Traits.DIGIT);
		}
		for (char c : (SPACES + SIGNS).toCharArray()) {
			assign(++next, String.valueOf(c), traitOf(c));
		}
		CLASSES['\r'] = CLASSES['\n'];
		CLASSES['^'] = CLASSES['~'];
		for (char c = ' '; c < CLASSES.length; c++) {
			boolean plain = c != '"' && c != '\\';
			PLAIN[c] = (char) ((plain ? CLASSES[c] : NOTHING) << Byte.SIZE | c | 0x20);
		}
	}

	private static void assign(int number, String characters, long trait) {
		CLASS_TRAITS[number] = trait;
		for (char c : characters.toCharArray()) {
			CLASSES[c] = (byte) number;
		}
	}

	/**
	 * Return whether a word ends behind the first character and another one begins.
	 */
	static boolean splits(char before, char current) {
		return splitsClasses(classOf(before), classOf(current));
	}

	private static boolean splitsClasses(int before, int current) {
		return (CLASS_TRAITS[before] & (Traits.DIGIT | Traits.DOLLAR)) != 0
				&& (CLASS_TRAITS[current] & Traits.LETTER) != 0;
	}

	private static long bounds(int before, int current) {
		boolean ended = (CLASS_TRAITS[before] & WORD) != 0;
		boolean begins = (CLASS_TRAITS[current] & WORD) != 0;
		boolean splits = splitsClasses(before, current);
		long bounds = (ended && (!begins || splits)) ? Traits.WORD_END : 0;
		return (begins && (!ended || splits)) ? bounds | Traits.WORD_BEGIN : bounds;
	}

	private static void markWeb() {
		markBehind("<", ~(Traits.DIGIT | Traits.EQUALS), Traits.TAG);
		PAIRS[CLASSES['<'] << BITS | CLASSES[' ']] &= ~Traits.TAG;
		mark("+", "A", Traits.TAG);
		mark(":/\\", "/\\", Traits.URL);
		mark("pPsS", ":", Traits.URL);
		mark("bBcCdDeEhHnNtT*", ":", Traits.SCHEME);
		mark(" \t\n\0", "/", Traits.SCHEME);
		PAIRS[NOTHING << BITS | CLASSES['/']] |= Traits.SCHEME;
		mark("aAtT\t\n\0", ":", Traits.SCRIPT_SIGN);
		PAIRS[NOTHING << BITS | CLASSES[':']] |= Traits.SCRIPT_SIGN;
		mark("'\"`", ";-+*^", Traits.SCRIPT_SIGN);
		mark("'`", "?}", Traits.SCRIPT_SIGN);
		mark("&", "#", Traits.SCRIPT_SIGN);
		mark("oO", "nN", Traits.HANDLER);
		mark("xX", "pP", Traits.STYLE);
		mark("0", "xX", Traits.HEXADECIMAL);
	}

	private static void markLanguages() {
		mark("0123456789$", "xX", Traits.SQL_KEYWORD);
		mark("@", "@", Traits.SQL_KEYWORD);
		mark("|", "|", Traits.SQL_LOGIC | Traits.JOINT);
		mark("&", "&", Traits.SQL_LOGIC | Traits.JOINT);
		mark("'\"`0123456789)} \t\n\0", ";", Traits.JOINT);
		mark("{", "!", Traits.JOINT);
		mark("*", ":", Traits.JOINT);
		mark("'\"", " \t\n\0})],+./|&", Traits.JOINT);
		mark("$#%*@~{", "{", Traits.OPENING);
		mark("$%*~", "!", Traits.OPENING);
		mark("{", "%$pPsSiIeE", Traits.OPENING);
		mark("<", "%#?jJ", Traits.OPENING);
		mark("[", "#", Traits.OPENING);
		mark("?", "nNaAiI", Traits.OPENING);
		mark("@", "jJoO(", Traits.OPENING);
		mark("@", "eEsS", Traits.AT_NAME);
		mark("_", "mM_", Traits.OPENING);
		mark(")", "(\\%\0", Traits.FILTER);
		mark("(", "|&!", Traits.FILTER);
		mark("*|&", "(", Traits.FILTER);
		mark("*", ")", Traits.FILTER);
		mark("=", "*", Traits.FILTER);
		mark("\\", "2", Traits.FILTER);
		mark(":", ":", Traits.PATH_STEP);
		mark("]", "/", Traits.PATH_STEP);
		mark("(", "/'\" \t\n\0:", Traits.PATH_STEP);
	}

	private static void markShell() {
		mark("(", ")'\"", Traits.CALL);
		mark("<>", "(", Traits.CALL);
		mark("-", "eEoOcCBWV-", Traits.SHELL_OPTION);
	}

	private static void markTypes() {
		mark("0", "A", Traits.TYPE_MARK);
		mark("4", "s", Traits.TYPE_MARK);
		mark("dD", "0", Traits.TYPE_MARK);
		mark("SW", "V", Traits.TYPE_MARK);
		mark("D", "/", Traits.TYPE_MARK);
		mark("!", "!<r", Traits.TYPE_MARK);
		mark("%", "T", Traits.TYPE_MARK);
		mark("AB", "A", Traits.TYPE_MARK);
		mark("NJ", "j", Traits.TYPE_MARK);
		mark("$", "$", Traits.TYPE_MARK);
		mark(".", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Traits.TYPE_MARK);
		mark("es", "'", Traits.MEMBER_END);
	}

	private static void mark(String befores, String currents, long traits) {
		for (char before : befores.toCharArray()) {
			for (char current : currents.toCharArray()) {
				PAIRS[CLASSES[before] << BITS | CLASSES[current]] |= traits;
			}
		}
	}

	private static void markBehind(String before, long currents, long traits) {
		for (int current = NOTHING + 1; current < CLASS_TRAITS.length; current++) {
			if ((CLASS_TRAITS[current] & currents) != 0) {
				PAIRS[CLASSES[before.charAt(0)] << BITS | current] |= traits;
			}
		}
	}

	private static long traitOf(char c) {
		return switch (c) {
			case '\'' -> Traits.SINGLE_QUOTE;
			case '"' -> Traits.DOUBLE_QUOTE;
			case '`' -> Traits.BACKTICK;
			case '(' -> Traits.OPEN_PAREN;
			case ')' -> Traits.CLOSE_PAREN;
			case '[', ']' -> Traits.BRACKET;
			case '{', '}' -> Traits.BRACE;
			case '<' -> Traits.LESS_THAN;
			case '>' -> Traits.GREATER_THAN;
			case ';' -> Traits.SEMICOLON;
			case '|' -> Traits.PIPE;
			case '&' -> Traits.AMPERSAND;
			case '$' -> Traits.DOLLAR;
			case '#' -> Traits.HASH;
			case '%' -> Traits.PERCENT;
			case '/' -> Traits.SLASH;
			case '\\' -> Traits.BACKSLASH;
			case '.' -> Traits.DOT;
			case '-' -> Traits.HYPHEN;
			case '=' -> Traits.EQUALS;
			case ':' -> Traits.COLON;
			case ',' -> Traits.COMMA;
			case '@' -> Traits.AT;
			case '*' -> Traits.ASTERISK;
			case '+' -> Traits.PLUS;
			case '!' -> Traits.EXCLAMATION;
			case '?' -> Traits.QUESTION;
			case '~' -> Traits.TILDE_OR_CARET;
			case '_' -> Traits.UNDERSCORE;
			case '\n' -> Traits.LINE_BREAK;
			default -> Traits.BLANK;
		};
	}

}

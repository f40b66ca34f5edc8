package io.github.raspspring.text;

/**
 * Finds operators of document databases and statements of server-side JavaScript in a
 * text, where they have the grammar of a query rather than of a sentence. One forward
 * pass. Not thread-safe.
 */
public final class MongoScanner {

	/** What was found. */
	public enum Evidence {

		/** Nothing. */
		NONE,

		/** An operator that changes data or orders results. */
		UPDATE_OPERATOR,

		/** An operator that changes what a query matches. */
		QUERY_OPERATOR,

		/** An operator that runs JavaScript. */
		SCRIPT_OPERATOR,

		/** A quote that ends a literal, followed by a statement. */
		SCRIPT

	}

	private static final HashedWords OPERATORS = HashedWords.of(
			"$set $unset $inc $push $pull $addtoset $rename $currentdate $setoninsert $min $max $mul $pop",
			"$ne $eq $gt $gte $lt $lte $in $nin $or $and $nor $not $exists $regex $options $expr $jsonschema $mod $all"
					+ " $elemmatch $text $near $nearsphere $geowithin $geointersects $lookup $graphlookup $match $project"
					+ " $group $unionwith $out $merge $facet $comment",
			"$where $function $accumulator $eval");

	private static final HashedWords STATEMENTS = HashedWords.of("return while sleep for var let throw function",
			"this db");

	private static final HashedWords OPERANDS = HashedWords.of("true false null this new undefined");

	private static final int LONGEST_WAY = 48;

	private final CharSequence text;

	private Evidence evidence = Evidence.NONE;

	private int position;

	private boolean quoteOpen;

	private char quote;

	/**
	 * Create a scanner.
	 * @param text the text
	 */
	public MongoScanner(CharSequence text) {
		this.text = text;
	}

	/**
	 * Return what a name is, be it that of a JSON member or of a parameter with brackets.
	 * @param name the name
	 * @return the strongest operator in it
	 */
	public static Evidence ofName(CharSequence name) {
		Evidence strongest = Evidence.NONE;
		for (int i = 0; i < name.length(); i++) {
			char before = (i > 0) ? name.charAt(i - 1) : '/';
			if (name.charAt(i) == '$' && (before == '/' || before == '[' || before == '.' || before == '"')) {
				Evidence found = operator(name, i, nameEnd(name, i + 1));
				strongest = (found.compareTo(strongest) > 0) ? found : strongest;
			}
		}
		return strongest;
	}

	/**
	 * Read on to the next evidence.
	 * @return what was found, {@link Evidence#NONE} at the end
	 */
	public Evidence next() {
		this.evidence = Evidence.NONE;
		while (this.position < this.text.length() && this.evidence == Evidence.NONE) {
			char c = this.text.charAt(this.position);
			if (c == '$') {
				readOperator(this.position);
			}
			else if (c == '\'' || c == '"') {
				readQuote(c);
			}
			else if (this.position == 0 && c >= '0' && c <= '9') {
				readNumber();
			}
			this.position++;
		}
		return this.evidence;
	}

	/**
	 * Return where the reading stands.
	 * @return the index behind the evidence
	 */
	public int position() {
		return this.position;
	}

	private void readOperator(int start) {
		int end = nameEnd(this.text, start + 1);
		if (end > start + 1 && beginsMember(start) && endsMember(end)) {
			this.evidence = operator(this.text, start, end);
		}
		this.position = Math.max(start, end - 1);
	}

	private boolean beginsMember(int start) {
		int i = start - 1;
		char c = at(i);
		if (c == '\'' || c == '"') {
			i--;
		}
		i = skipBlanksBack(i);
		c = at(i);
		return (c == '{' || c == '[' || c == ',') && !isArgument(i);
	}

	/**
	 * Return whether an object is the argument of a call, which is how manuals write it:
	 * what is read as JSON can't be one.
	 */
	private boolean isArgument(int brace) {
		int i = brace;
		while (i > brace - LONGEST_WAY && (at(i) <= ' ' || at(i) == '{' || at(i) == ':' || Ascii.isWord(at(i)))) {
			i--;
		}
		return at(i) == '(' && Ascii.isLetter(at(i - 1));
	}

	private int skipBlanksBack(int index) {
		int i = index;
		while (i >= 0 && at(i) <= ' ') {
			i--;
		}
		return i;
	}

	private boolean endsMember(int end) {
		int i = end;
		char c = at(i);
		if (c == ']') {
			return true;
		}
		if (c == '\'' || c == '"') {
			i++;
		}
		return at(skipBlanks(i)) == ':';
	}

	/**
	 * A quote that opens by the count of quotes before it, but is followed by what only
	 * follows a closing one, ends a literal of the query.
	 */
	private void readQuote(char c) {
		if (c == '\'' && isLetter(at(this.position - 1)) && isLetter(at(this.position + 1))) {
			return;
		}
		if (this.quoteOpen) {
			this.quoteOpen = c != this.quote;
			return;
		}
		this.quoteOpen = true;
		this.quote = c;
		if (continuesScript(this.position + 1)) {
			this.evidence = Evidence.SCRIPT;
		}
	}

	private void readNumber() {
		int i = this.position;
		while (at(i) >= '0' && at(i) <= '9') {
			i++;
		}
		if (continuesScript(i)) {
			this.evidence = Evidence.SCRIPT;
		}
	}

	private boolean continuesScript(int index) {
		int i = skipBlanks(index);
		char c = at(i);
		while (c == ')' || c == '}') {
			i = skipBlanks(i + 1);
			c = at(i);
		}
		boolean joined = (c == '|' || c == '&') && at(i + 1) == c;
		if (!joined && c != ';') {
			return false;
		}
		i = skipBlanks(i + (joined ? 2 : 1));
		int end = i;
		long hash = HashedWords.SEED;
		while (isLetter(at(end))) {
			hash = HashedWords.extend(hash, at(end++));
		}
		int group = STATEMENTS.groupOf(hash);
		return (group == 2) ? at(end) == '.' || at(end) == '[' : group == 1 && isStatement(end);
	}

	/**
	 * Whether the rest of a statement follows its keyword, and not a sentence.
	 */
	private boolean isStatement(int end) {
		int i = skipBlanks(end);
		char c = at(i);
		if (!isLetter(c)) {
			return c == '(' || c == ';' || c == '!' || c == '\'' || c == '"' || c == '{' || c == 0xFFFF
					|| c >= '0' && c <= '9';
		}
		long hash = HashedWords.SEED;
		while (isLetter(at(i)) || at(i) == '_') {
			hash = HashedWords.extend(hash, at(i++));
		}
		char following = at(skipBlanks(i));
		return OPERANDS.groupOf(hash) != 0 || following == '=' || following == '(' || following == ';'
				|| at(i) == '.' && isLetter(at(i + 1));
	}

	private int skipBlanks(int index) {
		int i = index;
		while (i < this.text.length() && this.text.charAt(i) <= ' ') {
			i++;
		}
		return i;
	}

	private char at(int index) {
		return (index >= 0 && index < this.text.length()) ? this.text.charAt(index) : '\uFFFF';
	}

	private static Evidence operator(CharSequence text, int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, text.charAt(i));
		}
		return switch (OPERATORS.groupOf(hash)) {
			case 1 -> Evidence.UPDATE_OPERATOR;
			case 2 -> Evidence.QUERY_OPERATOR;
			case 3 -> Evidence.SCRIPT_OPERATOR;
			default -> Evidence.NONE;
		};
	}

	private static int nameEnd(CharSequence text, int start) {
		int i = start;
		while (i < text.length() && isLetter(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static boolean isLetter(char c) {
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	}

}

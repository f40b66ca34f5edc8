package io.github.raspspring.attack.query;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CodeFields;
import io.github.raspspring.inspect.PasswordFields;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes operators of document databases in names and values, and JavaScript that
 * breaks out of a literal of a query (CWE-943).
 * <p>
 * So do clauses of other query languages, members added to a JSON document, and commands
 * of Redis and memcached behind a line break. Lets pass amounts ({@code $100}), names of
 * JSON Schema, JSON-LD and OData ({@code $ref}, {@code $filter}), and operators mentioned
 * in a sentence. Operators that change data are weak, as event trackers use them, and so
 * is a listing in a field for source code. A field for passwords is looked at only if an
 * operator begins the document it holds: nobody chooses that. Costs one pass over texts
 * with a dollar sign or a quote; allocates one small object for those.
 */
public final class NoSqlInjectionDetector implements RepeatableDetector {

	/** Rule {@code operator}: a query operator. */
	public static final Rule OPERATOR = new Rule("operator", "CWE-943",
			"The value brings an operator of the query language where the application expects plain data.",
			"Bind input to typed fields, and build queries with the driver's criteria instead of parsing input.");

	/** Rule {@code script-operator}: an operator that runs code. */
	public static final Rule SCRIPT_OPERATOR = new Rule("script-operator", "CWE-943",
			"The value brings an operator that runs JavaScript inside the database.",
			"Switch off server-side JavaScript in the database, and bind input to typed fields.");

	/** Rule {@code script}: code behind a broken literal, or instead of a value. */
	public static final Rule SCRIPT = new Rule("script", "CWE-943",
			"The value ends a string literal and continues with a JavaScript statement, or is one.",
			"Never concatenate input into $where or map-reduce functions.");

	/**
	 * Rule {@code clause}: a clause of another query language behind a broken literal.
	 */
	public static final Rule CLAUSE = new Rule("clause", "CWE-943",
			"The value ends a string literal and goes on with a clause of the query language of a database.",
			"Pass input as parameters of the query, never as part of its text.");

	/** Rule {@code document}: the literal ends and the document goes on. */
	public static final Rule DOCUMENT = new Rule("document", "CWE-943",
			"The value ends a string of a JSON document and adds members to it.",
			"Build JSON with a writer that escapes, never by concatenation.");

	/** Rule {@code command}: a line of the protocol of a store. */
	public static final Rule COMMAND = new Rule("command", "CWE-943",
			"The value ends a line of the protocol of Redis or memcached and brings a command of its own.",
			"Use a driver that sends keys with their length, and accept no line breaks in keys.");

	private static final long SCRIPTED = Traits.DOLLAR | Traits.JOINT | Traits.OPEN_PAREN | Traits.CONTROL
			| Traits.PERCENT | Traits.BACKSLASH;

	private static final long QUOTES = Traits.SINGLE_QUOTE | Traits.DOUBLE_QUOTE;

	/** What a term of a field has behind a phrase or group that ends. */
	private static final long GROUPS = Traits.DOUBLE_QUOTE | Traits.CLOSE_PAREN;

	/** What a comment has that cuts off the rest of a query. */
	private static final long CUT_OFF = Traits.URL | Traits.ASTERISK;

	/** What a call of a module of Lua has. */
	private static final long CALL_OF_MODULE = Traits.OPEN_PAREN | Traits.DOT;

	/** What a broken string of JSON has that goes on. */
	private static final long MEMBERS = Traits.COMMA | Traits.COLON;

	/** What a document has that brings a script. */
	private static final long DOCUMENT_CALLS = Traits.BRACE | Traits.DOUBLE_QUOTE | Traits.COLON | Traits.OPEN_PAREN;

	/** What a filter has that goes on with an operator. */
	private static final long UPDATES = Traits.DOLLAR | Traits.COMMA | Traits.COLON;

	/** What statements and conditions are joined by. */
	private static final long JOINING = Traits.SEMICOLON | Traits.PIPE | Traits.AMPERSAND;

	/** What a function has that is added to a literal. */
	private static final long ADDED = Traits.PLUS | Traits.SEMICOLON | Traits.OPEN_PAREN;

	@Override
	public String name() {
		return "nosql-injection";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		return SCRIPTED | Traits.LINE_BREAK;
	}

	@Override
	public boolean supports(InputValue value) {
		return !PasswordFields.holds(value) || isDocument(value.value());
	}

	/**
	 * Whether a text begins as a document does whose first member is an operator.
	 */
	private static boolean isDocument(String text) {
		if (!text.startsWith("{")) {
			return false;
		}
		int name = Ascii.skipSpace(text, 1);
		char quote = Ascii.at(text, name);
		name += (quote == '"' || quote == '\'') ? 1 : 0;
		int end = MongoOperators.nameEnd(text, name + 1);
		if (text.startsWith("\\u0024", name)) {
			return true;
		}
		return Ascii.at(text, name) == '$' && end > name + 1
				&& (quote == '"' || Ascii.at(text, (quote == '\'') ? end + 1 : end) == ':');
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		if (view.input().kind() == InputValue.Kind.NAME) {
			report(MongoScanner.ofName(view.text()), view, view.text().length(), findings);
			return;
		}
		Rule added = added(view);
		if (added != null) {
			report(MongoScanner.Evidence.SCRIPT, added, view, view.text().length(), findings);
			return;
		}
		if ((view.traits() & SCRIPTED) == 0) {
			return;
		}
		boolean command = (view.traits() & (Traits.OPEN_PAREN | Traits.JOINT)) != 0 && isCommand(view)
				|| isCutOff(view.text());
		if (command || !mayMatter(view.text(), view.traits())) {
			report(command ? MongoScanner.Evidence.SCRIPT : MongoScanner.Evidence.NONE, view, view.text().length(),
					findings);
			return;
		}
		MongoScanner scanner = new MongoScanner(view.text());
		MongoScanner.Evidence evidence = scanner.next();
		boolean changes = false;
		while (evidence == MongoScanner.Evidence.UPDATE_OPERATOR) {
			changes = true;
			evidence = scanner.next();
		}
		if (changes && evidence == MongoScanner.Evidence.NONE && (FilterParameters.isFilter(view.input().lastName())
				|| FilterParameters.holdsUser(view.input().lastName()))) {
			evidence = MongoScanner.Evidence.QUERY_OPERATOR;
		}
		if (evidence == MongoScanner.Evidence.QUERY_OPERATOR && isSearch(view)) {
			evidence = MongoScanner.Evidence.UPDATE_OPERATOR;
		}
		report(evidence, view, scanner.position(), findings);
	}

	/**
	 * Whether a field for conditions holds one that only names what is looked for.
	 */
	private static boolean isSearch(ValueView view) {
		String name = view.input().lastName();
		return FilterParameters.isCondition(name) && PlainFilter.is(view.text());
	}

	/**
	 * Return the rule of what is added to a query, document or line that the value ends.
	 */
	private static @Nullable Rule added(ValueView view) {
		String text = view.text();
		long traits = view.traits();
		boolean quoted = (traits & QUOTES) != 0;
		if (quoted && QueryClause.follows(text) || (traits & CUT_OFF) != 0 && QueryClause.endsPattern(text)
				|| (traits & Traits.COLON) != 0 && (traits & GROUPS) != 0 && LuceneSplice.is(text)
				|| (traits & Traits.JOINT) != 0 && SolrQuery.is(text, traits)) {
			return CLAUSE;
		}
		if (quoted && (traits & MEMBERS) == MEMBERS && JsonSplice.is(text)
				|| (traits & UPDATES) == UPDATES && UpdateSplice.is(text)
				|| quoted && (traits & CUT_OFF) != 0 && UpdateSplice.isCutOff(text)) {
			return DOCUMENT;
		}
		if ((traits & DOCUMENT_CALLS) == DOCUMENT_CALLS && DocumentCommand.is(text)) {
			return SCRIPT_OPERATOR;
		}
		if (quoted
				&& (StoreCommand.isScript(text) || (traits & CALL_OF_MODULE) == CALL_OF_MODULE && LuaSplice.is(text))) {
			return COMMAND;
		}
		boolean lines = (traits & Traits.LINE_BREAK) != 0;
		return (lines && StoreCommand.follows(text, FilterParameters.isStoreKey(view.input().lastName()))) ? COMMAND
				: null;
	}

	private static boolean isCommand(ValueView view) {
		String text = view.text();
		String name = view.input().name();
		return MongoCommand.is(text) || MongoCommand.isBody(text)
				|| MongoCommand.isFunction(text)
						&& (FilterParameters.isFilter(name) || FilterParameters.holdsUser(name))
				|| MongoCommand.isCall(text) && (MongoCommand.runsScript(text) || FilterParameters.isCondition(name))
						&& FilterParameters.isFilter(name);
	}

	/**
	 * Whether a word ends with a quote and a NUL, plain or written, that would cut off
	 * the rest of the query.
	 */
	private static boolean isCutOff(String text) {
		int end = text.length();
		end -= text.endsWith("\0") ? 1 : text.endsWith("%00") ? 3 : text.endsWith("\\u0000") ? 6 : end;
		return end > 1 && (text.charAt(end - 1) == '\'' || text.charAt(end - 1) == '"') && text.indexOf(' ') < 0
				&& text.indexOf(text.charAt(end - 1)) == end - 1;
	}

	/**
	 * Whether a text holds an operator, or a literal and what goes on behind one.
	 */
	private static boolean mayMatter(String text, long traits) {
		if ((traits & Traits.DOLLAR) != 0 || text.isEmpty()) {
			return !text.isEmpty();
		}
		char first = text.charAt(0);
		boolean literal = (traits & QUOTES) != 0 || Ascii.isDigit(first) || first == '|';
		return literal && ((traits & Traits.JOINT) != 0 && (traits & JOINING) != 0 || (traits & ADDED) == ADDED);
	}

	private void report(MongoScanner.Evidence evidence, ValueView view, int end, Findings findings) {
		if (evidence != MongoScanner.Evidence.NONE) {
			report(evidence, ruleOf(evidence), view, end, findings);
		}
	}

	private void report(MongoScanner.Evidence evidence, Rule rule, ValueView view, int end, Findings findings) {
		findings.add(Finding.of(this, rule)
			.confidence(isShown(view) ? Confidence.WEAK : confidenceOf(evidence))
			.at(view.input())
			.evidence(view.text(), Math.max(0, end - 16), end)
			.build());
	}

	/**
	 * Whether a field for source code holds some that a statement begins, and no
	 * document, or a trace tells of either.
	 */
	private static boolean isShown(ValueView view) {
		return CodeFields.areTraced(view.input()) || Ascii.isLetter(Ascii.at(view.text(), 0))
				&& (CodeFields.hold(view.input()) || FilterParameters.holdsListing(view.input().name()));
	}

	private static Rule ruleOf(MongoScanner.Evidence evidence) {
		return switch (evidence) {
			case SCRIPT_OPERATOR -> SCRIPT_OPERATOR;
			case SCRIPT -> SCRIPT;
			default -> OPERATOR;
		};
	}

	private static Confidence confidenceOf(MongoScanner.Evidence evidence) {
		return switch (evidence) {
			case SCRIPT_OPERATOR -> Confidence.CERTAIN;
			case UPDATE_OPERATOR -> Confidence.WEAK;
			default -> Confidence.STRONG;
		};
	}

}

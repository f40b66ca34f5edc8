package io.github.raspspring.attack.expression;

import io.github.raspspring.attack.expression.ExpressionLexer.Kind;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the expressions of one text. What an expression holds adds up until it closes;
 * outside of expressions only single pieces count that no other language has.
 */
final class ExpressionEvidence {

	private final String text;

	private final ExpressionLexer lexer;

	private final ExpressionName name;

	private final int beginning;

	private @Nullable Hit strongest;

	private Rule rule = ExpressionInjectionDetector.SANDBOX_ESCAPE;

	private int start;

	private int points;

	private int names;

	private int literals;

	private int operators;

	private int operatorPoints;

	private int probes;

	private char quote;

	private boolean bean;

	private boolean higherOrder;

	private boolean reflective;

	private int constructors;

	private int packages;

	private ExpressionEvidence(String text, int from) {
		this.text = text;
		this.lexer = new ExpressionLexer(text, from);
		this.name = new ExpressionName(text, this.lexer);
		this.beginning = Ascii.beginning(text);
	}

	/**
	 * Find the strongest evidence of a text.
	 * @param text the text
	 * @param traits its traits
	 * @return a hit, or {@code null}
	 */
	static @Nullable Hit strongestIn(String text, long traits) {
		Hit bare = BareExpression.at(text, Ascii.beginning(text));
		if (bare != null) {
			return bare;
		}
		int first = ExpressionOpenings.first(text, traits);
		if (first < 0) {
			return null;
		}
		Hit probe = BareExpression.probe(text, first);
		return (probe != null) ? probe : new ExpressionEvidence(text, ExpressionPlace.wordStart(text, first)).weigh();
	}

	private @Nullable Hit weigh() {
		Kind kind = this.lexer.next();
		while (kind != Kind.END) {
			boolean wasInside = this.lexer.isInside();
			accept(kind);
			kind = this.lexer.next();
			if (wasInside && (kind == Kind.CLOSE && !this.lexer.isInside() || kind == Kind.END)) {
				finish();
			}
		}
		finish();
		return this.strongest;
	}

	private void accept(Kind kind) {
		switch (kind) {
			case OPEN -> open();
			case NAME -> name(ExpressionVocabulary.NAMES.groupOf(this.lexer.hash()));
			case NUMBER -> literal();
			case QUOTE -> quote(this.lexer.first());
			case PUNCTUATION -> punctuation(this.lexer.first());
			default -> {
			}
		}
	}

	private void open() {
		if (this.lexer.opened() == this.lexer.start()) {
			finish();
			this.start = this.lexer.start();
		}
		if (ExpressionName.isStaticReference(this.text, this.lexer.start())) {
			hit(ExpressionInjectionDetector.SANDBOX_ESCAPE, 6, this.lexer.start());
		}
		add(ExpressionPlace.directivePoints(this.text, this.lexer.start(), this.lexer.end()),
				ExpressionInjectionDetector.TEMPLATE_DIRECTIVE);
		boolean sum = ExpressionPlace.isPreprocessedSum(this.text, this.lexer.start(), this.lexer.end());
		add(sum ? 5 : 0, ExpressionInjectionDetector.LITERAL_PROBE);
	}

	private void finish() {
		if ((this.names == 0 || this.names == 2 && ExpressionPlace.setsVariable(this.text, this.start))
				&& this.literals > 1 && this.operators > 0 && this.literals > this.operators
				&& !ExpressionPlace.isToldOf(this.text, this.lexer.end())) {
			boolean again = ++this.probes > 1;
			boolean whole = again || this.operators == 1 && this.text.charAt(this.beginning) != '{'
					&& this.start <= this.beginning && this.lexer.end() >= this.text.length();
			add(whole ? Hit.STRONG : this.operatorPoints, ExpressionInjectionDetector.LITERAL_PROBE);
		}
		hit(this.rule, this.points, this.start);
		this.points = 0;
		this.names = 0;
		this.literals = 0;
		this.operators = 0;
		this.operatorPoints = 0;
		this.quote = '\0';
		this.bean = false;
		this.constructors = 0;
		this.packages = 0;
		this.higherOrder = false;
		this.start = this.lexer.end();
		this.rule = ExpressionInjectionDetector.SANDBOX_ESCAPE;
	}

	private void hit(Rule rule, int points, int from) {
		if (this.strongest == null || points > this.strongest.points()) {
			this.strongest = Hit.stronger(this.strongest, Hit.of(rule, points, from, this.lexer.end()));
		}
	}

	private void add(int points, Rule rule) {
		if (points > 0) {
			if (points >= this.points) {
				this.rule = rule;
			}
			this.points = Math.min(this.points + points, 100);
		}
	}

	private void escape(int points) {
		add(points, ExpressionInjectionDetector.SANDBOX_ESCAPE);
	}

	private void literal() {
		if (this.quote == '\0' && this.lexer.isInside()) {
			this.literals++;
		}
	}

	private void quote(char c) {
		if (!this.lexer.isInside()) {
			return;
		}
		if (this.quote == '\0') {
			this.quote = c;
		}
		else if (this.quote == c) {
			this.quote = '\0';
			this.literals++;
		}
	}

	private void punctuation(char c) {
		if (c == '@' && ExpressionName.isStaticReference(this.text, this.lexer.start())) {
			hit(ExpressionInjectionDetector.SANDBOX_ESCAPE, 6, this.lexer.start());
		}
		if (c == '`' && TemplateCall.isShell(this.text, this.start, this.lexer.start())) {
			escape(6);
		}
		if (this.quote != '\0' || this.literals == 0) {
			return;
		}
		int weight = switch (c) {
			case '*', '+', '~', '^' -> 5;
			case '/' -> this.name.isZeroNext() ? 5 : 3;
			case '%', '-', '>', '<', '=' -> 3;
			default -> 0;
		};
		if (weight > 0) {
			this.operators += (Ascii.at(this.text, this.lexer.start() - 1) == c) ? 0 : 1;
			this.operatorPoints = Math.max(this.operatorPoints, weight);
		}
	}

	private void name(int meaning) {
		int at = this.lexer.start();
		char previous = Ascii.at(this.text, at - 1);
		if (this.lexer.isInside()) {
			inside(meaning, previous);
		}
		else {
			outside(meaning, previous);
		}
	}

	/**
	 * A step is one way out already if it names what it reaches for.
	 */
	private int stepPoints(char previous, boolean called) {
		if (!called) {
			return (this.quote != '\0') ? 3 : 0;
		}
		char argument = Ascii.at(this.text, this.text.indexOf('(', this.lexer.end()) + 1);
		return (previous == '.' && (argument == '"' || argument == '\'')) ? 5 : 3;
	}

	private void inside(int meaning, char previous) {
		boolean called = this.name.isFollowedBy('(');
		boolean sum = this.literals > 1 && this.operators > 0 && this.names == 0 && previous == '.'
				&& Ascii.at(this.text, this.lexer.start() - 2) == ')';
		if (called && this.quote == '\0' && (sum || this.name.isAfterLiteral())) {
			add(5, ExpressionInjectionDetector.LITERAL_PROBE);
		}
		if (this.quote == '\0') {
			references(previous, called);
			this.names += (previous == '?') ? 0 : 1;
		}
		if (TemplateCall.at(this.text, this.start, this.lexer.start(), this.lexer.end())) {
			escape(6);
		}
		switch (meaning) {
			case ExpressionVocabulary.ESCAPE, ExpressionVocabulary.OGNL ->
				escape(ExpressionPlace.isInAnnotation(this.text, this.start)
						|| ExpressionPlace.isShownProperty(this.text, this.start) ? Hit.WEAK : 6);
			case ExpressionVocabulary.RUNTIME -> escape(this.name.isJavaLang() ? 6 : 0);
			case ExpressionVocabulary.STEP -> escape(stepPoints(previous, called));
			case ExpressionVocabulary.CALL -> call(previous, called);
			case ExpressionVocabulary.PACKAGE -> escape(packagePoints());
			case ExpressionVocabulary.TYPE -> escape(this.name.isTypeOperator() ? 6 : 0);
			case ExpressionVocabulary.NEW -> escape(this.name.isNewOfPackage() || this.name.isNewOfLibrary()
					|| this.name.namesGateway() || previous == '?' && called ? 6 : 0);
			case ExpressionVocabulary.IMPLICIT -> escape((previous != '.') ? 5 : 0);
			case ExpressionVocabulary.HIGHER_ORDER -> this.higherOrder = called;
			case ExpressionVocabulary.CLASS -> escape(classPoints(previous, called));
			case ExpressionVocabulary.CONSTRUCTOR -> constructor(called);
			case ExpressionVocabulary.MACRO -> escape(this.name.isMacro(previous) ? 6 : 0);
			case ExpressionVocabulary.SELF -> escape((this.quote == '\0' && previous != '.') ? 5 : 0);
			case ExpressionVocabulary.BUILT_IN -> escape((previous == '?') ? 5 : 0);
			case ExpressionVocabulary.IN ->
				add(this.name.isLoopOverLiterals() ? 5 : 0, ExpressionInjectionDetector.LITERAL_PROBE);
			default -> {
			}
		}
	}

	/**
	 * Weigh references to variables and beans of the evaluation context.
	 */
	private void references(char previous, boolean called) {
		if (previous == '@') {
			this.bean = true;
			int opening = this.lexer.start() - 3;
			escape(this.text.startsWith("#{", opening) || this.text.startsWith("${", opening) ? 5 : 0);
		}
		else if (this.bean && called && previous == '.') {
			escape(5);
			this.bean = false;
		}
		boolean assigned = this.name.isFollowedBy('=') && Ascii.at(this.text, this.lexer.end() + 1) != '=';
		if (previous == '#' && (assigned || this.name.isIndexedByText()) || this.name.isStateOfEngine(previous)) {
			escape(5);
		}
	}

	private void call(char previous, boolean called) {
		if (this.higherOrder && this.quote != '\0' && previous == this.quote && this.lexer.following() == previous) {
			escape(5);
			return;
		}
		if (!called) {
			return;
		}
		if (Ascii.startsWith(this.text, this.lexer.start(), "attr")) {
			escape((previous == '|') ? 5 : 0);
			return;
		}
		char argument = Ascii.at(this.text, this.text.indexOf('(', this.lexer.end()) + 1);
		boolean literal = argument == '"' || argument == '\'' || argument == '\\' || Ascii.isDigit(argument);
		escape((this.names == 1 || literal) ? 5 : 4);
	}

	private void constructor(boolean called) {
		this.constructors++;
		boolean reached = this.text.startsWith("{{", this.start)
				&& this.name.isPrototypeReached(this.start, this.quote != '\0');
		escape(called || reached ? 5 : (this.quote != '\0') ? 3 : 0);
		escape((this.constructors == 2) ? 3 : 0);
	}

	private int packagePoints() {
		int found = this.name.packagePoints();
		return (found == 0 || ++this.packages > 3) ? 0 : found;
	}

	private int classPoints(char previous, boolean called) {
		if (called) {
			return this.name.isAfterLiteral() ? 6 : 5;
		}
		boolean member = previous == '.' || this.quote != '\0';
		if (member && Ascii.at(this.text, this.lexer.start() - 2) == ')') {
			return 5;
		}
		boolean goesOn = this.lexer.following() == '.' || this.lexer.following() == '[' || this.quote != '\0';
		return (member && goesOn) ? (this.name.isAfterLiteral() ? 6 : 4) : 0;
	}

	private void outside(int meaning, char previous) {
		boolean leading = this.lexer.start() == this.beginning;
		boolean called = this.name.isFollowedBy('(');
		int found = switch (meaning) {
			case ExpressionVocabulary.OGNL -> 6;
			case ExpressionVocabulary.TYPE -> this.name.isTypeOperator() ? 6 : 0;
			case ExpressionVocabulary.NEW -> (previous == '?' && called || this.name.isKeptInVariable()
					|| previous == '[' && this.name.namesGateway()) ? 6
							: (leading && this.name.isNewOfPackage() && this.name.namesGateway()) ? 5 : 0;
			case ExpressionVocabulary.CLASS -> outsideClassPoints(called);
			case ExpressionVocabulary.CONSTRUCTOR -> outsideConstructor(previous);
			case ExpressionVocabulary.ESCAPE -> outsideEscape(previous, called);
			case ExpressionVocabulary.CALL ->
				(called && TemplateCall.isCondition(this.text, this.lexer.start())) ? 6 : 0;
			case ExpressionVocabulary.RUNTIME -> (this.reflective && this.name.isJavaLang()) ? 6 : 0;
			case ExpressionVocabulary.BUILT_IN -> (previous == '?' && this.lexer.following() == '/') ? 5 : 0;
			case ExpressionVocabulary.PHP -> (previous == '{' && this.lexer.following() == '}') ? 5 : 0;
			default -> 0;
		};
		if (meaning == ExpressionVocabulary.STEP) {
			this.reflective = called;
		}
		if (previous == '#' && this.name.isStateAsked()) {
			found = 5;
		}
		hit(ExpressionInjectionDetector.SANDBOX_ESCAPE, found, this.lexer.start());
	}

	private int outsideClassPoints(boolean called) {
		if (called && (Ascii.at(this.text, this.lexer.start() - 1) == '.' && this.lexer.isChainOfVariable()
				|| this.name.isReadAsProperty())) {
			return 6;
		}
		boolean used = called || this.lexer.following() == '.' || this.lexer.following() == '[';
		if (!used || Ascii.at(this.text, this.lexer.start() - 1) != '.') {
			return 0;
		}
		return (this.name.isAfterLiteral() || this.name.findsClass() || this.name.isOfVariable()) ? 6 : 0;
	}

	private int outsideConstructor(char previous) {
		boolean again = previous == '.' && this.constructors == this.lexer.start() - 1;
		this.constructors = this.lexer.end();
		return (again && this.name.isFollowedBy('(')) ? 6 : 0;
	}

	private int outsideEscape(char previous, boolean called) {
		if (previous == '{' && Ascii.startsWith(this.text, this.lexer.start(), "smarty")
				|| called && TemplateCall.isCondition(this.text, this.lexer.start())) {
			return 6;
		}
		if (Ascii.startsWith(this.text, this.lexer.start(), "system") && this.lexer.following() == '[') {
			return 5;
		}
		if (Ascii.startsWith(this.text, this.lexer.start(), "getruntime") && called) {
			boolean first = Ascii.startsWith(this.text, this.beginning, "runtime.")
					|| Ascii.startsWith(this.text, this.beginning, "java.lang.");
			boolean measures = GroovyCall.measures(this.text, this.lexer.end() + 2);
			return (first && !measures) ? 5 : 3;
		}
		if (this.name.isOfVariable()) {
			return 6;
		}
		boolean python = previous == '.' && this.text.startsWith("__class__.", this.lexer.start() - 10);
		return (this.reflective && previous == '.') ? 5 : python ? 6 : 0;
	}

}

package io.github.raspspring.attack.expression;

import java.util.Locale;
import java.util.Set;

import io.github.raspspring.inspect.Hit;
import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes an expression that needs no delimiters, because the application evaluates
 * the whole value: one that begins by reaching for a class. Looks at the beginning of a
 * text only, where prose and code in a comment don't begin so.
 */
final class BareExpression {

	private static final Set<String> TYPES = Set.of("runtime", "processbuilder", "system", "class", "classloader",
			"thread", "object", "string", "math", "integer", "character", "process", "module");

	private static final Set<String> MAKERS = Set.of("processbuilder", "scriptenginemanager", "urlclassloader",
			"initialcontext", "groovyshell", "spelexpressionparser", "groovyclassloader",
			"classpathxmlapplicationcontext", "filesystemxmlapplicationcontext", "genericgroovyapplicationcontext");

	private static final Set<String> REFLECTION = Set.of("methods", "declaredmethods", "constructors",
			"declaredconstructors", "fields", "declaredfields", "classloader", "protectiondomain", "module",
			"getclassloader", "getresource", "getresourceasstream", "getmethods", "getdeclaredmethods", "getmethod",
			"getconstructors", "getdeclaredconstructors", "getprotectiondomain", "getmodule", "newinstance");

	private static final String PROBE = "${{<%[%";

	private static final String OTHER_PROBE = "<%={{={@{#{${";

	private static final String[] CONSUMERS = { "println ", "println(", "print ", "print(", "return " };

	private static final String SCRIPTLET = "<jsp:";

	private static final int LONGEST_COMMAND = 512;

	private BareExpression() {
	}

	static @Nullable Hit at(String text, int start) {
		int end = switch (Ascii.fold(Ascii.at(text, start))) {
			case 't' -> type(text, start + 1);
			case 'n' -> made(text, start);
			case 'c' -> ofClass(text, start, "class.");
			case 'g' -> ofClass(text, start, "getclass().");
			case '#' -> ofRoot(text, start);
			case '@' -> beanOrClass(text, start);
			case 'j', 'r', 'i', 'e', 'l', 'w' -> GroovyCall.at(text, start);
			case '$' -> Ascii.startsWith(text, start, "$class.inspect(") ? start + 15 : -1;
			default -> -1;
		};
		end = (end < 0) ? WholeCall.at(text, start) : end;
		int first = start;
		while (first > 0 && Ascii.at(text, first - 1) != '(') {
			first--;
		}
		int variable = first;
		first = behindAssignment(text, Ascii.skipSpace(text, first));
		char mark = Ascii.at(text, first);
		if (end < 0 && first > start) {
			end = WholeCall.at(text, first);
			end = (end < 0 && (mark == 'R' || mark == 'j' || mark == 'J')) ? GroovyCall.at(text, first) : end;
		}
		if (end < 0 && mark == '(' && Ascii.at(text, variable) == '#') {
			end = made(text, first + 1);
		}
		if (end < 0 && mark == 'n' && first > start) {
			int made = made(text, first);
			// Called at once, it is a line of Java.
			end = (Ascii.at(text, made) != '(') ? made : -1;
		}
		if (end < 0 && mark == '<') {
			end = PhpTag.at(text, first);
			end = (end < 0 && isScriptlet(text, first)) ? first + SCRIPTLET.length() : end;
		}
		if (end < 0 && (mark == '\'' || mark == '"' || mark == '[')) {
			end = executed(text, first);
		}
		if (end < 0) {
			end = GroovyBlock.at(text, Ascii.skipSpace(text, 0));
		}
		if (end < 0) {
			return null;
		}
		boolean told = ExpressionPlace.isToldOf(text, text.lastIndexOf(')') + 1);
		return Hit.of(ExpressionInjectionDetector.SANDBOX_ESCAPE, told ? Hit.STRONG - 1 : Hit.STRONG, start, end);
	}

	/**
	 * What opens the expressions of several engines at once, to see which of them fails,
	 * or shows the state of one.
	 */
	static @Nullable Hit probe(String text, int opening) {
		int shown = ShownState.follows(text, opening) ? ShownState.endOf(text, opening) : -1;
		if (shown > 0) {
			return Hit.of(ExpressionInjectionDetector.SANDBOX_ESCAPE, Hit.STRONG, opening, shown);
		}
		int sum = text.startsWith("@(", opening) ? computed(text, opening + 2) : -1;
		if (sum > 0) {
			return Hit.of(ExpressionInjectionDetector.LITERAL_PROBE, Hit.STRONG, opening, sum);
		}
		return text.startsWith(PROBE, opening) || text.startsWith(OTHER_PROBE, opening)
				? Hit.of(ExpressionInjectionDetector.LITERAL_PROBE, Hit.STRONG, opening, opening + PROBE.length())
				: null;
	}

	/**
	 * Return the index behind what Groovy may do with the result: print, return or assign
	 * it.
	 */
	private static int behindAssignment(String text, int start) {
		char first = Ascii.fold(Ascii.at(text, start));
		if (first == 'p' || first == 'r') {
			for (String word : CONSUMERS) {
				if (Ascii.startsWith(text, start, word)) {
					return Ascii.skipSpace(text, start + word.length());
				}
			}
		}
		if (Ascii.startsWith(text, start, "import java") || Ascii.startsWith(text, start, "use java.")) {
			int end = text.indexOf(';', start);
			return (end > 0 && end - start < LONGEST_COMMAND) ? Ascii.skipSpace(text, end + 1) : start;
		}
		boolean declared = Ascii.startsWith(text, start, "def ") || Ascii.startsWith(text, start, "var ");
		int name = declared ? Ascii.skipSpace(text, start + 4)
				: Ascii.startsWith(text, start, "string ") ? start + 7 : start;
		name = (Ascii.at(text, name) == '#') ? name + 1 : name;
		int equals = Ascii.skipSpace(text, nameEnd(text, name));
		boolean assigned = equals > name && Ascii.at(text, equals) == '=' && Ascii.at(text, equals + 1) != '=';
		return assigned ? Ascii.skipSpace(text, equals + 1) : start;
	}

	/**
	 * A text, or a list of texts, that is executed as a command.
	 */
	private static int executed(String text, int start) {
		int call = text.indexOf(".execute(", start);
		if (call < 0 || call > start + LONGEST_COMMAND) {
			return -1;
		}
		char before = text.charAt(call - 1);
		char quote = (before == ']') ? Ascii.at(text, call - 2) : before;
		boolean literal = (quote == '\'' || quote == '"') && !GroovyBlock.isToldOf(text, call + 10);
		return (literal && (before == ']') == (text.charAt(start) == '[')) ? call + 9 : -1;
	}

	private static int type(String text, int parenthesis) {
		if (Ascii.at(text, parenthesis) != '(') {
			return -1;
		}
		int end = nameEnd(text, parenthesis + 1);
		boolean known = Ascii.at(text, end) == ')' && TYPES.contains(lower(text, parenthesis + 1, end));
		char next = Ascii.at(text, end + 1);
		return (known && (end + 1 == text.length() || next == '.' || next == '[')) ? end : -1;
	}

	/**
	 * An element of a JSP that holds code, written as XML, and its end.
	 */
	private static boolean isScriptlet(String text, int start) {
		int name = start + SCRIPTLET.length();
		return Ascii.startsWith(text, start, SCRIPTLET) && (Ascii.startsWith(text, name, "scriptlet>")
				|| Ascii.startsWith(text, name, "expression>") || Ascii.startsWith(text, name, "declaration>"))
				&& text.indexOf("</jsp:", name) > 0;
	}

	private static int beanOrClass(String text, int start) {
		if (Ascii.startsWith(text, start, "@(java.lang.") || Ascii.startsWith(text, start, "@(javax.script.")) {
			return start + 2;
		}
		int end = BeanCall.at(text, start);
		end = (end > 0) ? end : GroovyCall.at(text, start);
		return end;
	}

	/**
	 * Two numbers that are computed up to the parenthesis.
	 */
	static int computed(String text, int start) {
		return computed(text, start, ')');
	}

	/**
	 * Two numbers that are computed up to what closes them.
	 */
	static int computed(String text, int start, char closer) {
		int sign = digitsEnd(text, start);
		int end = digitsEnd(text, sign + 1);
		boolean sum = sign > start && end > sign + 1 && "*+".indexOf(text.charAt(sign)) >= 0;
		return (sum && Ascii.at(text, end) == closer) ? end : -1;
	}

	private static int digitsEnd(String text, int start) {
		int end = start;
		while (Ascii.isDigit(Ascii.at(text, end))) {
			end++;
		}
		return end;
	}

	/**
	 * An object of a class that a text names, as JEXL creates it, or that scripts look up
	 * in place.
	 */
	private static int madeByName(String text, int start) {
		int open = Ascii.startsWith(text, start, "new") ? Ascii.skipSpace(text, start + 3) : text.length();
		char quote = Ascii.at(text, open + 1);
		if (Ascii.at(text, open) != '(') {
			return -1;
		}
		int name = open + 2;
		int end = name;
		while (Ascii.isWord(Ascii.at(text, end)) || Ascii.at(text, end) == '.') {
			end++;
		}
		boolean named = (quote == '"' || quote == '\'') && Ascii.at(text, end) == quote
				&& text.indexOf('.', name) < end - 1 && text.indexOf('.', name) > name;
		return (named || Ascii.startsWith(text, open + 1, "java.type(")) ? end : -1;
	}

	private static int made(String text, int start) {
		int name = Ascii.skipSpace(text, start + 3);
		if (!Ascii.startsWith(text, start, "new") || name == start + 3 || Ascii.at(text, name) == '(') {
			return madeByName(text, start);
		}
		if (Ascii.startsWith(text, name, "string(class.")) {
			return ofClass(text, name + "string(".length(), "class.");
		}
		int end = nameEnd(text, name);
		while (Ascii.at(text, end) == '.' && end - name < LONGEST_COMMAND) {
			name = end + 1;
			end = nameEnd(text, name);
		}
		return ((Ascii.at(text, end) == '(' || Ascii.at(text, end) == ';') && MAKERS.contains(lower(text, name, end)))
				? end : -1;
	}

	private static int ofRoot(String text, int start) {
		for (String root : new String[] { "#root.", "#this." }) {
			if (Ascii.startsWith(text, start, root)) {
				int next = start + root.length();
				boolean plain = Ascii.startsWith(text, next, "class") && !Ascii.isWord(Ascii.at(text, next + 5));
				return (plain || Ascii.startsWith(text, next, "getclass()")) ? next + 5 : -1;
			}
		}
		return -1;
	}

	private static int ofClass(String text, int start, String prefix) {
		if (!Ascii.startsWith(text, start, prefix)) {
			return -1;
		}
		int end = nameEnd(text, start + prefix.length());
		char next = Ascii.at(text, end);
		boolean goesOn = end == text.length() || next == '.' || next == '[' || next == '(' || next == ')'
				|| next == '=';
		return (goesOn && REFLECTION.contains(lower(text, start + prefix.length(), end))) ? end : -1;
	}

	private static String lower(String text, int start, int end) {
		return text.substring(start, end).toLowerCase(Locale.ROOT);
	}

	private static int nameEnd(String text, int from) {
		int end = from;
		while (end < text.length() && end < from + 32 && Ascii.isWord(text.charAt(end))) {
			end++;
		}
		return end;
	}

}

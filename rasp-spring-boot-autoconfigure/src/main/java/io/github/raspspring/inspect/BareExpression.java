package io.github.raspspring.inspect;

import java.util.Set;

import io.github.raspspring.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes an expression that needs no delimiters, because the application evaluates
 * the whole value: one that begins by reaching for a class. Looks at the beginning of a
 * text only, where prose and code in a comment don't begin so.
 */
final class BareExpression {

	private static final Set<String> TYPES = Set.of("Runtime", "ProcessBuilder", "System", "Class", "ClassLoader",
			"Thread", "Object", "String", "Math", "Integer", "Character", "Process", "Module");

	private static final Set<String> MAKERS = Set.of("ProcessBuilder", "ScriptEngineManager", "URLClassLoader",
			"InitialContext", "GroovyShell", "SpelExpressionParser");

	private static final Set<String> REFLECTION = Set.of("methods", "declaredMethods", "constructors",
			"declaredConstructors", "fields", "declaredFields", "classLoader", "protectionDomain", "module", "forName",
			"getClassLoader", "getResource", "getResourceAsStream", "getMethods", "getDeclaredMethods", "getMethod",
			"getConstructors", "getDeclaredConstructors", "getProtectionDomain", "getModule", "newInstance");

	private BareExpression() {
	}

	static @Nullable Hit at(String text, int start) {
		int end = switch (Ascii.at(text, start)) {
			case 'T' -> type(text, start + 1);
			case 'n' -> made(text, start);
			case 'c' -> ofClass(text, start, "class.");
			case 'g' -> ofClass(text, start, "getClass().");
			case '#' -> ofRoot(text, start);
			default -> -1;
		};
		return (end < 0) ? null : Hit.of(ExpressionInjectionDetector.SANDBOX_ESCAPE, Hit.STRONG, start, end);
	}

	private static int type(String text, int parenthesis) {
		if (Ascii.at(text, parenthesis) != '(') {
			return -1;
		}
		int end = nameEnd(text, parenthesis + 1);
		boolean known = Ascii.at(text, end) == ')' && TYPES.contains(text.substring(parenthesis + 1, end));
		char next = Ascii.at(text, end + 1);
		return (known && (end + 1 == text.length() || next == '.' || next == '[')) ? end : -1;
	}

	private static int made(String text, int start) {
		if (text.startsWith("new String(class.", start)) {
			return ofClass(text, start + "new String(".length(), "class.");
		}
		if (!text.startsWith("new ", start)) {
			return -1;
		}
		int end = nameEnd(text, start + 4);
		return (Ascii.at(text, end) == '(' && MAKERS.contains(text.substring(start + 4, end))) ? end : -1;
	}

	private static int ofRoot(String text, int start) {
		for (String root : new String[] { "#root.", "#this." }) {
			if (text.startsWith(root, start)) {
				int next = start + root.length();
				boolean plain = text.startsWith("class", next) && !Ascii.isWord(Ascii.at(text, next + 5));
				return (plain || text.startsWith("getClass()", next)) ? next + 5 : -1;
			}
		}
		return -1;
	}

	private static int ofClass(String text, int start, String prefix) {
		if (!text.startsWith(prefix, start)) {
			return -1;
		}
		int end = nameEnd(text, start + prefix.length());
		return REFLECTION.contains(text.substring(start + prefix.length(), end)) ? end : -1;
	}

	private static int nameEnd(String text, int from) {
		int end = from;
		while (end < text.length() && end < from + 32 && Ascii.isWord(text.charAt(end))) {
			end++;
		}
		return end;
	}

}

package io.github.raspspring.attack.expression;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.CharMask;
import io.github.raspspring.sink.Literals;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.TextCall;
import io.github.raspspring.sink.TextJudge;
import io.github.raspspring.sink.TextSearch;
import io.github.raspspring.text.Ascii;

/**
 * Judges an expression, script or template about to be evaluated: does a value of the
 * request become code (CWE-917)? A literal, number or plain property is harmless; a call,
 * operator, type or variable is not. In a template a value is harmless as long as it
 * opens no code of its own. Thread-safe.
 */
public final class ExpressionJudge extends TextJudge {

	private static final Rule CODE = new Rule("code", "CWE-917",
			"A value of the request becomes code of an expression, script or template.",
			"Keep expressions and templates constant and hand values over as variables.");

	/** Properties that lead from any object to its class. */
	private static final Set<String> GATEWAYS = Set.of("class", "getclass", "classloader", "runtime", "declaringclass",
			"protectiondomain", "module");

	private static final List<String> OPENINGS = List.of("${", "#{", "*{", "@{", "~{", "$!{", "{{", "{%", "{#", "<%",
			"<#", "<@", "[[", "[(", "#set", "#if", "#foreach", "#include", "#parse", "#evaluate", "#macro", "th:",
			"data-th-", "<jsp:", "[#assign", "[#if", "[#list", "[#include", "[#import", "__$");

	/**
	 * Create a judge.
	 */
	public ExpressionJudge() {
		super(SinkKind.EXPRESSION);
	}

	@Override
	protected TextSearch.PlaceJudge places(TextCall call) {
		String text = call.argument();
		if (call.language() == TextCall.Language.TEMPLATE) {
			return (start, end) -> opensNothing(text, start, end) ? null : CODE;
		}
		Literals literals = new Literals(text, true);
		return (start, end) -> isValue(text, literals, start, end) ? null : CODE;
	}

	private static boolean isValue(String text, Literals literals, int start, int end) {
		// A single character can't do harm unless it opens a literal.
		boolean single = end - start == 1 && literals.balanced();
		return single || literals.enclose(start, end) || literals.isWhole(start, end) || isProperty(text, start, end);
	}

	private static boolean opensNothing(String text, int start, int end) {
		if (end - start == 1 || (CharMask.of(text.substring(start, end)) & ~CharMask.WORD) == 0) {
			return true;
		}
		// An opening may be completed by the character before or behind.
		String seen = text.substring(Math.max(0, start - 1), Math.min(text.length(), end + 1)).toLowerCase(Locale.ROOT);
		return OPENINGS.stream().noneMatch(seen::contains) && !callsVariable(seen);
	}

	/**
	 * Return whether a method is called on a variable as Velocity writes it:
	 * {@code $a.b.c(}.
	 */
	private static boolean callsVariable(String text) {
		for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
			int i = (Ascii.at(text, dollar + 1) == '!') ? dollar + 2 : dollar + 1;
			boolean named = Ascii.isLetter(Ascii.at(text, i)) || Ascii.at(text, i) == '_';
			int dots = 0;
			while (named && (Ascii.isWord(Ascii.at(text, i)) || Ascii.at(text, i) == '.')) {
				dots += (text.charAt(i++) == '.') ? 1 : 0;
			}
			if (dots > 0 && Ascii.at(text, i) == '(' && text.charAt(i - 1) != '.') {
				return true;
			}
			dollar = named ? i - 1 : dollar;
		}
		return false;
	}

	/**
	 * Return whether a part is a number or a path of properties, none of which leads to
	 * the class of an object.
	 */
	private static boolean isProperty(String text, int start, int end) {
		boolean negative = end - start > 1 && text.charAt(start) == '-' && Character.isDigit(text.charAt(start + 1));
		int name = negative ? start + 1 : start;
		for (int i = name; i <= end; i++) {
			char c = (i < end) ? text.charAt(i) : '.';
			if (c == '.') {
				if (GATEWAYS.contains(text.substring(name, i).toLowerCase(Locale.ROOT))) {
					return false;
				}
				name = i + 1;
			}
			else if (!Character.isLetterOrDigit(c) && c != '_') {
				return false;
			}
		}
		return true;
	}

}

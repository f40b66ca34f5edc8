package io.github.raspspring.attack.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.EditedSearch;
import io.github.raspspring.sink.Sightings;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges a filter about to be handed to a document database (CWE-943): does a value of
 * the request bring an operator, change the structure of the filter, or become code of a
 * script? A value within one string or number is harmless. Thread-safe.
 */
public final class NoSqlJudge implements SinkJudge<NoSqlCall> {

	private static final String REMEDY = "Convert values to the type that is expected, such as String, before they "
			+ "become part of a filter, and build filters with Criteria; never put values into scripts.";

	private static final Rule OPERATOR = rule("operator", "A value of the request brings an operator into the filter.");

	private static final Rule STRUCTURE = rule("structure",
			"A value of the request changes the structure of the filter.");

	private static final Rule SCRIPT = rule("script", "A value of the request becomes code of a script in the filter.");

	private final Sightings ownFilters = new Sightings(1 << 18);

	@Override
	public SinkKind kind() {
		return SinkKind.NOSQL;
	}

	@Override
	public Class<NoSqlCall> callType() {
		return NoSqlCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(NoSqlCall call, SinkInputs inputs) {
		if (this.ownFilters.contains(call.argument(), inputs.route())) {
			return null;
		}
		JsonFilter filter = new JsonFilter(call.argument());
		SinkVerdict operator = operator(filter, inputs);
		if (operator != null) {
			return operator;
		}
		boolean[] found = new boolean[1];
		SinkVerdict verdict = TextSearch.firstAttack(call.argument(), inputs, (input) -> !inputs.isNameOfOneWord(input),
				(start, end) -> {
					found[0] = true;
					return judge(filter, start, end);
				});
		if (verdict == null) {
			verdict = EditedSearch.firstAttackWithin(call.argument(), inputs,
					(start, end) -> judge(filter, start, end));
		}
		if (verdict == null && !found[0]) {
			this.ownFilters.add(call.argument(), inputs.route());
		}
		return verdict;
	}

	private static @Nullable Rule judge(JsonFilter filter, int start, int end) {
		int scalar = filter.enclosing(start, end);
		if (scalar < 0) {
			return (isQuoted(filter, start, end) || filter.isListOfNumbers(start, end)) ? null : STRUCTURE;
		}
		if (filter.isScript(scalar) && !filter.isPartOfWord(start, end)) {
			return isValueOfScript(filter, scalar, start, end) ? null : SCRIPT;
		}
		boolean operator = filter.isOperator(scalar) && start <= filter.start(scalar);
		return (operator && end - start > 1) ? OPERATOR : null;
	}

	/**
	 * A string with its quotes, as a client may send it.
	 */
	private static boolean isQuoted(JsonFilter filter, int start, int end) {
		if (end - start < 3) {
			return filter.isBalanced();
		}
		int scalar = filter.enclosing(start + 1, end - 1);
		return scalar >= 0 && filter.start(scalar) == start + 1 && filter.end(scalar) == end - 1;
	}

	private static boolean isValueOfScript(JsonFilter filter, int script, int start, int end) {
		int from = filter.start(script);
		return filter.isLiteralOfScript(script, start - from, end - from)
				|| (end - start < filter.end(script) - from && filter.isNumber(start, end));
	}

	/**
	 * An operator that the client sent as the name of a member, or of a parameter such as
	 * {@code password[$ne]}.
	 */
	private static @Nullable SinkVerdict operator(JsonFilter filter, SinkInputs inputs) {
		Set<String> looked = new HashSet<>();
		for (int scalar = 0; scalar < filter.size(); scalar++) {
			if (filter.isOperator(scalar)) {
				String name = filter.scalar(scalar).toLowerCase(Locale.ROOT);
				InputValue source = looked.add(name) ? sender(name, inputs) : null;
				if (source != null) {
					return SinkVerdict.certain(OPERATOR, source, filter.start(scalar), filter.end(scalar));
				}
			}
		}
		return null;
	}

	private static @Nullable InputValue sender(String operator, SinkInputs inputs) {
		for (int i = 0; i < inputs.size(); i++) {
			InputValue source = inputs.source(i);
			inputs.walk(inputs.text(i).length());
			if (names(source.name(), operator, false)
					|| names(inputs.text(i), operator, source.kind() == InputValue.Kind.VALUE)) {
				return source;
			}
		}
		return null;
	}

	/**
	 * Return whether a text holds an operator where a name is expected.
	 * @param value whether the text is a value, which must be JSON or the like then
	 */
	private static boolean names(String text, String operator, boolean value) {
		int index = text.indexOf('$');
		while (index >= 0) {
			if (text.regionMatches(true, index, operator, 0, operator.length())) {
				char before = (index > 0) ? text.charAt(index - 1) : ' ';
				int end = index + operator.length();
				char behind = (end < text.length()) ? text.charAt(end) : ' ';
				boolean whole = !Character.isLetterOrDigit(behind) && !Character.isLetterOrDigit(before);
				boolean member = before == '"' && behind == '"' || before == '\'' && behind == '\'' || before == '['
						|| behind == ':';
				if (whole && (!value || member)) {
					return true;
				}
			}
			index = text.indexOf('$', index + 1);
		}
		return false;
	}

	private static Rule rule(String id, String explanation) {
		return new Rule(id, "CWE-943", explanation, REMEDY);
	}

}

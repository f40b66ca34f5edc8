package io.github.raspspring.attack.http;

import java.util.BitSet;
import java.util.Locale;

import io.github.raspspring.engine.Rule;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * Judges a header of the response about to be set: does a value of the request end it, so
 * that what follows is another header or the body (CWE-113), or bring a parameter the
 * application did not write? Thread-safe.
 */
public final class HeaderJudge implements SinkJudge<HeaderCall> {

	private static final Rule SPLIT = new Rule("response-splitting", "CWE-113",
			"A value of the request brings a line break into a header of the response.",
			"Encode the value, or refuse those with control characters.");

	private static final Rule PARAMETER = new Rule("parameter", "CWE-113",
			"A value of the request adds an attribute or parameter to a header of the response.",
			"Build the header with ResponseCookie or ContentDisposition, which encode what they are given.");

	@Override
	public SinkKind kind() {
		return SinkKind.HEADER;
	}

	@Override
	public Class<HeaderCall> callType() {
		return HeaderCall.class;
	}

	@Override
	public @Nullable SinkVerdict judge(HeaderCall call, SinkInputs inputs) {
		SinkVerdict named = (firstBreak(call.name(), 0) >= 0)
				? TextSearch.firstAttack(call.name(), inputs, (start, end) -> SPLIT) : null;
		if (named != null) {
			return SinkVerdict.certain(SPLIT, named.input(), 0, 0);
		}
		String value = call.argument();
		int lineBreak = firstBreak(value, 0);
		if (lineBreak >= 0) {
			SinkVerdict verdict = TextSearch.firstAttack(value, inputs,
					(input) -> firstBreak(inputs.text(input), 0) >= 0, (start, end) -> SPLIT);
			if (verdict != null) {
				return verdict;
			}
		}
		return switch (call.name().toLowerCase(Locale.ROOT)) {
			case "set-cookie" -> parameters(value, inputs, false);
			case "content-disposition" -> parameters(value, inputs, true);
			default -> null;
		};
	}

	/**
	 * An input that holds a semicolon outside of quotes brings parameters of its own; if
	 * it begins at the very start, the header is as the client sent it.
	 */
	private static @Nullable SinkVerdict parameters(String value, SinkInputs inputs, boolean quotes) {
		if (value.indexOf(';') < 0) {
			return null;
		}
		BitSet separators = separators(value, quotes);
		return TextSearch.firstAttack(value, inputs, (input) -> inputs.text(input).indexOf(';') >= 0,
				(start, end) -> separates(separators, start, end) ? PARAMETER : null);
	}

	private static boolean separates(BitSet separators, int start, int end) {
		int separator = separators.nextSetBit(start);
		return separator >= 0 && separator < end && end - start > 1;
	}

	private static BitSet separators(String value, boolean quotes) {
		BitSet separators = new BitSet(value.length());
		boolean quoted = false;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\\' && quoted) {
				i++;
			}
			else if (c == '"' && quotes) {
				quoted = !quoted;
			}
			else if (c == ';' && !quoted) {
				separators.set(i);
			}
		}
		return separators;
	}

	/**
	 * The first character that ends a line, also if only its low byte is written.
	 */
	private static int firstBreak(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == 0 || c == '\r' || c == '\n' || isWideBreak(text, i)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Letters of many languages have such a low byte: it is a break only if a line of a
	 * header or another break comes behind it.
	 */
	private static boolean isWideBreak(String text, int index) {
		int low = text.charAt(index) & 0xFF;
		if (low != '\r' && low != '\n') {
			return false;
		}
		int i = index + 1;
		boolean another = i < text.length() && (text.charAt(i) & 0xFF) == '\n';
		if (another || low == '\r') {
			return another;
		}
		while (i < text.length()
				&& (Character.isLetter(text.charAt(i)) && text.charAt(i) < 0x80 || text.charAt(i) == '-')) {
			i++;
		}
		return i > index + 1 && i < text.length() && text.charAt(i) == ':';
	}

}

package io.github.raspspring.attack.http;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.Traits;

/**
 * Notices a line break in a field that holds one line by what it is: a name, an address,
 * a number, a code (CWE-117). Written to a log, what follows looks like an entry of its
 * own. Weak, as a form may be pasted into; it counts with what else the client does.
 * <p>
 * Lets pass breaks at either end, and fields for text of several lines. Costs a look at
 * the name of values that hold a line break.
 */
public final class LogForgingDetector implements RepeatableDetector {

	/** Rule {@code line-break}: a field of one line has two. */
	public static final Rule LINE_BREAK = new Rule("line-break", "CWE-117",
			"A field that holds one line has a line break, behind which a log would show an entry of its own.",
			"Refuse control characters in fields of one line, and log values encoded (as JSON, for example).");

	@Override
	public String name() {
		return "log-forging";
	}

	@Override
	public Category category() {
		return Category.INJECTION;
	}

	@Override
	public long triggers() {
		return Traits.LINE_BREAK;
	}

	@Override
	public boolean supports(InputValue value) {
		return value.kind() == InputValue.Kind.VALUE && switch (value.location()) {
			case FORM, QUERY, MULTIPART -> isLogged(value.name());
			case PATH -> true;
			default -> false;
		};
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		int position = breakWithin(view.text());
		if (position >= 0 && !isDocument(view.input(), view.text())) {
			findings.add(Finding.of(this, LINE_BREAK)
				.confidence(Confidence.WEAK)
				.at(view.input())
				.evidence(view.text(), position, position + 16)
				.build());
		}
	}

	/**
	 * Return the index of a line break that has text on both sides, -1 if there is none.
	 */
	private static int breakWithin(String text) {
		int first = Ascii.skipSpace(text, 0);
		int last = text.length() - 1;
		while (last > first && Ascii.isSpace(text.charAt(last))) {
			last--;
		}
		for (int i = first; i < last; i++) {
			if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Tell whether a query is a document of GraphQL, which has lines.
	 */
	private static boolean isDocument(InputValue input, String text) {
		return input.location() != InputLocation.PATH && input.name().endsWith("query") && text.indexOf('{') >= 0;
	}

	private static boolean isLogged(String name) {
		int meaning = LineFields.of(name);
		return meaning == LineFields.LOGGED || meaning == LineFields.ASKED;
	}

}

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
import io.github.raspspring.inspect.Placement;
import io.github.raspspring.text.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes values that end a header and begin another one, or a response of their own
 * (CWE-113, CWE-93 for mail).
 * <p>
 * Lets pass text of several lines: in bodies a line with a blank before the break makes
 * it text, and a word with a colon that is no field of HTTP or mail is weak anywhere
 * unless the break is disguised; and the headers of a frame of STOMP. Costs one pass over
 * texts with a line break, a percent sign or non-ASCII characters; allocates one small
 * object for texts that hold a break.
 */
public final class HeaderInjectionDetector implements RepeatableDetector {

	/** Rule {@code field}: a header field is added. */
	public static final Rule FIELD = new Rule("field", "CWE-113",
			"The value ends a line and continues with a header field.",
			"Refuse line breaks in values that are written to headers, redirects or mail.");

	/** Rule {@code response}: a response is added. */
	public static final Rule RESPONSE = new Rule("response", "CWE-113",
			"The value ends the header and continues with a response of its own.",
			"Refuse line breaks in values that are written to headers or redirects.");

	private static final int LONGEST_VALUE = 128;

	@Override
	public String name() {
		return "header-injection";
	}

	@Override
	public Category category() {
		return Category.PROTOCOL;
	}

	@Override
	public long triggers() {
		return Traits.LINE_BREAK | Traits.PERCENT | Traits.NON_ASCII | Traits.BACKSLASH;
	}

	@Override
	public void detect(ValueView view, Findings findings) {
		String text = view.text();
		if (!HeaderGate.hasBreak(text, view.traits())) {
			return;
		}
		boolean line = isOfLine(view.input());
		boolean inText = !line && isBody(view.input().location()) && view.encodings() <= 1;
		if (!line && !HeaderGate.mayMatter(text) || inText && HeaderGate.isText(text, view.traits())) {
			return;
		}
		int start = StompFrame.body(view.input(), text);
		HeaderBreaks breaks = new HeaderBreaks((start > 0) ? text.substring(start) : text, line);
		HeaderEvidence evidence = breaks.next();
		boolean weak = false;
		while (evidence != HeaderEvidence.NONE) {
			Confidence confidence = judge(evidence, breaks, view);
			if (confidence != null && (confidence != Confidence.WEAK || !weak)) {
				findings.add(finding(evidence, confidence, view, start + breaks.position()));
				weak = true;
			}
			if (confidence == Confidence.STRONG || confidence == Confidence.CERTAIN) {
				return;
			}
			breaks.beginLine();
			evidence = breaks.next();
		}
	}

	private static @Nullable Confidence judge(HeaderEvidence evidence, HeaderBreaks breaks, ValueView view) {
		boolean line = isOfLine(view.input());
		boolean inText = isBody(view.input().location()) && !breaks.followsWord() && !line;
		boolean hidden = breaks.isDisguised() || view.encodings() > 1;
		return switch (evidence) {
			case STATUS_LINE, KNOWN_FIELD -> (inText && !hidden) ? null : Confidence.STRONG;
			case MAIL_FIELD -> (breaks.followsWord() || hidden || line) ? Confidence.STRONG : null;
			case NAMED_FIELD -> Confidence.STRONG;
			case TEXT -> (breaks.hasAddress() || breaks.isDisguised()) ? Confidence.STRONG : null;
			case CONTENT ->
				(breaks.followsWord() && (isShortValue(view) || breaks.isOfProtocol())) ? Confidence.STRONG : null;
			case ELEMENT -> (breaks.followsWord() && isShortValue(view)) ? Confidence.STRONG : null;
			case REQUEST -> (endsRequest(breaks, view) || hidden) ? Confidence.STRONG : null;
			default -> {
				InputLocation location = view.input().location();
				boolean head = location == InputLocation.HEADER || location == InputLocation.COOKIE;
				boolean added = isShortValue(view) && (breaks.isOfProtocol()
						|| (head || Placement.saysUrl(view.input().lastName())) && breaks.followsWord());
				boolean disguised = hidden && breaks.followsWord();
				boolean written = line && (hidden || breaks.followsWord() && !isBody(location));
				yield (written || (disguised || added) && !isOfText(view.input())) ? Confidence.STRONG : null;
			}
		};
	}

	/**
	 * Whether a request line ends in the value, with a field behind it in a body, or
	 * another one follows a single word.
	 */
	private static boolean endsRequest(HeaderBreaks breaks, ValueView view) {
		return isBody(view.input().location()) ? breaks.beginsField() : breaks.isOfProtocol() || breaks.endsRequest();
	}

	/**
	 * Whether a value is one that applications write to headers: short, and no text that
	 * a body brings.
	 */
	private static boolean isShortValue(ValueView view) {
		String name = view.input().lastName();
		boolean address = !isBody(view.input().location()) || Placement.saysUrl(name)
				|| "location".equalsIgnoreCase(name);
		return address && view.text().length() <= LONGEST_VALUE;
	}

	private static boolean isBody(InputLocation location) {
		return switch (location) {
			case PATH, QUERY, HEADER, COOKIE -> false;
			default -> true;
		};
	}

	/**
	 * Whether a value holds one line: by its name in a form or an object, and elsewhere
	 * unless its name says that it is a text. In XML a line break before all of it is one
	 * of the document. The address of the page before has what it has, encoded as
	 * addresses are.
	 */
	private static boolean isOfLine(InputValue input) {
		if (input.kind() != InputValue.Kind.VALUE) {
			return false;
		}
		int meaning = LineFields.of(input);
		return switch (input.location()) {
			case HEADER -> !isOfText(input);
			case PATH, COOKIE -> true;
			case QUERY -> meaning != LineFields.TEXT && meaning != LineFields.ASKED;
			case XML -> !input.value().isEmpty() && input.value().charAt(0) > ' ' && isNamedAsLine(input, meaning);
			case FORM, MULTIPART, JSON, GRAPHQL -> isNamedAsLine(input, meaning);
			default -> false;
		};
	}

	private static boolean isNamedAsLine(InputValue input, int meaning) {
		return meaning == LineFields.LOGGED || meaning == LineFields.WRITTEN
				|| meaning == LineFields.UNKNOWN && Placement.saysUrl(input.lastName());
	}

	/**
	 * Whether a value is named as a text of several lines, or is the address of the page
	 * before.
	 */
	private static boolean isOfText(InputValue input) {
		return LineFields.of(input) == LineFields.TEXT
				|| input.location() == InputLocation.HEADER && "referer".equals(input.name());
	}

	private static boolean isMessage(HeaderEvidence evidence) {
		return evidence == HeaderEvidence.STATUS_LINE || evidence == HeaderEvidence.CONTENT
				|| evidence == HeaderEvidence.ELEMENT;
	}

	private Finding finding(HeaderEvidence evidence, Confidence confidence, ValueView view, int position) {
		return Finding.of(this, isMessage(evidence) ? RESPONSE : FIELD)
			.confidence(confidence)
			.at(view.input())
			.evidence(view.text(), position, position + 16)
			.build();
	}

}

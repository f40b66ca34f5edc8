package io.github.raspspring.attack.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.Traits;

/**
 * Notes requests that bend the protocol so that two readers of it disagree (CWE-436):
 * headers that must not be repeated, parameters split over several values, method
 * overrides, encoded slashes and parameters of path segments.
 * <p>
 * Weak, for each has an honest use somewhere, except for repeated headers that decide
 * where a request ends or goes. Plain lists of values ({@code tag=a&tag=b}) pass. Costs
 * one walk over the values, with a map only where a parameter holds a sign of a query
 * language.
 */
public final class ProtocolDetector implements Detector {

	/** Rule {@code repeated-header}: a singular header is repeated. */
	public static final Rule REPEATED_HEADER = new Rule("repeated-header", "CWE-444",
			"A header that must occur once occurs several times, so that servers in a chain may read it differently.",
			"Let the first proxy refuse requests with repeated Host, Content-Length or Transfer-Encoding headers.");

	/** Rule {@code split-parameter}: a parameter is split over several values. */
	public static final Rule SPLIT_PARAMETER = new Rule("split-parameter", "CWE-235",
			"A parameter occurs several times and holds signs of a query language, which joining may complete.",
			"Declare such parameters as lists, or refuse requests that repeat them.");

	/** Rule {@code method-override}: another method is asked for. */
	public static final Rule METHOD_OVERRIDE = new Rule("method-override", "CWE-650",
			"A header or parameter asks for another method than the one of the request.",
			"Do not register HiddenHttpMethodFilter, and authorize by the method that runs.");

	/** Rule {@code encoded-slash}: a slash hides in a segment. */
	public static final Rule ENCODED_SLASH = new Rule("encoded-slash", "CWE-436",
			"The path holds an encoded slash or backslash, which proxies and the application may read differently.",
			"Keep the strict HTTP firewall of Spring Security, which refuses such paths.");

	/** Rule {@code path-parameter}: a segment carries parameters. */
	public static final Rule PATH_PARAMETER = new Rule("path-parameter", "CWE-436",
			"A segment of the path carries parameters, which proxies and the application may read differently.",
			"Keep the strict HTTP firewall of Spring Security, which refuses semicolons in paths.");

	/** Rule {@code rewritten-path}: a header replaces the path. */
	public static final Rule REWRITTEN_PATH = new Rule("rewritten-path", "CWE-436",
			"A header asks for another path than the one of the request.",
			"Let the first proxy remove X-Original-URL and X-Rewrite-URL.");

	/** Rule {@code unusual-charset}: the encoding of the body hides its text. */
	public static final Rule UNUSUAL_CHARSET = new Rule("unusual-charset", "CWE-173",
			"The body is declared to be in a character encoding in which filters can't read it.",
			"Accept UTF-8 only, and refuse bodies that declare another encoding.");

	/** Rule {@code encoded-body}: the body is compressed. */
	public static final Rule ENCODED_BODY = new Rule("encoded-body", "CWE-436",
			"The body is compressed, so that it is judged only if the server unpacks it first.",
			"Refuse content encodings of requests, or unpack them in front of the application.");

	private static final long SIGNS = Traits.SINGLE_QUOTE | Traits.DOUBLE_QUOTE | Traits.OPEN_PAREN | Traits.CLOSE_PAREN
			| Traits.SEMICOLON | Traits.ASTERISK | Traits.LESS_THAN | Traits.HASH;

	private static final List<String> SINGULAR = List.of("host", "content-length", "transfer-encoding", "content-type",
			"authorization");

	@Override
	public String name() {
		return "protocol";
	}

	@Override
	public Category category() {
		return Category.PROTOCOL;
	}

	@Override
	public Phase phase() {
		return Phase.REQUEST;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		int seen = 0;
		boolean signs = false;
		for (InputValue value : inspection.values()) {
			if (value.kind() == InputValue.Kind.NAME) {
				continue;
			}
			switch (value.location()) {
				case HEADER -> seen = header(value, seen, inspection, findings);
				case PATH -> path(value, findings);
				case QUERY, FORM -> {
					signs |= (TraitReader.WITHOUT_WORDS.read(value.value()) & SIGNS) != 0;
					if (value.name().equals("_method")) {
						override(value, inspection, findings);
					}
				}
				default -> {
				}
			}
		}
		if (signs) {
			splitParameters(inspection, findings);
		}
	}

	private int header(InputValue value, int seen, Inspection inspection, Findings findings) {
		String name = value.name();
		switch (name) {
			case "x-http-method-override", "x-http-method", "x-method-override" ->
				override(value, inspection, findings);
			case "x-original-url", "x-rewrite-url" -> add(REWRITTEN_PATH, Confidence.WEAK, value, findings);
			case "content-encoding" -> {
				if (!value.value().equalsIgnoreCase("identity")) {
					add(ENCODED_BODY, Confidence.WEAK, value, findings);
				}
			}
			default -> {
				if (name.equals("content-type")) {
					charset(value, findings);
				}
				int singular = SINGULAR.indexOf(name);
				if (singular >= 0) {
					int bit = 1 << singular;
					if ((seen & bit) != 0) {
						add(REPEATED_HEADER, (singular < 3) ? Confidence.STRONG : Confidence.WEAK, value, findings);
					}
					return seen | bit;
				}
			}
		}
		return seen;
	}

	private void charset(InputValue value, Findings findings) {
		Confidence confidence = RequestCharset.suspicion(value.value());
		if (confidence != null) {
			add(UNUSUAL_CHARSET, confidence, value, findings);
		}
	}

	private void override(InputValue value, Inspection inspection, Findings findings) {
		if (!value.value().equalsIgnoreCase(inspection.method())) {
			add(METHOD_OVERRIDE, Confidence.WEAK, value, findings);
		}
	}

	private void path(InputValue value, Findings findings) {
		String path = value.value();
		int percent = path.indexOf('%');
		while (percent >= 0) {
			if (path.regionMatches(true, percent, "%2f", 0, 3) || path.regionMatches(true, percent, "%5c", 0, 3)) {
				add(ENCODED_SLASH, Confidence.WEAK, value, findings);
				break;
			}
			percent = path.indexOf('%', percent + 1);
		}
		int semicolon = path.indexOf(';');
		if (semicolon >= 0 && !path.regionMatches(true, semicolon, ";jsessionid=", 0, 12)) {
			add(PATH_PARAMETER, Confidence.WEAK, value, findings);
		}
	}

	/**
	 * Report each parameter that occurs more than once and holds a sign in any of its
	 * values.
	 */
	private void splitParameters(Inspection inspection, Findings findings) {
		Map<String, Integer> known = new HashMap<>();
		for (InputValue value : inspection.values()) {
			boolean parameter = value.location() == InputLocation.QUERY || value.location() == InputLocation.FORM;
			if (!parameter || value.kind() == InputValue.Kind.NAME) {
				continue;
			}
			int state = known.getOrDefault(value.name(), 0);
			int sign = ((TraitReader.WITHOUT_WORDS.read(value.value()) & SIGNS) != 0) ? 2 : 0;
			int merged = (state & 1) << 2 | state | sign | 1;
			if ((merged & 6) == 6 && (state & 8) == 0) {
				add(SPLIT_PARAMETER, Confidence.WEAK, value, findings);
				merged |= 8;
			}
			known.put(value.name(), merged);
		}
	}

	private void add(Rule rule, Confidence confidence, InputValue value, Findings findings) {
		findings.add(Finding.of(this, rule)
			.confidence(confidence)
			.at(value)
			.evidence(value.value(), 0, Math.min(32, value.value().length()))
			.build());
	}

}

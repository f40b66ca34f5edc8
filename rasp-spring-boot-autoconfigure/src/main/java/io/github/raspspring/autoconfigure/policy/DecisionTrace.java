package io.github.raspspring.autoconfigure.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.document.QueryString;
import io.github.raspspring.engine.Answer;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.policy.patch.PatchDetector;
import org.jspecify.annotations.Nullable;

/**
 * Explains a decision: that of an event, or what would be decided on a request that
 * somebody describes. The latter is judged apart from the traffic by what looks at
 * values: nothing is counted, limited or published. What only the handler or a sink knows
 * is not known here.
 */
final class DecisionTrace implements EndpointSection {

	private static final int LONGEST = 64 * 1024;

	private final EventArchive archive;

	private final PolicyResolver policies;

	private final Supplier<List<Detector>> detectors;

	private final ValueReader reader;

	private final JsonLeaves json = new JsonLeaves();

	DecisionTrace(EventArchive archive, PolicyResolver policies, Supplier<List<Detector>> detectors,
			ValueReader reader) {
		this.archive = archive;
		this.policies = policies;
		this.detectors = detectors;
		this.reader = reader;
	}

	@Override
	public String name() {
		return "explain";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of();
	}

	@Override
	public Object content() {
		return Map.of("how", "Name the reference of an event behind the address, or post the operation request with a "
				+ "target such as GET /api/books?title=x, and headers, a blank line and a body as the rule.");
	}

	/**
	 * Explain the decision that an event tells of.
	 */
	@Override
	public @Nullable Object item(String reference) {
		return this.archive.get(reference);
	}

	/**
	 * Explain what would be decided on a request.
	 */
	@Override
	public Object operate(SectionOperation operation) {
		if (!operation.name().equals("request")) {
			throw new IllegalArgumentException("What can be explained is a request");
		}
		String[] line = operation.target().strip().split(" ", 2);
		if (line.length < 2 || !line[1].strip().startsWith("/") || operation.target().length() > LONGEST) {
			throw new IllegalArgumentException("target is a method and a path, such as GET /api/books?title=x");
		}
		String method = line[0].toUpperCase(Locale.ROOT);
		String[] target = line[1].strip().split("\\?", 2);
		List<InputValue> values = values(target, operation.argument("rule"));
		return explain(method, target[0], values);
	}

	private List<InputValue> values(String[] target, @Nullable String message) {
		List<InputValue> values = new ArrayList<>();
		values.add(new InputValue(InputLocation.PATH, "path", target[0]));
		if (target.length > 1) {
			QueryString.read(target[1], InputLocation.QUERY, values);
		}
		String text = (message != null) ? message.replace("\r\n", "\n") : "";
		int end = text.indexOf("\n\n");
		((end < 0) ? text : text.substring(0, end)).lines().forEach((header) -> {
			int colon = header.indexOf(':');
			if (colon > 0) {
				values.add(new InputValue(InputLocation.HEADER,
						header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
						header.substring(colon + 1).strip()));
			}
		});
		if (end >= 0) {
			addBody(text.substring(end + 2).strip(), values);
		}
		return values;
	}

	private void addBody(String body, List<InputValue> values) {
		if (body.startsWith("{") || body.startsWith("[")) {
			BoundedValues leaves = new BoundedValues().complete();
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			this.json.read(bytes, bytes.length, leaves);
			values.addAll(leaves);
		}
		else if (QueryString.isEncoded(body)) {
			QueryString.read(body, InputLocation.FORM, values);
		}
		else if (!body.isEmpty()) {
			values.add(new InputValue(InputLocation.BODY, "body", body));
		}
	}

	private Map<String, Object> explain(String method, String path, List<InputValue> values) {
		List<Detector> known = this.detectors.get()
			.stream()
			.filter((detector) -> detector instanceof ValueDetector || detector instanceof PatchDetector)
			.toList();
		InspectionPipeline apart = new InspectionPipeline(this.policies, known, this.reader, List.of(), (event) -> {
		}, () -> "none", Clock.systemUTC());
		Exchange exchange = apart.begin(new RequestFacts(method, path, new ClientIdentity("0.0.0.0"), false));
		apart.enter(exchange, Phase.REQUEST, values);
		apart.answeredWith(exchange, Answer.ANYTHING);
		Decision decision = apart.enter(exchange, Phase.HANDLER, List.of());
		Policy policy = exchange.policy();
		Map<String, Object> trace = new LinkedHashMap<>();
		trace.put("policy", policy.id());
		trace.put("mode", policy.mode());
		trace.put("blockScore", policy.blockScore());
		trace.put("action", decision.action());
		trace.put("inBlockMode", decision.inBlockMode());
		trace.put("score", decision.score());
		trace.put("because", because(policy, decision));
		trace.put("ran", names(known, policy, false));
		trace.put("off", names(known, policy, true));
		trace.put("saw", decision.findings().stream().map(DecisionTrace::describe).toList());
		return trace;
	}

	private static List<String> names(List<Detector> detectors, Policy policy, boolean off) {
		return detectors.stream()
			.map(Detector::name)
			.filter((name) -> (policy.modeOf(name) == EnforcementMode.OFF) == off)
			.sorted()
			.collect(Collectors.toList());
	}

	private static String because(Policy policy, Decision decision) {
		if (policy.mode() == EnforcementMode.OFF) {
			return "The policy is off.";
		}
		return switch (decision.action()) {
			case ALLOW -> "Nothing was seen.";
			case BLOCK -> "The findings that may refuse here reach the score of the policy.";
			case THROTTLE -> "A limit is used up.";
			case MONITOR -> (decision.inBlockMode() == Decision.Action.BLOCK)
					? "The findings would refuse it, and the mode is monitor."
					: "The findings are too weak, or their detectors only watch here.";
		};
	}

	private static Map<String, Object> describe(Finding finding) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("detector", finding.detector());
		description.put("rule", finding.rule().id());
		description.put("confidence", finding.confidence());
		description.put("score", finding.score());
		description.put("where", (finding.location() != null) ? finding.location().label() + ' ' + finding.name() : "");
		description.put("evidence", finding.evidence());
		description.put("explanation", finding.rule().explanation());
		return description;
	}

}

package io.github.raspspring.growth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.document.BodyMemory;
import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.document.CsvCells;
import io.github.raspspring.document.InnerDocuments;
import io.github.raspspring.document.JsonLeaves;
import io.github.raspspring.document.QueryString;
import io.github.raspspring.document.XmlLeaves;
import io.github.raspspring.document.YamlScalars;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Deliveries;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.ExchangeListeners;
import io.github.raspspring.engine.pipeline.InspectionBudget;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.inspect.CanonicalValueReader;

/**
 * Reads a long text as a body of some kind, and judges it within the budget that requests
 * have by default, of which each step takes some nanoseconds. Reads the kind of the body,
 * a line, and the text; tells whether anything was left unjudged, and whether the request
 * is refused.
 */
public final class LongTexts implements Function<String, Object[]> {

	/** More than a step takes on any machine. */
	private static final int NANOS_OF_STEP = 4;

	private final ValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final List<SecurityEvent> events = new ArrayList<>();

	private final Policy policy = Policy.of(EnforcementMode.BLOCK);

	private final InspectionPipeline pipeline = pipeline(Duration.ofMillis(50), Duration.ofSeconds(2));

	/** Has no time for anything long. */
	private final InspectionPipeline hurried = pipeline(Duration.ofNanos(100), Duration.ZERO);

	private InspectionPipeline pipeline(Duration share, Duration cap) {
		return new InspectionPipeline((method, path) -> this.policy, List.copyOf(Judgement.byAll().detectors()),
				this.reader, new ExchangeListeners(List.of(), Deliveries.inline()), this.events::add, () -> "reference",
				Clock.systemUTC(), new InspectionBudget(share, cap, () -> NANOS_OF_STEP * Steps.taken()),
				ClientTreatment.NONE);
	}

	@Override
	public Object[] apply(String given) {
		int end = given.indexOf('\n');
		this.events.clear();
		InspectionPipeline pipeline = given.startsWith("hurried") ? this.hurried : this.pipeline;
		Exchange exchange = pipeline.begin(new RequestFacts("POST", "/texts", new ClientIdentity("192.0.2.1"), false));
		pipeline.enter(exchange, Phase.REQUEST, List.of());
		long before = Steps.taken();
		List<InputValue> values = values(given.substring(0, end), given.substring(end + 1));
		exchange.judgingTime().spend(NANOS_OF_STEP * (Steps.taken() - before));
		Decision decision = pipeline.arrived(exchange, values);
		pipeline.complete(exchange, 200);
		long left = this.events.stream().filter(InspectionBudgetExceeded.class::isInstance).count();
		return new Object[] { List.of("unjudged", "refused"), new long[] { left, decision.refuses() ? 1 : 0 } };
	}

	private List<InputValue> values(String kind, String text) {
		BoundedValues values = new BoundedValues(new BodyMemory(1L << 30).lease()).complete();
		switch (kind) {
			case "json" -> {
				byte[] json = bytes("{\"text\":\"" + escaped(text) + "\"}");
				JsonLeaves.strict().read(json, json.length, values);
			}
			case "xml" -> new XmlLeaves().read(bytes("<a><![CDATA[" + text + "]]></a>"), values);
			case "form" -> QueryString.read("a=" + text.replace("%", "%25").replace("&", "%26").replace("+", "%2B"),
					InputLocation.FORM, values);
			case "csv" -> CsvCells.read("name,\"" + text.replace("\"", "\"\"") + "\"",
					(cell) -> values.add(new InputValue(InputLocation.BODY, "body", cell)));
			case "yaml" -> YamlScalars.read("a: '" + text.replace("'", "''").replace("\n", " ") + "'",
					(scalar) -> values.add(new InputValue(InputLocation.BODY, "body", scalar)));
			case "graphql" -> values.add(new InputValue(InputLocation.GRAPHQL, "query",
					"{a(b: \"\"\"" + text.replace("\"\"\"", "\"\"") + "\"\"\")}"));
			default -> values.add(new InputValue(InputLocation.BODY, "body", text));
		}
		List<InputValue> all = new ArrayList<>(values);
		InnerDocuments.unfold(values, all::add);
		return all;
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

package io.github.raspspring.event.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.engine.ReachedCall;
import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events back from the product's own form. Thread-safe.
 */
final class RecordReader {

	private final JsonMapper json = new JsonMapper();

	EventRecord read(String text, long repeats, Instant last) {
		JsonNode event = this.json.readTree(text);
		String outcome = event.path("outcome").asString().replace('-', '_').toUpperCase(Locale.ROOT);
		Map<String, String> facts = new LinkedHashMap<>();
		event.path("facts").properties().forEach((fact) -> facts.put(fact.getKey(), fact.getValue().asString()));
		List<EventFinding> findings = new ArrayList<>();
		event.path("findings").forEach((finding) -> findings.add(finding(finding)));
		List<String> fix = new ArrayList<>();
		event.path("fix").forEach((sentence) -> fix.add(sentence.asString()));
		return new EventRecord(event.path("reference").asString(), Instant.parse(event.path("time").asString()),
				event.path("type").asString(), EventOutcome.valueOf(outcome), event.path("what").asString(),
				place(event.path("where")), reason(event.path("why")), findings, fix, facts, text(event, "trace"),
				event.path("alarming").asBoolean(), repeats, last);
	}

	private static EventPlace place(JsonNode where) {
		return new EventPlace(text(where, "method"), text(where, "route"), text(where, "path"), text(where, "client"),
				text(where, "subject"));
	}

	private static EventReason reason(JsonNode why) {
		return new EventReason(why.path("action").asString(), why.path("score").asInt(), why.path("policy").asString(),
				why.path("because").asString(), text(why, "mode"), text(why, "inBlockMode"));
	}

	private static EventFinding finding(JsonNode finding) {
		JsonNode call = finding.path("call");
		ReachedCall reached = call.isMissingNode() ? null : new ReachedCall(call.path("kind").asString(),
				call.path("operation").asString(), call.path("shape").asString(), call.path("frame").asString());
		return new EventFinding(finding.path("detector").asString(), finding.path("rule").asString(),
				finding.path("category").asString(), finding.path("cwe").asString(), finding.path("owasp").asString(),
				finding.path("confidence").asString(), finding.path("score").asInt(), text(finding, "location"),
				text(finding, "name"), finding.path("reading").asString(), finding.path("evidence").asString(),
				finding.path("explanation").asString(), finding.path("remedy").asString(),
				finding.path("hint").asString(), reached);
	}

	private static @Nullable String text(JsonNode node, String name) {
		return node.has(name) ? node.path(name).asString() : null;
	}

}

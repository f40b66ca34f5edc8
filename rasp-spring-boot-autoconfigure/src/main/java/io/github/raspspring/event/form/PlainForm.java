package io.github.raspspring.event.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.ReachedCall;
import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * The product's own form. What is not known is left out.
 */
public final class PlainForm implements EventForm {

	@Override
	public Map<String, Object> of(EventRecord event) {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("reference", event.reference());
		form.put("time", event.occurredAt().toString());
		form.put("type", event.type());
		form.put("outcome", event.outcome().label());
		form.put("what", event.what());
		form.put("where", where(event.where()));
		form.put("why", why(event.why()));
		put(form, "trace", event.trace());
		if (!event.facts().isEmpty()) {
			form.put("facts", event.facts());
		}
		if (!event.findings().isEmpty()) {
			form.put("findings", event.findings().stream().map(PlainForm::finding).toList());
		}
		if (!event.fix().isEmpty()) {
			form.put("fix", List.copyOf(event.fix()));
		}
		form.put("alarming", event.alarming());
		form.put("repeats", event.repeats());
		form.put("last", event.lastAt().toString());
		return form;
	}

	private static Map<String, Object> where(EventPlace place) {
		Map<String, Object> where = new LinkedHashMap<>();
		put(where, "method", place.method());
		put(where, "route", place.route());
		put(where, "path", place.path());
		put(where, "client", place.client());
		put(where, "subject", place.subject());
		return where;
	}

	private static Map<String, Object> why(EventReason reason) {
		Map<String, Object> why = new LinkedHashMap<>();
		why.put("action", reason.action());
		why.put("score", reason.score());
		why.put("policy", reason.policy());
		why.put("because", reason.because());
		put(why, "mode", reason.mode());
		put(why, "inBlockMode", reason.inBlockMode());
		return why;
	}

	private static Map<String, Object> finding(EventFinding finding) {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("detector", finding.detector());
		form.put("rule", finding.rule());
		form.put("category", finding.category());
		form.put("cwe", finding.cwe());
		form.put("owasp", finding.owasp());
		form.put("confidence", finding.confidence());
		form.put("score", finding.score());
		put(form, "location", finding.location());
		put(form, "name", finding.name());
		form.put("reading", finding.reading());
		form.put("evidence", finding.evidence());
		form.put("explanation", finding.explanation());
		form.put("remedy", finding.remedy());
		form.put("hint", finding.hint());
		ReachedCall call = finding.call();
		if (call != null) {
			Map<String, Object> reached = new LinkedHashMap<>();
			reached.put("kind", call.kind());
			reached.put("operation", call.operation());
			reached.put("shape", call.shape());
			reached.put("frame", call.frame());
			form.put("call", reached);
		}
		return form;
	}

	private static void put(Map<String, Object> form, String name, @Nullable String value) {
		if (value != null) {
			form.put(name, value);
		}
	}

}

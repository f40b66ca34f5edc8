package io.github.raspspring.event.ocsf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.form.EventForm;

/**
 * Writes events as OCSF 1.3 has them: what was seen in a request as Detection Finding
 * (2004), what was served as HTTP Activity (4002), all else as Base Event. What has no
 * attribute there is under {@code unmapped}.
 */
public final class OcsfForm implements EventForm {

	private static final String VERSION = "1.3.0";

	private static final int CREATE = 1;

	private static final int UPDATE = 2;

	private static final int OTHER = 99;

	private final OcsfObjects objects = new OcsfObjects();

	@Override
	public Map<String, Object> of(EventRecord event) {
		if (event.outcome() == EventOutcome.SERVED) {
			return served(event);
		}
		boolean single = event.outcome() != EventOutcome.REPORTED && event.outcome() != EventOutcome.CLIENT_CHANGED;
		return single ? detected(event) : reported(event);
	}

	private Map<String, Object> detected(EventRecord event) {
		Map<String, Object> form = base(event, 2, 2004, (event.repeats() > 0) ? UPDATE : CREATE);
		form.put("category_name", "Findings");
		form.put("class_name", "Detection Finding");
		form.put("status_id", 1);
		form.put("is_alert", event.alarming());
		form.put("confidence_id", OcsfObjects.confidence(event));
		form.put("count", event.times());
		form.put("start_time", event.occurredAt().toEpochMilli());
		form.put("end_time", event.lastAt().toEpochMilli());
		form.put("finding_info", this.objects.findingInfo(event));
		form.put("evidences", List.of(this.objects.evidence(event)));
		if (!event.fix().isEmpty()) {
			form.put("remediation", Map.of("desc", String.join(" ", event.fix())));
		}
		control(event, form);
		form.put("unmapped", OcsfObjects.unmapped(event));
		return form;
	}

	private Map<String, Object> served(EventRecord event) {
		Map<String, Object> form = base(event, 4, 4002, OcsfObjects.activity(event.where().method()));
		form.put("category_name", "Network Activity");
		form.put("class_name", "HTTP Activity");
		form.put("http_request", this.objects.request(event));
		form.put("http_response", this.objects.response(event));
		form.put("src_endpoint", this.objects.source(event));
		form.put("dst_endpoint", Map.of("svc_name", "application"));
		form.put("duration", OcsfObjects.number(event, "millis"));
		form.put("unmapped", OcsfObjects.unmapped(event));
		return form;
	}

	private Map<String, Object> reported(EventRecord event) {
		Map<String, Object> form = base(event, 0, 0, OTHER);
		form.put("activity_name", event.type());
		form.put("class_name", "Base Event");
		form.put("unmapped", OcsfObjects.unmapped(event));
		return form;
	}

	private static Map<String, Object> base(EventRecord event, int category, int type, int activity) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("version", VERSION);
		metadata.put("uid", event.reference());
		metadata.put("event_code", event.type());
		metadata.put("product", Map.of("name", "RASP for Spring Boot", "vendor_name", "raspspring"));
		metadata.put("profiles", List.of("security_control"));
		if (event.trace() != null) {
			metadata.put("correlation_uid", event.trace());
		}
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("category_uid", category);
		form.put("class_uid", type);
		form.put("activity_id", activity);
		form.put("type_uid", type * 100 + activity);
		form.put("time", event.occurredAt().toEpochMilli());
		form.put("severity_id", OcsfObjects.severity(event));
		form.put("message", event.what());
		form.put("metadata", metadata);
		return form;
	}

	/**
	 * What a control did, in the words of the profile Security Control.
	 */
	private static void control(EventRecord event, Map<String, Object> form) {
		boolean refused = event.outcome().refuses();
		form.put("action_id", refused ? 2 : 1);
		form.put("action", refused ? "Denied" : "Allowed");
		form.put("disposition_id", refused ? 2 : OcsfObjects.disposition(event));
	}

}

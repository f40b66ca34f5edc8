package io.github.raspspring.event.ocsf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.engine.event.ClientStateChanged;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.FeedStateChanged;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.OutletStateChanged;
import io.github.raspspring.engine.event.PatchOverdue;
import io.github.raspspring.engine.event.PolicyChanged;
import io.github.raspspring.engine.event.ProfilePromoted;
import io.github.raspspring.engine.event.RequestServed;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.StoreStateChanged;
import io.github.raspspring.event.EventSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every attribute has a name that the schema publishes for its class (OCSF 1.3, base
 * event, profile Security Control included).
 */
class OcsfFormTests {

	private static final Set<String> BASE = Set.of("activity_id", "activity_name", "category_name", "category_uid",
			"class_name", "class_uid", "count", "duration", "end_time", "enrichments", "message", "metadata",
			"observables", "raw_data", "severity", "severity_id", "start_time", "status", "status_code",
			"status_detail", "status_id", "time", "timezone_offset", "type_name", "type_uid", "unmapped", "action",
			"action_id", "disposition", "disposition_id", "attacks", "authorizations", "firewall_rule", "malware",
			"policy", "is_alert", "confidence", "confidence_id", "confidence_score", "risk_details", "risk_level",
			"risk_level_id", "risk_score");

	private static final Set<String> DETECTION = Set.of("comment", "device", "evidences", "finding_info", "impact",
			"impact_id", "impact_score", "remediation", "resources", "vulnerabilities");

	private static final Set<String> HTTP = Set.of("app_name", "connection_info", "dst_endpoint", "file",
			"http_cookies", "http_request", "http_response", "http_status", "load_balancer", "proxy", "src_endpoint",
			"tls", "traffic", "trace");

	private static final Set<String> FINDING_INFO = Set.of("analytic", "attacks", "created_time", "data_sources",
			"desc", "first_seen_time", "kill_chain", "last_seen_time", "modified_time", "product", "product_uid",
			"related_analytics", "related_events", "related_events_count", "src_url", "tags", "title", "types", "uid",
			"uid_alt");

	private static final Set<String> EVIDENCE = Set.of("actor", "api", "connection_info", "container", "data",
			"database", "databucket", "device", "dst_endpoint", "email", "file", "http_request", "http_response", "job",
			"name", "process", "query", "resources", "script", "src_endpoint", "tls", "uid", "url", "user", "verdict",
			"verdict_id");

	private static final Set<String> METADATA = Set.of("correlation_uid", "event_code", "extension", "extensions",
			"labels", "log_level", "log_name", "log_provider", "log_version", "logged_time", "loggers", "modified_time",
			"original_time", "processed_time", "product", "profiles", "sequence", "tenant_uid", "uid", "version");

	private static final Set<String> REQUEST = Set.of("args", "body_length", "http_headers", "http_method", "length",
			"referrer", "uid", "url", "user_agent", "version", "x_forwarded_for");

	private static final Set<String> RESPONSE = Set.of("body_length", "code", "content_type", "http_headers", "latency",
			"length", "message", "status");

	private static final Set<String> ENDPOINT = Set.of("hostname", "ip", "name", "port", "svc_name", "uid", "type",
			"type_id", "domain", "location", "mac");

	private static final Map<String, Set<String>> OBJECTS = Map.ofEntries(Map.entry("metadata", METADATA),
			Map.entry("product",
					Set.of("cpe_name", "data_classification", "feature", "lang", "name", "path", "uid", "url_string",
							"vendor_name", "version")),
			Map.entry("finding_info", FINDING_INFO),
			Map.entry("analytic",
					Set.of("category", "desc", "name", "related_analytics", "type", "type_id", "uid", "version")),
			Map.entry("evidences", EVIDENCE), Map.entry("http_request", REQUEST), Map.entry("http_response", RESPONSE),
			Map.entry("src_endpoint", ENDPOINT), Map.entry("dst_endpoint", ENDPOINT),
			Map.entry("url",
					Set.of("categories", "category_ids", "domain", "hostname", "path", "port", "query_string",
							"resource_type", "scheme", "subdomain", "url_string")),
			Map.entry("actor",
					Set.of("app_name", "app_uid", "authorizations", "idp", "invoked_by", "process", "session", "user")),
			Map.entry("user",
					Set.of("account", "credential_uid", "display_name", "domain", "email_addr", "full_name", "groups",
							"has_mfa", "ldap_person", "name", "org", "phone_number", "risk_level", "risk_level_id",
							"risk_score", "type", "type_id", "uid", "uid_alt")),
			Map.entry("remediation", Set.of("desc", "kb_article_list", "kb_articles", "references")));

	private final OcsfForm form = new OcsfForm();

	@Test
	void ofWhenSomethingWasSeenThenIsADetectionFinding() {
		Map<String, Object> event = this.form.of(EventSamples.record("r"));
		assertNames(event, DETECTION);
		assertThat(event).containsEntry("class_uid", 2004)
			.containsEntry("category_uid", 2)
			.containsEntry("activity_id", 1)
			.containsEntry("type_uid", 200401)
			.containsEntry("severity_id", 4)
			.containsEntry("action_id", 2)
			.containsEntry("confidence_id", 3);
		assertThat(part(event, "finding_info")).containsEntry("uid", "r").containsKey("title");
		assertThat(part(event, "finding_info").keySet()).isSubsetOf(FINDING_INFO);
		Map<?, ?> evidence = (Map<?, ?>) ((Iterable<?>) event.get("evidences")).iterator().next();
		assertThat(evidence.keySet().stream().map(String::valueOf)).isSubsetOf(EVIDENCE);
		assertThat(part(event, "remediation")).containsOnlyKeys("desc");
	}

	@Test
	void ofWhenItWasRepeatedThenIsAnUpdate() {
		Map<String, Object> event = this.form.of(EventSamples.record("r").repeated(5, java.time.Instant.EPOCH));
		assertThat(event).containsEntry("activity_id", 2).containsEntry("count", 6L);
	}

	@Test
	void ofWhenRequestWasServedThenIsHttpActivity() {
		Map<String, Object> event = this.form.of(EventSamples.recorder().record(EventSamples.served("s")));
		assertNames(event, HTTP);
		assertThat(event).containsEntry("class_uid", 4002)
			.containsEntry("category_uid", 4)
			.containsEntry("activity_id", 3)
			.containsEntry("type_uid", 400203);
		assertThat(part(event, "http_request").keySet()).isSubsetOf(REQUEST);
		assertThat(part(event, "http_response").keySet()).isSubsetOf(RESPONSE);
		assertThat(part(event, "http_response")).containsEntry("code", 200L);
		assertThat(part(event, "src_endpoint").keySet()).isSubsetOf(ENDPOINT);
		assertThat(part(event, "dst_endpoint").keySet()).isSubsetOf(ENDPOINT);
	}

	/**
	 * Whatever happens, each attribute has a published name, at every depth, and what the
	 * class requires is there.
	 */
	@ParameterizedTest
	@MethodSource("events")
	void ofWhenAnythingHappensThenHasPublishedNamesAtEveryDepth(SecurityEvent event) {
		Map<String, Object> form = this.form.of(EventSamples.recorder().record(event));
		Set<String> own = switch ((int) form.get("class_uid")) {
			case 2004 -> DETECTION;
			case 4002 -> HTTP;
			default -> Set.of();
		};
		assertNames(form, own);
		assertThat(form).containsEntry("type_uid", (int) form.get("class_uid") * 100 + (int) form.get("activity_id"));
		assertThat((int) form.get("class_uid") / 1000).isEqualTo(form.get("category_uid"));
		assertThat((int) form.get("severity_id")).isBetween(1, 4);
		assertThat((long) form.get("time")).isEqualTo(event.occurredAt().toEpochMilli());
		assertObjects(form);
	}

	static Stream<SecurityEvent> events() {
		Instant at = Instant.EPOCH;
		return Stream.of(EventSamples.attack("r", "192.0.2.1"), EventSamples.limited("r", "192.0.2.1"),
				EventSamples.noted("r", "id-5d41402abc4b2a76"), EventSamples.hostile("r"), EventSamples.served("r"),
				new RequestServed("r", at, "QUERY", null, "/", "id-5d41402abc4b2a76", null, 500, Duration.ZERO, -1,
						Decision.Action.MONITOR, "d"),
				new DetectorFailed("r", at, "s", "java.lang.Error", FailureMode.OPEN, null),
				new InspectionBudgetExceeded("r", at, "GET", "/", 1, 2, FailureMode.CLOSED),
				new AnswerAborted("r", at, "d", "GET", "/"), new StoreStateChanged("r", at, false, "x"),
				new OperatorActed("r", at, "ada", "unblock", "x", ""), new PatchOverdue("r", at, "p", "", at),
				new AnomalyObserved("r", at, "trend", "/", "more", List.of("192.0.2.1")),
				new FeedStateChanged("r", at, "tor", true, "404"),
				new ClientStateChanged("r", at, "network:192.0.2.1", true, at, "score"),
				new ClientStateChanged("r", at, "network:192.0.2.1", false, null, "score"),
				new OutletStateChanged("r", at, "file", false, "x"),
				new PolicyChanged("r", at, "environment", true, List.of("rasp.mode monitor to block")),
				new ProfilePromoted("r", at, "POST /orders", "enforce", 99.7, true));
	}

	@Test
	void eventsHaveOneOfEachKind() {
		assertThat(events().map(Object::getClass).distinct())
			.hasSameElementsAs(List.of(SecurityEvent.class.getPermittedSubclasses()));
	}

	/**
	 * What is under unmapped, or the data of evidence, is free.
	 */
	private static void assertObjects(Map<?, ?> object) {
		object.forEach((name, value) -> {
			Object inner = (value instanceof List<?> list && !list.isEmpty()) ? list.get(0) : value;
			if (inner instanceof Map<?, ?> map && !name.equals("unmapped") && !name.equals("data")) {
				assertThat(OBJECTS).containsKey(name.toString());
				assertThat(map.keySet().stream().map(String::valueOf)).as("%s", name)
					.isSubsetOf(OBJECTS.get(name.toString()));
				assertObjects(map);
			}
		});
	}

	private static void assertNames(Map<String, Object> event, Set<String> own) {
		assertThat(event.keySet()).allMatch((name) -> BASE.contains(name) || own.contains(name));
		assertThat(event).containsKeys("activity_id", "category_uid", "class_uid", "metadata", "severity_id", "time",
				"type_uid");
		assertThat(part(event, "metadata").keySet()).isSubsetOf(METADATA).contains("version", "product");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> part(Map<String, Object> event, String name) {
		return (Map<String, Object>) event.get(name);
	}

}

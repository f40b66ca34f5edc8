package io.github.raspspring.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ReachedCall;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.RequestServed;
import io.github.raspspring.engine.event.ThreatDetected;

/**
 * Events to write, of attacks and of what is none.
 */
public final class EventSamples {

	/** What would forge a line, a color or a page if anybody let it. */
	public static final String HOSTILE = "x\r\nevent=forged \u001b[31m\"<script>alert(1)</script>\u2028\u0000{\"a\":1}";

	private static final Rule TAUTOLOGY = new Rule("tautology", "CWE-89", "A condition is always true.",
			"Bind the value as a parameter.");

	private static final Rule LIMIT = new Rule("exhausted", "CWE-770", "More is used than is granted.",
			"Ask less often.");

	private static final EventRecorder RECORDER = new EventRecorder(Pseudonyms.none(), () -> null);

	private EventSamples() {
	}

	public static ThreatDetected attack(String reference, String client) {
		Finding finding = Finding.of("sql-sink", Category.INJECTION, TAUTOLOGY)
			.confidence(Confidence.CERTAIN)
			.at(new InputValue(InputLocation.QUERY, "title", "x' or 1=1"))
			.evidence("x' or 1=1", 1, 9)
			.call(new ReachedCall("sql-sink", "Statement.executeQuery", "select * from books where title = 'a' or 9=9",
					"BookRepository.find:12"))
			.build();
		return threat(reference, client, Action.BLOCK, finding);
	}

	public static ThreatDetected limited(String reference, String client) {
		Finding finding = Finding.of("rate-limit", Category.RATE_LIMIT, LIMIT)
			.retryAfter(Duration.ofSeconds(1))
			.build();
		return threat(reference, client, Action.THROTTLE, finding);
	}

	public static ThreatDetected noted(String reference, String client) {
		Finding finding = Finding.of("sql-injection", Category.INJECTION, TAUTOLOGY)
			.confidence(Confidence.WEAK)
			.build();
		return threat(reference, client, Action.MONITOR, finding);
	}

	/**
	 * An attack of which every text is hostile.
	 */
	public static ThreatDetected hostile(String reference) {
		Finding finding = Finding.of("sql-injection", Category.INJECTION, TAUTOLOGY)
			.confidence(Confidence.CERTAIN)
			.at(new InputValue(InputLocation.QUERY, HOSTILE, HOSTILE))
			.evidence(HOSTILE)
			.build();
		Decision decision = new Decision(Action.BLOCK, 9, List.of(finding), "default", reference, null);
		return new ThreatDetected(reference, Instant.EPOCH, HOSTILE, null, HOSTILE, HOSTILE, HOSTILE, decision,
				EnforcementMode.BLOCK);
	}

	public static RequestServed served(String reference) {
		return new RequestServed(reference, Instant.EPOCH, "GET", "/api/books/{id}", "/api/books/1", "192.0.2.1",
				"alice", 200, Duration.ofMillis(12), 345, Action.ALLOW, null);
	}

	public static EventRecord record(String reference) {
		return RECORDER.record(attack(reference, "192.0.2.1"));
	}

	public static EventRecorder recorder() {
		return RECORDER;
	}

	private static ThreatDetected threat(String reference, String client, Action action, Finding finding) {
		Decision decision = new Decision(action, finding.score(), List.of(finding), "default", reference,
				finding.retryAfter());
		return new ThreatDetected(reference, Instant.EPOCH, "GET", "/api/books", "/api/books", client, "alice",
				decision, EnforcementMode.BLOCK);
	}

}

package io.github.raspspring.event;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.event.AnomalyObserved;
import io.github.raspspring.engine.event.AnswerAborted;
import io.github.raspspring.engine.event.ClientStateChanged;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.EventRecordBuilder;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.event.OperatorActed;
import io.github.raspspring.engine.event.RequestServed;
import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import org.jspecify.annotations.Nullable;

/**
 * Tells events in full: what happened, where, why it was decided so, and what to fix.
 * Thread-safe.
 */
public final class EventRecorder {

	private final Pseudonyms names;

	private final Supplier<@Nullable String> trace;

	private final ThreatStory threats = new ThreatStory();

	private final OwnStory own = new OwnStory();

	/**
	 * Create a recorder.
	 * @param names names clients and subjects
	 * @param trace tells the id of the trace that the thread works for, or {@code null}
	 */
	public EventRecorder(Pseudonyms names, Supplier<@Nullable String> trace) {
		this.names = names;
		this.trace = trace;
	}

	/**
	 * Tell an event.
	 * @param event what happened
	 * @return the event as it is kept
	 */
	public EventRecord record(SecurityEvent event) {
		return builder(event).trace(traceId()).build();
	}

	private @Nullable String traceId() {
		String id = this.trace.get();
		return (id != null) ? Redaction.label(id) : null;
	}

	private EventRecordBuilder builder(SecurityEvent event) {
		if (event instanceof ThreatDetected threat) {
			return this.threats.tell(threat,
					place(threat.method(), threat.route(), threat.path(), threat.client(), threat.subject()));
		}
		if (event instanceof RequestServed served) {
			return tell(served);
		}
		if (event instanceof InspectionBudgetExceeded exceeded) {
			return tell(exceeded);
		}
		if (event instanceof AnswerAborted aborted) {
			return tell(aborted);
		}
		if (event instanceof ClientStateChanged state) {
			return tell(state);
		}
		if (event instanceof AnomalyObserved anomaly) {
			return tell(anomaly);
		}
		if (event instanceof DetectorFailed failure) {
			return tell(failure);
		}
		return (event instanceof OperatorActed act) ? tell(act) : this.own.tell(event);
	}

	private EventRecordBuilder tell(RequestServed served) {
		EventRecordBuilder record = EventRecord.of(served, "request-served")
			.outcome(EventOutcome.SERVED)
			.alarming(false)
			.what("The request was answered with status " + served.status() + ".")
			.where(place(served.method(), served.route(), served.path(), served.client(), served.subject()))
			.why(new EventReason(served.action().name(), "-", "rasp.events.access asks for it."))
			.fact("status", served.status())
			.fact("millis", served.duration().toMillis())
			.fact("bytes", served.bytes());
		return (served.decision() != null) ? record.fact("decision", served.decision()) : record;
	}

	private EventRecordBuilder tell(DetectorFailed failure) {
		return EventRecord.of(failure, "detector-failed")
			.what("The detector, sink or listener '" + failure.source() + "' failed with " + failure.failure() + ".")
			.where(OwnStory.about(failure.source()))
			.why(new EventReason("FAILURE_MODE_" + failure.failureMode().name(), "-", "rasp.failure-mode decides."))
			.fact("source", failure.source())
			.fact("failure", failure.failure())
			.fact("failure-mode", failure.failureMode())
			.fix(List.of("Report the failure; exclude the detector on the route until it is mended."));
	}

	private EventRecordBuilder tell(AnswerAborted aborted) {
		return EventRecord.of(aborted, "answer-aborted")
			.what("The request was refused when its answer was on its way, so the connection was cut.")
			.where(place(aborted.method(), null, aborted.where(), null, null))
			.why(new EventReason("BLOCK", "-", "See the event " + aborted.refusal() + "."))
			.fact("refusal", aborted.refusal())
			.fact("method", aborted.method())
			.fact("where", aborted.where())
			.fix(List.of("Write the answer when all that may be refused has run."));
	}

	private EventRecordBuilder tell(InspectionBudgetExceeded exceeded) {
		return EventRecord.of(exceeded, "inspection-budget-exceeded")
			.what(exceeded.judged() + " values of the request were judged, then the time for it was used up; "
					+ exceeded.left() + " were not.")
			.where(place(exceeded.method(), null, exceeded.where(), null, null))
			.why(new EventReason("FAILURE_MODE_" + exceeded.failureMode().name(), "-", "rasp.failure-mode decides."))
			.fact("method", exceeded.method())
			.fact("where", exceeded.where())
			.fact("judged", exceeded.judged())
			.fact("left", exceeded.left())
			.fact("failure-mode", exceeded.failureMode())
			.fix(List.of("Bound the size of what the route accepts; raise rasp.inspection.budget if it has to "
					+ "accept so much."));
	}

	private EventRecordBuilder tell(ClientStateChanged state) {
		String client = this.names.ofClient(state.client());
		EventRecordBuilder record = EventRecord.of(state, state.blocked() ? "client-blocked" : "client-unblocked")
			.what(state.blocked() ? "The client " + client + " is refused until " + state.until() + "."
					: "The client " + client + " is no longer refused.")
			.where(new EventPlace(null, null, null, client.substring(client.indexOf(':') + 1), null))
			.why(new EventReason(state.blocked() ? "BLOCK" : "UNBLOCK", "-", state.reason()))
			.outcome(EventOutcome.CLIENT_CHANGED)
			.alarming(state.blocked())
			.fact("named", client)
			.fact("reason", state.reason());
		return (state.until() != null) ? record.fact("until", state.until()) : record;
	}

	private EventRecordBuilder tell(AnomalyObserved anomaly) {
		List<String> names = anomaly.clients().stream().map(this.names::ofClient).toList();
		String clients = names.isEmpty() ? "" : " Most of it do " + String.join(", ", names) + ".";
		return EventRecord.of(anomaly, "anomaly-observed")
			.what("The application is used, or answers, as it usually is not: " + anomaly.target() + ", "
					+ anomaly.detail() + "." + clients)
			.where(OwnStory.about(anomaly.target()))
			.why(new EventReason("MONITOR", "-", anomaly.source()))
			.fact("source", anomaly.source())
			.fact("target", anomaly.target())
			.fact("detail", anomaly.detail())
			.fact("clients", names)
			.fix(List.of("Look at /actuator/rasp/behavior and at what these clients do."));
	}

	/**
	 * Whoever changes something answers for it by name, and so does what it was done to.
	 */
	private static EventRecordBuilder tell(OperatorActed act) {
		String detail = act.detail().isEmpty() ? "" : " (" + act.detail() + ")";
		return EventRecord.of(act, "operator-acted")
			.what("The operator " + act.operator() + " did " + act.operation() + " " + act.target() + detail + ".")
			.where(OwnStory.about(act.target()))
			.why(new EventReason(act.operation().toUpperCase(Locale.ROOT), "-", "An operator decided."))
			.fact("operator", act.operator())
			.fact("operation", act.operation())
			.fact("target", act.target())
			.fact("detail", act.detail());
	}

	private EventPlace place(String method, @Nullable String route, String path, @Nullable String client,
			@Nullable String subject) {
		return new EventPlace(method, route, path, this.names.of(client), this.names.of(subject));
	}

}

package io.github.raspspring.event;

import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventPlace;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line per event to the logger {@code rasp.audit}, and the same as key-value
 * pairs, which structured logging prints as fields. All it writes is redacted and free of
 * control characters, so a line can't be forged.
 */
public final class AuditLog implements EventOutlet {

	private static final Logger logger = LoggerFactory.getLogger("rasp.audit");

	@Override
	public String name() {
		return "log";
	}

	@Override
	public void write(List<EventRecord> events) {
		events.forEach(AuditLog::write);
	}

	private static void write(EventRecord event) {
		LoggingEventBuilder builder = logger.atLevel(event.alarming() ? Level.WARN : Level.INFO);
		if (logger.isEnabledForLevel(event.alarming() ? Level.WARN : Level.INFO)) {
			addPairs(event, builder);
			builder.log(line(event).toString());
		}
	}

	private static AuditLine line(EventRecord event) {
		AuditLine line = new AuditLine(event.type()).word("reference", event.reference());
		if (event.outcome() != EventOutcome.REPORTED) {
			EventPlace where = event.where();
			line.word("action", event.why().action()).word("outcome", event.outcome().label());
			line.word("score", event.why().score());
			line.optional("method", where.method()).optional("where", where.target());
			line.optional("client", where.client()).optional("subject", where.subject());
		}
		event.facts().forEach(line::value);
		line.optional("trace", event.trace());
		for (EventFinding finding : event.findings()) {
			line.word("finding", nameOf(finding)).text("evidence", finding.evidence());
		}
		return line;
	}

	private static void addPairs(EventRecord event, LoggingEventBuilder builder) {
		builder.addKeyValue("rasp_event", event.type());
		builder.addKeyValue("rasp_reference", event.reference());
		builder.addKeyValue("rasp_outcome", event.outcome().label());
		EventPlace where = event.where();
		add(builder, "rasp_method", where.method());
		add(builder, "rasp_where", where.target());
		add(builder, "rasp_client", where.client());
		add(builder, "rasp_subject", where.subject());
		add(builder, "rasp_rules", event.findings().isEmpty() ? null : String.join(",", event.rules()));
		for (Map.Entry<String, String> fact : event.facts().entrySet()) {
			add(builder, "rasp_" + fact.getKey().replace('-', '_'), fact.getValue());
		}
	}

	private static void add(LoggingEventBuilder builder, String name, @Nullable String value) {
		if (value != null) {
			builder.addKeyValue(name, AuditLine.harmless(value));
		}
	}

	private static String nameOf(EventFinding finding) {
		String name = finding.ruleName() + '/' + finding.confidence();
		return (finding.parameter() != null) ? name + '@' + finding.parameter() : name;
	}

}

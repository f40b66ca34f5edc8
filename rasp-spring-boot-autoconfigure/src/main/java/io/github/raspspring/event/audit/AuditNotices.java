package io.github.raspspring.event.audit;

import java.time.Instant;
import java.util.UUID;

import io.github.raspspring.engine.event.EventReason;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.EventRecordBuilder;

/**
 * What the file tells of itself.
 */
final class AuditNotices {

	private AuditNotices() {
	}

	static EventRecord resumed(long torn, Instant now) {
		return notice("audit-resumed", now)
			.what("The last process did not live to finish a line, whose beginning was cut off.")
			.fact("torn", torn)
			.build();
	}

	static EventRecord unreadable(Instant now) {
		return notice("audit-begun-anew", now)
			.what("The last line of the file is not what was written, or was written with another key, so the file "
					+ "was put aside and a new chain begins.")
			.build();
	}

	private static EventRecordBuilder notice(String type, Instant now) {
		return new EventRecordBuilder(UUID.randomUUID().toString(), now, type)
			.why(new EventReason("RESUMED", "-", "The audit file was found so when it was opened."));
	}

}

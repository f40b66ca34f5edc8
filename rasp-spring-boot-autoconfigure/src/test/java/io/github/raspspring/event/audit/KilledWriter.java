package io.github.raspspring.event.audit;

import java.nio.file.Path;
import java.util.List;

import io.github.raspspring.event.EventSamples;
import io.github.raspspring.event.form.PlainForm;

/**
 * Writes events until it is killed.
 */
final class KilledWriter {

	private KilledWriter() {
	}

	public static void main(String[] arguments) throws Exception {
		AuditFile file = new AuditFile(Path.of(arguments[0]), null, new AuditLimits(1L << 30, 10), new PlainForm());
		for (long i = 0;; i++) {
			file.write(List.of(EventSamples.record("a" + i), EventSamples.record("b" + i)));
			if (i == 200) {
				System.out.println("busy");
			}
		}
	}

}

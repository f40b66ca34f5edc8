package io.github.raspspring.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.raspspring.engine.event.SecurityEvent;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refusal is told to the application's own listeners and to the audit log, once.
 */
@BookshopTest({ "rasp.mode=block", "logging.level.rasp.audit=warn", "rasp.events.delivery=inline" })
@ExtendWith(OutputCaptureExtension.class)
class EventTests {

	@Test
	void attackWhenRefusedThenIsPublishedAndLoggedOnce(@LocalServerPort int port, @Autowired Listener listener,
			CapturedOutput output) {
		Answer answer = new Bookshop(port).get("/api/books", "title",
				"x' UNION SELECT 1, content, '', 0 FROM secrets --");
		String reference = Refusals.assertBlocked(answer);
		assertThat(listener.events).singleElement().isInstanceOfSatisfying(ThreatDetected.class, (threat) -> {
			assertThat(threat.reference()).isEqualTo(reference);
			assertThat(threat.path()).isEqualTo("/api/books");
			assertThat(threat.decision().refuses()).isTrue();
		});
		assertThat(output.getOut().lines().filter((line) -> line.contains(reference))).singleElement()
			.satisfies((line) -> assertThat(line).contains("rasp.audit", "action=BLOCK", "client=id-")
				.doesNotContain("secrets", "content", "127.0.0.1"));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Listener {

		private final List<SecurityEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(SecurityEvent event) {
			this.events.add(event);
		}

	}

}

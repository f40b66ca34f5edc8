package io.github.raspspring.event;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.ThreatDetected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was weak and did nothing is no warning, and what somebody should look at is one.
 */
class AuditLevelTests {

	private static final Rule RULE = new Rule("seen", "CWE-89", "It was seen.", "Do not send it.");

	private static final Rule LATE = new Rule("expired", "CWE-672", "It has expired.", "Renew it.");

	private final Logger logger = (Logger) LoggerFactory.getLogger("rasp.audit");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Level before = this.logger.getLevel();

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void leave() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(this.before);
	}

	static Stream<Named<Decision>> calm() {
		return Stream.of(Named.of("weak and allowed", decision(Action.ALLOW, weak())),
				Named.of("weak and recorded", decision(Action.MONITOR, weak())),
				Named.of("weak, many", decision(Action.MONITOR, weak(), weak(), weak(), weak())),
				Named.of("nothing", decision(Action.ALLOW)),
				Named.of("expired", decision(Action.ALLOW, finding(LATE, Confidence.CERTAIN))),
				Named.of("expired and weak", decision(Action.MONITOR, finding(LATE, Confidence.STRONG), weak())));
	}

	static Stream<Named<Decision>> alarming() {
		return Stream.of(Named.of("strong and recorded", decision(Action.MONITOR, finding(RULE, Confidence.STRONG))),
				Named.of("certain and recorded", decision(Action.MONITOR, finding(RULE, Confidence.CERTAIN))),
				Named.of("strong and refused", decision(Action.BLOCK, finding(RULE, Confidence.STRONG))),
				Named.of("certain and throttled", decision(Action.THROTTLE, finding(RULE, Confidence.CERTAIN))),
				Named.of("strong behind weak", decision(Action.MONITOR, weak(), finding(RULE, Confidence.STRONG))),
				Named.of("strong behind expired",
						decision(Action.BLOCK, finding(LATE, Confidence.CERTAIN), finding(RULE, Confidence.STRONG))));
	}

	@ParameterizedTest
	@MethodSource("calm")
	void writeWhenNobodyNeedsToLookThenInforms(Decision decision) {
		assertThat(level(decision)).isEqualTo(Level.INFO);
	}

	@ParameterizedTest
	@MethodSource("alarming")
	void writeWhenSomebodyShouldLookThenWarns(Decision decision) {
		assertThat(level(decision)).isEqualTo(Level.WARN);
	}

	private Level level(Decision decision) {
		ThreatDetected event = new ThreatDetected("r", Instant.EPOCH, "GET", "/api/books", "/api/books", "192.0.2.1",
				null, decision);
		new AuditLog().write(List.of(new EventRecorder(Pseudonyms.none(), () -> null).record(event)));
		assertThat(this.lines.list).hasSize(1);
		return this.lines.list.get(0).getLevel();
	}

	private static Decision decision(Action action, Finding... findings) {
		boolean strong = List.of(findings).stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
		return new Decision(action, 1, List.of(findings), "default", "r", null, strong ? Action.BLOCK : action);
	}

	private static Finding weak() {
		return finding(RULE, Confidence.WEAK);
	}

	private static Finding finding(Rule rule, Confidence confidence) {
		return Finding.of("test", Category.INJECTION, rule).confidence(confidence).build();
	}

}

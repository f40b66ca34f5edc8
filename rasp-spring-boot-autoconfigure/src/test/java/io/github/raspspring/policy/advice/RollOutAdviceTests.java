package io.github.raspspring.policy.advice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.policy.advice.Promotion.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What traffic makes a route ready: six that are, six that are not, and six in which
 * parameters are to be left alone.
 */
class RollOutAdviceTests {

	private static final Instant MONDAY = Instant.parse("2026-05-04T12:00:00Z");

	private static final Rule RULE = new Rule("union", "CWE-89", "Seen.", "Mend.");

	private EnforcementMode mode = EnforcementMode.MONITOR;

	private final RollOutAdvice advice = new RollOutAdvice(new AdviceSettings(10, 2, 3), (due, exclude) -> due.stream()
		.map((promotion) -> promotion.template() + ' ' + (exclude ? promotion.parameters() : promotion.watched()))
		.toList()
		.toString());

	@ParameterizedTest
	@EnumSource
	void promotionsWhenRouteIsReadyThenPromotes(Ready traffic) {
		traffic.send(this);
		assertThat(promotion().verdict()).isEqualTo(Verdict.PROMOTE);
		assertThat(promotion().watched()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void promotionsWhenTooLittleIsKnownThenDoNotPromote(NotReady traffic) {
		traffic.send(this);
		assertThat(promotion().verdict()).isIn(Verdict.WATCH, Verdict.BLOCKS);
		assertThat(this.advice.content().toString()).contains("promote=,");
	}

	@ParameterizedTest
	@EnumSource
	void promotionsWhenHonestCallersCauseFindingsThenNameTheParameter(Excluded traffic) {
		traffic.send(this);
		assertThat(promotion().verdict()).isEqualTo(Verdict.PROMOTE_IN_PART);
		assertThat(promotion().watched()).contains("sql-injection");
		assertThat(promotion().parameters()).isEqualTo(traffic.parameters);
		assertThat(this.advice.content().toString()).contains("/books [sql-injection");
	}

	@Test
	void promotionsWhenManyMakeUpNamesThenTheTrueParameterIsFoundAllTheSame() {
		honest(20);
		for (int i = 0; i < 200; i++) {
			found("sql-injection", "made-up-" + i, 99, 200);
		}
		for (int i = 1; i <= 4; i++) {
			found("sql-injection", "note", i, 200);
			for (int j = 0; j < 100; j++) {
				found("sql-injection", "more-" + i + "-" + j, 98, 200);
			}
		}
		assertThat(promotion().parameters()).containsExactly("note");
	}

	private Promotion promotion() {
		assertThat(this.advice.promotions()).hasSize(1);
		return this.advice.promotions().get(0);
	}

	private void honest(int requests) {
		for (int i = 0; i < requests; i++) {
			send(i % 2, i % 5, 200, List.of());
		}
	}

	private void found(String detector, String parameter, int client, int status) {
		send(client % 2, client, status, List.of(finding(detector, parameter, Confidence.STRONG)));
	}

	private static Finding finding(String detector, String parameter, Confidence confidence) {
		return Finding.of(detector, Category.INJECTION, RULE)
			.confidence(confidence)
			.at(new InputValue(InputLocation.QUERY, parameter, "x"))
			.build();
	}

	private void send(int day, int client, int status, List<Finding> findings) {
		Policy policy = Policy.of(this.mode);
		InspectionPipeline pipeline = new InspectionPipeline((method, path) -> policy, List.of(),
				ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "r", Clock.fixed(MONDAY.plus(Duration.ofDays(day)), ZoneOffset.UTC));
		Exchange exchange = pipeline
			.begin(new RequestFacts("GET", "/books", new ClientIdentity("10.0.0." + client), false));
		exchange.routedTo("/books");
		boolean strong = findings.stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
		Decision decision = findings.isEmpty() ? Decision.allow("default") : new Decision(Decision.Action.MONITOR, 5,
				findings, "default", "r", null, strong ? Decision.Action.BLOCK : Decision.Action.MONITOR);
		this.advice.completed(exchange, new Outcome(status, Duration.ofMillis(1), decision));
	}

	enum Ready {

		NOTHING_WAS_FOUND {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
			}

		},

		ONE_ATTACKER {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				for (int i = 0; i < 50; i++) {
					route.found("sql-injection", "title", 99, 200);
				}
			}

		},

		TWO_ATTACKERS {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				route.found("sql-injection", "title", 98, 200);
				route.found("sql-injection", "title", 99, 200);
			}

		},

		MANY_WHO_ARE_NOT_SERVED {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				for (int i = 1; i <= 20; i++) {
					route.found("sql-injection", "title", i, 500);
				}
			}

		},

		WEAK_FINDINGS_OF_ALL {

			@Override
			void send(RollOutAdviceTests route) {
				for (int i = 0; i < 10; i++) {
					route.send(i % 2, i, 200, List.of(finding("sql-injection", "title", Confidence.WEAK)));
				}
			}

		},

		EACH_IN_A_PARAMETER_OF_ITS_OWN {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				for (int i = 1; i <= 6; i++) {
					route.found("sql-injection", "field" + i, i, 200);
				}
			}

		};

		abstract void send(RollOutAdviceTests route);

	}

	enum NotReady {

		ONE_REQUEST {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(1);
			}

		},

		TOO_FEW_REQUESTS {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(9);
			}

		},

		ONE_DAY {

			@Override
			void send(RollOutAdviceTests route) {
				for (int i = 0; i < 100; i++) {
					route.send(0, i, 200, List.of());
				}
			}

		},

		A_SCANNER_THAT_IS_NOT_SERVED {

			@Override
			void send(RollOutAdviceTests route) {
				for (int i = 0; i < 100; i++) {
					route.send(i % 2, 99, 404, List.of());
				}
			}

		},

		SERVED_ON_ONE_DAY_ONLY {

			@Override
			void send(RollOutAdviceTests route) {
				for (int i = 0; i < 20; i++) {
					route.send(0, i, 200, List.of());
					route.send(1, i, 503, List.of());
				}
			}

		},

		BLOCKS_ALREADY {

			@Override
			void send(RollOutAdviceTests route) {
				route.mode = EnforcementMode.BLOCK;
				route.honest(20);
			}

		};

		abstract void send(RollOutAdviceTests route);

	}

	enum Excluded {

		ONE_PARAMETER(List.of("note")) {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				many(route, "note", 3, 200);
			}

		},

		TWO_PARAMETERS(List.of("note", "text")) {

			@Override
			void send(RollOutAdviceTests route) {
				many(route, "note", 5, 200);
				many(route, "text", 5, 200);
			}

		},

		AN_ATTACKED_ONE_BESIDES(List.of("note")) {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				many(route, "note", 4, 200);
				route.found("sql-injection", "title", 99, 200);
			}

		},

		SERVED_HALF_OF_THE_TIME(List.of("note")) {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				many(route, "note", 4, 200);
				many(route, "note", 4, 500);
			}

		},

		A_POINTER(List.of("/items/0/note")) {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				many(route, "/items/0/note", 3, 201);
			}

		},

		A_NAME_THAT_NO_APPLICATION_GIVES(List.of()) {

			@Override
			void send(RollOutAdviceTests route) {
				route.honest(10);
				many(route, "a\": x\nrasp.mode: off", 3, 200);
			}

		};

		private final List<String> parameters;

		Excluded(List<String> parameters) {
			this.parameters = parameters;
		}

		abstract void send(RollOutAdviceTests route);

		void many(RollOutAdviceTests route, String parameter, int callers, int status) {
			for (int i = 1; i <= callers; i++) {
				route.found("sql-injection", parameter, i, status);
			}
		}

	}

}

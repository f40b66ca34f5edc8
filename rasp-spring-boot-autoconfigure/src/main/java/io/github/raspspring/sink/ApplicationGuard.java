package io.github.raspspring.sink;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.event.ThreatDetected;

/**
 * Holds calls against the limits of the application, where there is no request as well.
 * Within a request the policy of its route applies, else that of the application. The
 * same call outside of requests is told of once in a minute, and refused each time.
 * Thread-safe.
 */
public final class ApplicationGuard {

	/** Stands for the client of calls that no request asks for. */
	private static final String APPLICATION = "application";

	private static final int TOLD = 1000;

	private final Map<SinkKind, ApplicationLimit> limits = new EnumMap<>(SinkKind.class);

	private final InspectionScope scope;

	private final FindingReporter reporter;

	private final SecurityEventPublisher publisher;

	private final Supplier<String> references;

	private final Clock clock;

	private final Policy policy;

	private final Function<Decision, SinkBlockedException> refusals;

	private final Cache<String, Decision> told = Caffeine.newBuilder()
		.maximumSize(TOLD)
		.expireAfterWrite(Duration.ofMinutes(1))
		.executor(Runnable::run)
		.build();

	/**
	 * Create a guard.
	 * @param scope tells the request that a thread works for
	 * @param reporter takes findings of requests
	 * @param publisher told of calls that no request asks for
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param policy what applies where there is no request
	 * @param refusals makes the exception that is thrown instead of a call
	 * @param limits one per kind of call; kinds without a limit are let pass
	 */
	public ApplicationGuard(InspectionScope scope, FindingReporter reporter, SecurityEventPublisher publisher,
			Supplier<String> references, Clock clock, Policy policy, Function<Decision, SinkBlockedException> refusals,
			Collection<? extends ApplicationLimit> limits) {
		this.scope = scope;
		this.reporter = reporter;
		this.publisher = publisher;
		this.references = references;
		this.clock = clock;
		this.policy = policy;
		this.refusals = refusals;
		limits.forEach((limit) -> this.limits.put(limit.kind(), limit));
	}

	/**
	 * Return whether calls of a kind are limited.
	 * @param kind the kind
	 * @return {@code true} if there is a limit
	 */
	public boolean limits(SinkKind kind) {
		return this.limits.containsKey(kind);
	}

	/**
	 * Return whether there is any limit.
	 * @return {@code true} if there is
	 */
	public boolean isNeeded() {
		return !this.limits.isEmpty();
	}

	/**
	 * Hold a call against its limit right before it is executed.
	 * @param call what is about to run
	 * @throws SinkBlockedException if it must not run
	 */
	public void check(SinkCall call) {
		ApplicationLimit limit = this.limits.get(call.kind());
		Rule rule = (limit != null) ? limit.exceededBy(call) : null;
		if (rule == null) {
			return;
		}
		Inspection inspection = this.scope.current();
		Policy applying = (inspection != null) ? inspection.policy() : this.policy;
		EnforcementMode mode = applying.modeOf(call.kind().source());
		if (mode == EnforcementMode.OFF) {
			return;
		}
		Finding finding = SinkVerdict.certain(rule, null, 0, call.argument().length())
			.toFinding(call, CallSite.current());
		Decision decision = (inspection != null) ? this.reporter.report(inspection, finding)
				: tell(finding, call, mode);
		if (mode == EnforcementMode.BLOCK && decision.refuses()) {
			throw this.refusals.apply(decision);
		}
	}

	private Decision tell(Finding finding, SinkCall call, EnforcementMode mode) {
		String key = finding.rule().id() + ' ' + call.argument();
		Decision known = this.told.getIfPresent(key);
		if (known != null) {
			return known;
		}
		Decision.Action action = (mode == EnforcementMode.BLOCK) ? Decision.Action.BLOCK : Decision.Action.MONITOR;
		String reference = this.references.get();
		Decision decision = new Decision(action, finding.score(), List.of(finding), this.policy.id(), reference, null);
		this.told.put(key, decision);
		this.publisher.publish(
				new ThreatDetected(reference, this.clock.instant(), "NONE", null, "/", APPLICATION, null, decision));
		return decision;
	}

}

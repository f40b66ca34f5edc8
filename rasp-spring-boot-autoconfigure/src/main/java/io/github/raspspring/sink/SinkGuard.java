package io.github.raspspring.sink;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.CallObserver;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.engine.pipeline.JudgementFailures;
import io.github.raspspring.engine.pipeline.Unjudged;
import org.jspecify.annotations.Nullable;

/**
 * Stands right before execution. Carriers pass every call here; it judges the call
 * against the values of the request that the thread works for, reports what it sees and
 * refuses what the policy says. Costs next to nothing where there is no request.
 * Thread-safe.
 */
public final class SinkGuard {

	private static final Rule NOT_JUDGED = new Rule("failed", "CWE-754",
			"A call could not be judged before execution, and the failure mode of the route is closed.",
			"Report the failure named in the event; set rasp.failure-mode=open to let such calls run.");

	private final InspectionScope scope;

	private final FindingReporter reporter;

	private final InputMemory inputs;

	private final JudgementFailures failures;

	private final Map<SinkKind, SinkJudge<?>> judges = new EnumMap<>(SinkKind.class);

	private final Function<Decision, SinkBlockedException> refusals;

	private final CallObserver observer;

	private final ReportedCalls reported = new ReportedCalls();

	/**
	 * Create a guard.
	 * @param scope tells the request that a thread works for
	 * @param reader removes encodings that the application may remove too
	 * @param reporter takes findings
	 * @param publisher told of failed judgements
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param judges one per kind of call; kinds without a judge are let pass
	 */
	public SinkGuard(InspectionScope scope, ValueReader reader, FindingReporter reporter,
			SecurityEventPublisher publisher, Supplier<String> references, Clock clock,
			Collection<? extends SinkJudge<?>> judges) {
		this(scope, reader, reporter, publisher, references, clock, judges, SinkBlockedException::new,
				CallObserver.NONE);
	}

	/**
	 * Create a guard.
	 * @param scope tells the request that a thread works for
	 * @param reader removes encodings that the application may remove too
	 * @param reporter takes findings
	 * @param publisher told of failed judgements
	 * @param references makes a new unique reference at each call
	 * @param clock tells the time
	 * @param judges one per kind of call; kinds without a judge are let pass
	 * @param refusals makes the exception that is thrown instead of a call
	 * @param observer told of what is let pass
	 */
	public SinkGuard(InspectionScope scope, ValueReader reader, FindingReporter reporter,
			SecurityEventPublisher publisher, Supplier<String> references, Clock clock,
			Collection<? extends SinkJudge<?>> judges, Function<Decision, SinkBlockedException> refusals,
			CallObserver observer) {
		this.scope = scope;
		this.refusals = refusals;
		this.observer = observer;
		this.inputs = new InputMemory(reader);
		this.reporter = reporter;
		this.failures = new JudgementFailures(publisher, references, clock);
		judges.forEach((judge) -> this.judges.put(judge.kind(), judge));
	}

	/**
	 * Return whether a call of this kind would be judged on the current thread. Lets
	 * carriers skip the work of describing a call.
	 * @param kind the kind of call
	 * @return {@code false} if there is no request, no judge, or the policy says off
	 */
	public boolean watches(SinkKind kind) {
		Inspection inspection = this.scope.current();
		return inspection != null && judge(kind, inspection) != null;
	}

	/**
	 * Judge a call right before it is executed.
	 * @param call what is about to run
	 * @throws SinkBlockedException if it must not run
	 */
	public void check(SinkCall call) {
		Inspection inspection = this.scope.current();
		SinkJudge<?> judge = (inspection != null) ? judge(call.kind(), inspection) : null;
		if (inspection != null && judge != null) {
			judge(call, judge, inspection);
		}
	}

	/**
	 * Return whether this very text was the last that was judged for the request of the
	 * thread and let pass. Lets carriers at different depths of one call leave it alone.
	 * @param argument the text, compared by identity
	 * @return {@code true} if it need not be judged again
	 */
	public boolean hasJustPassed(String argument) {
		Inspection inspection = this.scope.current();
		return inspection != null && this.inputs.of(inspection).hasJustPassed(argument);
	}

	/**
	 * Return who judges calls of a request, {@code null} if nobody does.
	 */
	private @Nullable SinkJudge<?> judge(SinkKind kind, Inspection inspection) {
		SinkJudge<?> judge = this.judges.get(kind);
		return (judge != null && inspection.policy().modeOf(kind.source()) != EnforcementMode.OFF) ? judge : null;
	}

	private void judge(SinkCall call, SinkJudge<?> judge, Inspection inspection) {
		SinkVerdict verdict;
		try {
			SinkInputs inputs = this.inputs.of(inspection);
			boolean repeated = inputs.hasPassed(call);
			verdict = repeated ? null : verdict(judge, call, inputs);
			inputs.judged(call.argument());
			if (verdict == null && !inputs.isComplete()) {
				leaveUnjudged(inspection);
				return;
			}
			if (verdict == null && !repeated) {
				inputs.pass(call);
				this.observer.called(inspection, call.kind().source(), call.argument());
			}
		}
		catch (JudgingPace.OutOfTime ex) {
			leaveUnjudged(inspection);
			return;
		}
		catch (Throwable ex) {
			treatFailure(call, inspection, ex);
			return;
		}
		if (verdict != null) {
			Finding finding = verdict.toFinding(call, CallSite.current());
			Decision decision = this.reported.once(inspection, call, verdict,
					() -> this.reporter.report(inspection, finding));
			enforce(inspection.policy(), finding, decision);
		}
	}

	private static <C extends SinkCall> @Nullable SinkVerdict verdict(SinkJudge<C> judge, SinkCall call,
			SinkInputs inputs) {
		C known = judge.callType().cast(call);
		return judge.knows(known, inputs) ? null : timed(judge, known, inputs);
	}

	private static <C extends SinkCall> @Nullable SinkVerdict timed(SinkJudge<C> judge, C call, SinkInputs inputs) {
		JudgingPace pace = inputs.pace();
		if (!pace.begin()) {
			throw new JudgingPace.OutOfTime();
		}
		try {
			return judge.judge(call, inputs);
		}
		finally {
			pace.end();
		}
	}

	/**
	 * Nobody knows whether the call is an attack: the policy says whether it runs.
	 */
	private void leaveUnjudged(Inspection inspection) {
		inspection.judgingTime().leave();
		if (inspection.policy().unjudgedMode() == FailureMode.CLOSED) {
			Finding finding = Unjudged.finding();
			enforce(inspection.policy(), finding, this.reporter.report(inspection, finding));
		}
	}

	private void treatFailure(SinkCall call, Inspection inspection, Throwable failure) {
		String source = call.kind().source();
		this.failures.report(source, inspection, failure);
		Finding finding = this.failures.refusal(source, NOT_JUDGED, inspection, failure);
		if (finding != null) {
			enforce(inspection.policy(), finding, this.reporter.report(inspection, finding));
		}
	}

	private void enforce(Policy policy, Finding finding, Decision decision) {
		EnforcementMode mode = policy.modeOf(finding.detector()).softenedBy(finding.cap());
		if (mode == EnforcementMode.BLOCK && decision.refuses()) {
			throw this.refusals.apply(decision);
		}
	}

}

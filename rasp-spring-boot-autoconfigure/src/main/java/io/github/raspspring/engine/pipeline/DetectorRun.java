package io.github.raspspring.engine.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.raspspring.engine.ClientTreatment;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import org.jspecify.annotations.Nullable;

/**
 * One pass of the active detectors over one phase. A detector that throws ends its own
 * part only.
 */
final class DetectorRun implements Findings, ValueReader.Visitor {

	/** What no detector looks at costs next to nothing up to this length. */
	private static final int SHORT = 256;

	private final Exchange inspection;

	private final ActiveDetectors detectors;

	private final JudgedValues known;

	private final FailureHandler failures;

	private final ClientTreatment treatment;

	private KeptFindings found = KeptFindings.NONE;

	/** Findings and failures of one value, {@code null} as long as there are none. */
	private @Nullable ValueFindings ofValue;

	/** How far the judgement of a value has come. */
	private Progress progress = Progress.UNREAD;

	/**
	 * Whether the value was looked for among those known before it was read: not so names
	 * of parameters, which are short and say little, while most of JSON that is not worth
	 * to be judged was sorted out already.
	 */
	private boolean lookedUp;

	/** What is known of the text of the value that comes next. */
	private long walked;

	/** The reading that is judged right now. */
	private @Nullable ValueView view;

	DetectorRun(Exchange inspection, JudgedValues known, FailureHandler failures, ClientTreatment treatment) {
		this.known = known;
		this.treatment = treatment;
		this.inspection = inspection;
		this.detectors = inspection.detectors();
		this.failures = failures;
	}

	void ofPhase() {
		for (Detector detector : this.detectors.of(this.inspection.phase())) {
			run(detector);
		}
	}

	void over(Collection<InputValue> arrivals, WalkedTexts walked, ValueReader reader) {
		if (!arrivals.isEmpty()) {
			for (ArrivalDetector detector : this.detectors.ofArrivals()) {
				run(detector, arrivals);
			}
		}
		if (this.detectors.interest() == 0 || arrivals.isEmpty()) {
			return;
		}
		BudgetAccount budget = this.inspection.budget();
		Set<String> excluded = excludedParameters();
		long characters = ArrivalOrder.characters(arrivals);
		budget.resume(characters);
		int index = 0;
		for (InputValue value : ArrivalOrder.of(arrivals, characters)) {
			this.walked = walked.of(index++, value);
			if (value.kind() != InputValue.Kind.FILE && !isExcluded(excluded, value)) {
				budget.count(judge(value, reader, budget));
			}
		}
		budget.settle();
		if (budget.isExceeded()) {
			this.failures.budgetExceeded(this.inspection, this);
		}
	}

	/**
	 * Judge a value, as far as there is time.
	 * @return whether it was judged in full
	 */
	private boolean judge(InputValue value, ValueReader reader, BudgetAccount budget) {
		if (value.value().length() <= InspectionBudget.PIECE) {
			return judgeAtOnce(value, reader, budget);
		}
		this.walked = WalkingReader.UNKNOWN;
		for (InputValue piece : Pieces.of(value)) {
			if (!judgeAtOnce(piece, reader, budget)) {
				return false;
			}
		}
		return true;
	}

	private boolean judgeAtOnce(InputValue value, ValueReader reader, BudgetAccount budget) {
		if (budget.isUsedUp()) {
			return false;
		}
		boolean repeated = JudgedValues.isRepeated(value);
		this.lookedUp = repeated || value.location() == InputLocation.JSON || value.kind() == InputValue.Kind.VALUE;
		if (this.lookedUp && isKnown(value)) {
			return true;
		}
		this.progress = Progress.UNREAD;
		this.ofValue = null;
		budget.start();
		read(value, reader);
		boolean worthKeeping = this.progress == Progress.JUDGED || repeated && this.progress == Progress.UNREAD;
		if (worthKeeping && this.known.isWorthKeeping(value) && !reader.isSecret(value)) {
			keep(value);
		}
		if (this.progress != Progress.UNREAD || value.value().length() > SHORT) {
			budget.charge();
		}
		return true;
	}

	/**
	 * Tell what is known of a value, if all that detectors would tell is.
	 */
	private boolean isKnown(InputValue value) {
		KnownVerdict verdict = this.known.find(value, this.detectors);
		if (verdict == null || !verdict.holdsBeside(this.found)) {
			return false;
		}
		this.found = this.found.withAll(verdict.findings());
		return true;
	}

	private void keep(InputValue value) {
		ValueFindings findings = this.ofValue;
		KnownVerdict verdict = (findings != null) ? findings.verdict() : KnownVerdict.CLEAN;
		if (verdict != null) {
			this.known.add(value, this.detectors, verdict);
		}
	}

	List<Finding> found() {
		return this.found.all();
	}

	@Override
	public void add(Finding finding) {
		// Where nothing is added it is the detector that fails, here and not later.
		Objects.requireNonNull(finding, "A finding is missing");
		ValueView read = this.view;
		Finding weighed = (read != null) ? EncodingEvidence.weigh(finding, read) : finding;
		this.found = this.found.with(weighed);
		ofValue().found(weighed);
	}

	/**
	 * What was read of an encoded text may turn out surer than it was reported.
	 */
	@Override
	public boolean haveEnoughOf(Detector detector, Rule rule, Confidence confidence) {
		ValueView read = this.view;
		boolean plain = read == null || read.encodings() == 0 || confidence != Confidence.WEAK;
		boolean enough = plain && this.found.haveEnoughOf(detector.name(), rule, confidence);
		if (enough) {
			ofValue().leftOut(detector.name(), rule, confidence);
		}
		return enough;
	}

	@Override
	public void onlyForThisRequest() {
		ofValue().onlyForThisRequest();
	}

	private ValueFindings ofValue() {
		ValueFindings findings = (this.ofValue != null) ? this.ofValue : new ValueFindings();
		this.ofValue = findings;
		return findings;
	}

	@Override
	public void visit(ValueView view) {
		if (this.progress == Progress.UNREAD) {
			boolean known = !this.lookedUp && isKnown(view.input());
			this.progress = known ? Progress.KNOWN : Progress.JUDGED;
		}
		if (this.progress == Progress.KNOWN) {
			return;
		}
		this.view = view;
		long traits = view.traits();
		if (!this.detectors.areRepeatable(traits)) {
			this.progress = Progress.PASSING;
		}
		for (int i = this.detectors.triggered(traits, 0); i >= 0; i = this.detectors.triggered(traits, i + 1)) {
			run(this.detectors.ofValues(i), view);
		}
		this.view = null;
	}

	/**
	 * What stands in an excluded value is named by it, up to a number sign.
	 */
	private static boolean isExcluded(Set<String> excluded, InputValue value) {
		if (excluded.isEmpty()) {
			return false;
		}
		String name = value.name();
		int inner = name.indexOf('#');
		return excluded.contains(name) || inner > 0 && excluded.contains(name.substring(0, inner));
	}

	private Set<String> excludedParameters() {
		Set<String> excluded = this.inspection.policy().excludedParameters();
		try {
			return (excluded.isEmpty() || !this.treatment.inspectsEverything(this.inspection)) ? excluded : Set.of();
		}
		catch (Throwable ex) {
			this.failures.failed(this.treatment.getClass().getSimpleName(), this.inspection, ex, this);
			return excluded;
		}
	}

	private void read(InputValue value, ValueReader reader) {
		try {
			if (reader instanceof WalkingReader walking) {
				walking.read(value, this.walked, this.detectors.interest(), this);
			}
			else {
				reader.read(value, this.detectors.interest(), this);
			}
		}
		catch (Throwable ex) {
			failed("value-reader", ex);
		}
	}

	private void run(Detector detector) {
		try {
			if (detector.supports(this.inspection)) {
				detector.detect(this.inspection, this);
			}
		}
		catch (Throwable ex) {
			failed(this.detectors.nameOf(detector), ex);
		}
	}

	private void run(ArrivalDetector detector, Collection<InputValue> arrivals) {
		try {
			if (detector.follows(this.inspection)) {
				detector.arrived(this.inspection, arrivals, this);
			}
		}
		catch (Throwable ex) {
			failed(this.detectors.nameOf(detector), ex);
		}
	}

	private void run(ValueDetector detector, ValueView view) {
		try {
			if (detector.supports(view.input())) {
				detector.detect(view, this);
			}
		}
		catch (Throwable ex) {
			failed(this.detectors.nameOf(detector), ex);
		}
	}

	private void failed(String source, Throwable failure) {
		ofValue().onlyForThisRequest();
		this.failures.failed(source, this.inspection, failure, this);
	}

	/**
	 * How far the judgement of a value has come.
	 */
	private enum Progress {

		/** No reading of it is of interest to any detector. */
		UNREAD,

		/** It was judged before. */
		KNOWN,

		/** Detectors judged it that would find the same again. */
		JUDGED,

		/** Among those who judged it is one that may find something else next time. */
		PASSING

	}

}

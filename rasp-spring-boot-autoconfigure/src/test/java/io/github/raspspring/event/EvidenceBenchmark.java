package io.github.raspspring.event;

import java.util.concurrent.TimeUnit;

import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.form.JsonLine;
import io.github.raspspring.event.form.PlainForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to make evidence of what was seen, to tell the event in full, and to
 * write it as a line.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvidenceBenchmark {

	private final Rule rule = new Rule("tautology", "CWE-89", "A condition is always true.",
			"Bind the value as a parameter.");

	private final String shortText = "x' OR 1=1 --";

	private final String longText = "The first of many sentences that mean nothing, number 4711. ".repeat(100)
			+ "x' UNION SELECT password FROM users WHERE '1'='1" + " and a last one that means nothing.".repeat(10);

	private final int start = this.longText.indexOf("x'");

	private final ThreatDetected attack = EventSamples.attack("reference", "192.0.2.1");

	private final PlainForm form = new PlainForm();

	/**
	 * Show what decided in a short value.
	 * @return the evidence
	 */
	@Benchmark
	public String ofShortText() {
		return Redaction.evidence(this.rule, this.shortText, 1, this.shortText.length());
	}

	/**
	 * Show what decided in a text of six kilobytes.
	 * @return the evidence
	 */
	@Benchmark
	public String ofLongText() {
		return Redaction.evidence(this.rule, this.longText, this.start, this.start + 48);
	}

	/**
	 * Tell an attack in full.
	 * @return the event as it is kept
	 */
	@Benchmark
	public Object record() {
		return EventSamples.recorder().record(this.attack);
	}

	/**
	 * Tell an attack in full and write it as a line of JSON.
	 * @return the line
	 */
	@Benchmark
	public String line() {
		return JsonLine.of(this.form.of(EventSamples.recorder().record(this.attack)));
	}

}

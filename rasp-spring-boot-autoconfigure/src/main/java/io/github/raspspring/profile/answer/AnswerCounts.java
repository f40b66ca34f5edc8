package io.github.raspspring.profile.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many answers were looked at, and why others were not. Thread-safe.
 */
public final class AnswerCounts {

	private final LongAdder looked = new LongAdder();

	private final LongAdder redacted = new LongAdder();

	private final LongAdder tooLarge = new LongAdder();

	private final LongAdder streams = new LongAdder();

	private final LongAdder otherTypes = new LongAdder();

	private final LongAdder failures = new LongAdder();

	void looked() {
		this.looked.increment();
	}

	void redacted() {
		this.redacted.increment();
	}

	void tooLarge() {
		this.tooLarge.increment();
	}

	void stream() {
		this.streams.increment();
	}

	void otherType() {
		this.otherTypes.increment();
	}

	void failed() {
		this.failures.increment();
	}

	/**
	 * Return the numbers since the start.
	 * @return by name
	 */
	public Map<String, Object> describe() {
		Map<String, Object> counts = new LinkedHashMap<>();
		counts.put("lookedAt", this.looked.sum());
		counts.put("redacted", this.redacted.sum());
		counts.put("notLookedAtTooLarge", this.tooLarge.sum());
		counts.put("notLookedAtStream", this.streams.sum());
		counts.put("notLookedAtType", this.otherTypes.sum());
		counts.put("failures", this.failures.sum());
		return counts;
	}

}

package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.InputName;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import org.jspecify.annotations.Nullable;

/**
 * A sieve that knows which texts were found clean before. Not thread-safe.
 */
final class CleanSieve implements WalkingReader.WalkingSieve {

	private final ValueReader.Sieve sieve;

	private final JudgedValues judged;

	private final ActiveDetectors detectors;

	CleanSieve(ValueReader.Sieve sieve, JudgedValues judged, ActiveDetectors detectors) {
		this.sieve = sieve;
		this.judged = judged;
		this.detectors = detectors;
	}

	@Override
	public int walk(byte[] bytes, int start, int end) {
		return this.sieve.walk(bytes, start, end);
	}

	@Override
	public void walk(String text) {
		this.sieve.walk(text);
	}

	@Override
	public boolean keeps(InputValue.Kind kind, @Nullable String name) {
		return this.sieve.keeps(kind, name);
	}

	@Override
	public boolean knows(InputName name, byte[] bytes, int start, int end) {
		return this.judged.isClean(name, bytes, start, end, this.detectors);
	}

	@Override
	public boolean isSecret(InputValue value) {
		return this.sieve.isSecret(value);
	}

	@Override
	public Object judges() {
		return this.detectors;
	}

	@Override
	public long walked() {
		return (this.sieve instanceof WalkingReader.WalkingSieve walking) ? walking.walked() : WalkingReader.UNKNOWN;
	}

	@Override
	public @Nullable Memory remember() {
		return this.sieve.remember();
	}

	@Override
	public boolean recall(Memory memory) {
		return this.sieve.recall(memory);
	}

}

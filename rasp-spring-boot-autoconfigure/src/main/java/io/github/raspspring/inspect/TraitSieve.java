package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.text.TraitWalk;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the texts of which {@link CanonicalValueReader} would show anything to the
 * detectors whose interest this is. Not thread-safe.
 */
final class TraitSieve implements ValueReader.Sieve {

	private final TraitWalk walk;

	private final long interest;

	private int length;

	TraitSieve(TraitWalk walk, long interest) {
		this.walk = walk;
		this.interest = interest;
	}

	@Override
	public int walk(byte[] bytes, int start, int end) {
		int reached = this.walk.over(bytes, start, end);
		this.length = reached - start;
		return reached;
	}

	@Override
	public void walk(String text) {
		this.walk.over(text);
		this.length = text.length();
	}

	@Override
	public boolean keeps(InputValue.Kind kind, @Nullable String name) {
		long traits = this.walk.traits();
		traits |= (kind == InputValue.Kind.NAME) ? Placement.ofName(traits) : Placement.ofValueNamed(name);
		return CanonicalValueReader.isRead(traits, this.length, this.interest);
	}

}

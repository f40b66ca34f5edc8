package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.WalkingReader;
import io.github.raspspring.text.Base64Text;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.TraitWalk;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the texts of which {@link CanonicalValueReader} would show anything to the
 * detectors whose interest this is. Not thread-safe.
 */
final class TraitSieve implements WalkingReader.WalkingSieve {

	private final TraitReader reader;

	private final TraitWalk walk;

	private final long interest;

	private long traits;

	/** Whether the text may be Base64 that hides another one. */
	private boolean hiding;

	/** Whether the traits are those of the last walk, and not recalled. */
	private boolean fresh;

	TraitSieve(TraitReader reader, long interest) {
		this.reader = reader;
		this.walk = reader.walk();
		this.interest = interest;
	}

	@Override
	public int walk(byte[] bytes, int start, int end) {
		int reached = this.walk.over(bytes, start, end);
		this.traits = this.walk.traits();
		this.hiding = CanonicalValueReader.mayBeBase64(this.traits, reached - start)
				&& Base64Text.mayHide(bytes, start, reached);
		this.fresh = true;
		return reached;
	}

	@Override
	public void walk(String text) {
		this.walk.over(text);
		this.traits = this.walk.traits();
		this.hiding = CanonicalValueReader.mayBeBase64(this.traits, text.length()) && Base64Text.mayHide(text);
		this.fresh = true;
	}

	@Override
	public boolean keeps(InputValue.Kind kind, @Nullable String name) {
		if (this.hiding || CanonicalValueReader.isShown(this.traits, this.interest)) {
			return true;
		}
		long placement = (kind == InputValue.Kind.NAME) ? Placement.ofName(this.traits) : Placement.ofValueNamed(name);
		return (placement & this.interest) != 0;
	}

	@Override
	public boolean isSecret(InputValue value) {
		return CanonicalValueReader.isLongSecret(value);
	}

	@Override
	public long walked() {
		if (!this.fresh) {
			return WalkingReader.UNKNOWN;
		}
		return this.walk.isData() ? CanonicalValueReader.DATA : CanonicalValueReader.known(this.walk.walked());
	}

	@Override
	public Memory remember() {
		return new Walked(this.reader, this.traits, this.hiding);
	}

	@Override
	public boolean recall(Memory memory) {
		if (!(memory instanceof Walked walked) || walked.reader != this.reader) {
			return false;
		}
		this.traits = walked.traits;
		this.hiding = walked.hiding;
		this.fresh = false;
		return true;
	}

	/**
	 * What was found in a text, which depends on the words that the reader knows.
	 */
	private record Walked(TraitReader reader, long traits, boolean hiding) implements Memory {

	}

}

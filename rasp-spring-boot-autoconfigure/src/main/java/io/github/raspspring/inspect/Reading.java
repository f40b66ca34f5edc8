package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.CanonicalDecoder;
import io.github.raspspring.text.TraitReader;

/**
 * The reading of a value that is visited right now; becomes the next one afterwards. Not
 * thread-safe.
 */
final class Reading implements ValueView {

	private static final InputValue NOTHING = new InputValue(InputLocation.BODY, "", "");

	private final TraitReader reader;

	private final CanonicalDecoder decoder = new CanonicalDecoder();

	private InputValue input = NOTHING;

	private String text = "";

	private int encodings;

	private boolean unusualEncoding;

	private long traits;

	Reading(TraitReader reader) {
		this.reader = reader;
	}

	void begin(InputValue input, String text, long traits) {
		this.input = input;
		this.text = text;
		this.traits = traits;
		this.encodings = 0;
		this.unusualEncoding = false;
	}

	/**
	 * Let go of the value.
	 */
	void end() {
		begin(NOTHING, "", 0);
	}

	boolean removeLayer(boolean bytes) {
		String decoded = this.decoder.decode(this.text, bytes);
		if (decoded == null) {
			return false;
		}
		this.unusualEncoding |= this.decoder.unusual();
		become(decoded);
		return true;
	}

	void become(String decoded) {
		this.text = decoded;
		long traits = this.reader.read(decoded);
		this.traits = traits | Placement.of(this.input, traits);
		this.encodings++;
	}

	@Override
	public InputValue input() {
		return this.input;
	}

	@Override
	public String text() {
		return this.text;
	}

	@Override
	public int encodings() {
		return this.encodings;
	}

	@Override
	public boolean unusualEncoding() {
		return this.unusualEncoding;
	}

	@Override
	public long traits() {
		return this.traits;
	}

}

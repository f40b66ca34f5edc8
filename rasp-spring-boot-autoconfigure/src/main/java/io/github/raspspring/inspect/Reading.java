package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.CanonicalDecoder;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.Traits;

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

	/** What was found in the text, and what follows from it and from where it stands. */
	private long walked;

	private long traits;

	Reading(TraitReader reader) {
		this.reader = reader;
	}

	void begin(InputValue input, String text, long walked, long traits) {
		this.input = input;
		this.text = text;
		this.walked = walked;
		this.traits = traits;
		this.encodings = 0;
		this.unusualEncoding = false;
	}

	/**
	 * Let go of the value.
	 */
	void end() {
		begin(NOTHING, "", 0, 0);
	}

	boolean removeLayer() {
		String decoded = this.decoder.decode(this.text, this.traits, isOfBytes(this.input));
		if (decoded == null) {
			return false;
		}
		this.unusualEncoding |= this.decoder.unusual();
		become(decoded, this.decoder.walk(decoded, this.walked, this.reader));
		return true;
	}

	void become(String decoded) {
		become(decoded, this.reader.walk(decoded));
	}

	private void become(String decoded, long walked) {
		this.text = decoded;
		this.walked = walked;
		this.traits = placed(this.input, TraitReader.complete(walked));
		this.encodings++;
	}

	/**
	 * Add to the traits of a text what follows from where it stands. There any character
	 * beyond ASCII may be a byte.
	 */
	static long placed(InputValue input, long traits) {
		boolean bytes = (traits & Traits.BEYOND_ASCII) != 0 && isOfBytes(input);
		return traits | Placement.of(input, traits) | (bytes ? Traits.NON_ASCII : 0);
	}

	private static boolean isOfBytes(InputValue input) {
		return input.location() == InputLocation.HEADER || input.location() == InputLocation.COOKIE;
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

package io.github.raspspring.inspect;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.pipeline.WalkingReader;
import io.github.raspspring.text.Base64Data;
import io.github.raspspring.text.Base64Text;
import io.github.raspspring.text.CanonicalDecoder;
import io.github.raspspring.text.TraitReader;
import io.github.raspspring.text.Traits;

/**
 * Reads a value as it arrived and with up to three layers of encoding removed. A value
 * that is of no interest and has nothing to decode costs one pass over its characters and
 * no allocation. The value itself is never changed. Traits are those of {@link Traits}.
 */
public final class CanonicalValueReader implements WalkingReader {

	/** Of a text is known that it is {@link Base64Data}. */
	static final long DATA = 1L << 62;

	/** Of a text are known the traits that were found in a walk over it. */
	private static final long KNOWN = 1L << 63;

	private static final int LAYERS = 3;

	private static final int SHORTEST_BASE64 = 16;

	/** What is longer may be a token. */
	private static final int SHORT = 256;

	private static final long NOT_BASE64 = (Traits.CHARACTERS | Traits.BEYOND_ASCII) & ~(Traits.LETTER | Traits.DIGIT
			| Traits.PLUS | Traits.SLASH | Traits.HYPHEN | Traits.UNDERSCORE | Traits.EQUALS);

	private final TraitReader traits;

	private final ScratchPool<Reading> pool;

	/**
	 * Create a reader.
	 * @param traits finds the traits of texts
	 */
	public CanonicalValueReader(TraitReader traits) {
		this.traits = traits;
		this.pool = new ScratchPool<>(() -> new Reading(traits));
	}

	@Override
	public void read(InputValue value, long interest, Visitor visitor) {
		read(value, UNKNOWN, interest, visitor);
	}

	@Override
	public void read(InputValue value, long found, long interest, Visitor visitor) {
		String text = value.value();
		boolean data = found == DATA || Base64Data.is(text);
		boolean known = data && value.kind() != InputValue.Kind.NAME;
		long walked = known ? 0 : (found < 0) ? found & ~(KNOWN | DATA) : this.traits.walk(text);
		long traits = known ? Base64Data.traitsOf(text) : TraitReader.complete(walked);
		traits = Reading.placed(value, data ? traits & ~Base64Data.MEANINGLESS : traits);
		if (isShown(traits, interest) || mayBeBase64(traits, text.length()) && Base64Text.mayHide(text)) {
			show(value, walked, traits, interest, visitor);
		}
	}

	/**
	 * Mark what was found in a walk over a text. The two highest bits matter to the walk
	 * alone.
	 */
	static long known(long walked) {
		return walked & ~DATA | KNOWN;
	}

	/**
	 * Return whether a text is shown, or what is left if escapes are removed.
	 */
	static boolean isShown(long traits, long interest) {
		return (traits & (interest | CanonicalDecoder.TRIGGERS)) != 0;
	}

	/**
	 * Return whether a text has nothing but what Base64 has.
	 */
	static boolean mayBeBase64(long traits, int length) {
		return length >= SHORTEST_BASE64 && (traits & NOT_BASE64) == 0;
	}

	private void show(InputValue value, long walked, long traits, long interest, Visitor visitor) {
		String text = value.value();
		Reading reading = this.pool.take();
		try {
			reading.begin(value, text, walked, traits);
			if ((traits & interest) != 0) {
				visitor.visit(reading);
			}
			if ((traits & CanonicalDecoder.TRIGGERS) != 0) {
				decode(reading, interest, visitor);
			}
			else if (mayBeBase64(traits, text.length())) {
				decodeBase64(reading, interest, visitor);
			}
		}
		finally {
			reading.end();
			this.pool.giveBack(reading);
		}
	}

	@Override
	public ValueReader.Sieve sieve(long interest) {
		return new TraitSieve(this.traits, interest);
	}

	@Override
	public boolean isSecret(InputValue value) {
		boolean longer = value.value().length() + value.lastName().length() > SHORT && !isSentAgain(value);
		return longer ? isLongSecret(value) : PasswordFields.holds(value);
	}

	/**
	 * Tell whether a text that may be a token or a whole document is to be concealed.
	 */
	static boolean isLongSecret(InputValue value) {
		return PasswordFields.holds(value) || Redaction.isSecret(value.location(), value.name())
				|| NamedSecrets.areIn(value.value());
	}

	/**
	 * Headers and cookies come with each request, tokens among them.
	 */
	private static boolean isSentAgain(InputValue value) {
		return value.location() == InputLocation.HEADER || value.location() == InputLocation.COOKIE;
	}

	private static void decode(Reading reading, long interest, Visitor visitor) {
		for (int layer = 0; layer < LAYERS && (reading.traits() & CanonicalDecoder.TRIGGERS) != 0; layer++) {
			if (!reading.removeLayer()) {
				return;
			}
			if ((reading.traits() & interest) != 0) {
				visitor.visit(reading);
			}
		}
	}

	private static void decodeBase64(Reading reading, long interest, Visitor visitor) {
		String decoded = Base64Text.decode(reading.text());
		if (decoded != null) {
			reading.become(decoded);
			if ((reading.traits() & interest) != 0) {
				visitor.visit(reading);
			}
		}
	}

}

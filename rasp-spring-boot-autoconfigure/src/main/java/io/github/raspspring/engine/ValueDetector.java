package io.github.raspspring.engine;

/**
 * A {@link Detector} that judges one value at a time. It runs on every value as soon as
 * the value is known, in whatever phase that is, and on each reading of it: as it
 * arrived, and with encodings removed.
 */
public interface ValueDetector extends Detector {

	/** The {@link #triggers() triggers} of a detector that wants to see every value. */
	long EVERY_VALUE = -1L;

	/**
	 * The trait of values that are judged for the name they have: those of headers, and
	 * of parameters that bear a token (RFC 6750, section 2.2).
	 */
	long NAMED_VALUE = 1L << 63;

	@Override
	default Phase phase() {
		return Phase.REQUEST;
	}

	/**
	 * Return the character traits without which a text can't interest this detector. Bits
	 * are those of the {@link ValueReader} in use. Asked once, so it has to be constant.
	 * @return a bit set, {@link #EVERY_VALUE} unless overridden
	 */
	default long triggers() {
		return EVERY_VALUE;
	}

	/**
	 * Tell cheaply whether a value is of interest at all.
	 * @param value the value as it arrived
	 * @return {@code true} to be asked to judge it
	 */
	default boolean supports(InputValue value) {
		return true;
	}

	/**
	 * Judge one reading of a value.
	 * @param view the reading, valid during the call only
	 * @param findings takes what was seen
	 */
	void detect(ValueView view, Findings findings);

	@Override
	default void detect(Inspection inspection, Findings findings) {
		for (InputValue value : inspection.values()) {
			if (value.kind() != InputValue.Kind.FILE && supports(value)) {
				detect(ValueView.asArrived(value), findings);
			}
		}
	}

}

package io.github.raspspring.engine.pipeline;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueView;

/**
 * Counts the way a value is encoded as evidence: what is just weak in plain text is not
 * written in several layers, or in ways that no honest client uses, without a reason
 * (CWE-174, CWE-173). Alone it is none: URLs within URLs are layered too.
 */
final class EncodingEvidence {

	private static final int LAYERS = 2;

	private EncodingEvidence() {
	}

	/**
	 * Return the finding, surer if it took more than one decoding to see it.
	 */
	static Finding weigh(Finding finding, ValueView view) {
		Finding read = (view.encodings() > 0) ? finding.readAs(describe(view)) : finding;
		return isConfirmedBy(view, finding) ? read.confirmed() : read;
	}

	private static boolean isConfirmedBy(ValueView view, Finding finding) {
		if (finding.confidence() != Confidence.WEAK || view.encodings() == 0 || finding.throttles()) {
			return false;
		}
		InputValue input = view.input();
		boolean layered = view.encodings() >= LAYERS && !isUrl(input.value());
		return layered || view.unusualEncoding() && isAscii(input.value());
	}

	private static String describe(ValueView view) {
		String removed = view.encodings() + ((view.encodings() == 1) ? " encoding removed" : " encodings removed");
		return view.unusualEncoding() ? removed + ", written as no honest client does" : removed;
	}

	private static boolean isUrl(String value) {
		return value.regionMatches(true, 0, "http", 0, 4);
	}

	/**
	 * Wide letters of other scripts are honest, though they are read as if encoded.
	 */
	private static boolean isAscii(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) >= 0x80) {
				return false;
			}
		}
		return true;
	}

}

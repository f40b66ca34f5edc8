package io.github.raspspring.profile.learnt;

import io.github.raspspring.profile.LeafType;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value with what is usual.
 */
final class SketchJudge {

	/** Powers of four that a number may exceed the usual by: some ten times. */
	static final int SLACK_OF_NUMBERS = 2;

	/** The same for rows of answers, which the application bounds by its pages. */
	static final int SLACK_OF_ROWS = 1;

	/** Powers of two that a length may exceed the usual by. */
	private static final int SLACK_OF_LENGTHS = 1;

	private static final int SCALARS = Feature.TYPES + LeafType.NULL.ordinal();

	private static final ValueFormat[] FORMATS = ValueFormat.values();

	/** Formats of what may be one of few. */
	private static final long NAMED = 1L << Feature.FORMATS + ValueFormat.WORD.ordinal()
			| 1L << Feature.FORMATS + ValueFormat.CODE.ordinal();

	private final ParameterSketch sketch;

	private final int slack;

	SketchJudge(ParameterSketch sketch, int slack) {
		this.sketch = sketch;
		this.slack = sketch.isReviewed() ? 0 : slack;
	}

	/**
	 * Return whether a value is written as one of few may be.
	 * @param low its features below 64
	 */
	static boolean isNamed(long low) {
		return (low & NAMED) != 0;
	}

	@Nullable String judge(ValueFeatures features) {
		if (features.has(SCALARS)) {
			return null;
		}
		for (int feature = Feature.TYPES; feature < Feature.LENGTHS; feature++) {
			if (features.has(feature) && !this.sketch.isConfirmed(feature) && !isOfUsualType(features)) {
				return "type";
			}
		}
		String deviation = judgeNumber(features);
		if (deviation == null) {
			deviation = judgeText(features);
		}
		return deviation;
	}

	/**
	 * Clients write numbers as texts and texts as numbers; what counts then is the
	 * format.
	 */
	private boolean isOfUsualType(ValueFeatures features) {
		return features.first(Feature.FORMATS, Feature.FORMAT_COUNT) >= 0
				&& (this.sketch.isConfirmed(Feature.TYPES + LeafType.TEXT.ordinal())
						|| this.sketch.isConfirmed(Feature.TYPES + LeafType.INTEGER.ordinal())
						|| this.sketch.isConfirmed(Feature.TYPES + LeafType.FRACTION.ordinal()));
	}

	private @Nullable String judgeNumber(ValueFeatures features) {
		int positive = features.first(Feature.POSITIVES, Feature.POSITIVE_COUNT);
		int negative = features.first(Feature.NEGATIVES, Feature.NEGATIVE_COUNT);
		boolean numbers = highest(Feature.ZERO, Feature.VALUES - Feature.ZERO) >= 0;
		if (positive >= 0 && numbers) {
			int usual = highest(Feature.POSITIVES, Feature.POSITIVE_COUNT);
			return (positive > Math.max(usual, Feature.POSITIVES) + this.slack) ? "range" : null;
		}
		if (negative >= 0 && numbers) {
			return (negative > highest(Feature.NEGATIVES, Feature.NEGATIVE_COUNT) + 1
					|| highest(Feature.NEGATIVES, Feature.NEGATIVE_COUNT) < 0) ? "range" : null;
		}
		return null;
	}

	private @Nullable String judgeText(ValueFeatures features) {
		ValueFormat format = features.format();
		if (features.first(Feature.FORMATS, Feature.FORMAT_COUNT) < 0
				|| highest(Feature.FORMATS, Feature.FORMAT_COUNT) < 0) {
			return null;
		}
		if (!isOfUsualFormat(format)) {
			return "format";
		}
		int length = features.first(Feature.LENGTHS, Feature.LENGTH_COUNT);
		int longest = highest(Feature.LENGTHS, Feature.LENGTH_COUNT);
		if (longest >= 0 && length > longest + (this.sketch.isReviewed() ? 0 : SLACK_OF_LENGTHS)) {
			return "length";
		}
		int control = Feature.CHARACTERS + CharacterKind.CONTROL.ordinal();
		if (features.has(control) && !this.sketch.isConfirmed(control)) {
			return "characters";
		}
		if (isNamed(features.low()) && features.hash() != 0 && this.sketch.isEnumeration()) {
			int slot = this.sketch.slotOf(features.hash());
			return (slot < 0 || !this.sketch.isConfirmed(slot)) ? "enumeration" : null;
		}
		return null;
	}

	private boolean isOfUsualFormat(ValueFormat format) {
		for (ValueFormat known : FORMATS) {
			if (this.sketch.isConfirmed(Feature.FORMATS + known.ordinal()) && known.includes(format)) {
				return true;
			}
		}
		return false;
	}

	private int highest(int start, int count) {
		for (int feature = start + count - 1; feature >= start; feature--) {
			if (this.sketch.isConfirmed(feature)) {
				return feature;
			}
		}
		return -1;
	}

}

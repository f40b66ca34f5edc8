package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

import io.github.raspspring.profile.LeafType;

/**
 * Puts what a sketch knows into words, and makes a sketch of such words.
 */
final class SketchDescription {

	private static final String HASH = "#";

	private SketchDescription() {
	}

	static Map<String, Object> of(ParameterSketch sketch) {
		Map<String, Object> words = new LinkedHashMap<>();
		words.put("stage", word(sketch.stage()));
		words.put("confidence", Math.round(sketch.confidence() * 1000) / 1000.0);
		words.put("principals", sketch.principals());
		words.put("observations", sketch.observations());
		words.putAll(usual(sketch));
		return words;
	}

	/**
	 * What is usual, as it can be reviewed and taken back.
	 */
	static Map<String, Object> usual(ParameterSketch sketch) {
		Map<String, Object> words = new LinkedHashMap<>();
		put("types", names(sketch, Feature.TYPES, Feature.LENGTHS - Feature.TYPES, (i) -> word(LeafType.values()[i])),
				words);
		put("formats", names(sketch, Feature.FORMATS, Feature.FORMAT_COUNT, (i) -> word(ValueFormat.values()[i])),
				words);
		int length = highest(sketch, Feature.LENGTHS, Feature.LENGTH_COUNT);
		if (length >= 0) {
			words.put("maxLength", (length == 0) ? 0 : 1 << length - 1);
		}
		int negative = highest(sketch, Feature.NEGATIVES, Feature.NEGATIVE_COUNT);
		int positive = highest(sketch, Feature.POSITIVES, Feature.POSITIVE_COUNT);
		if (negative >= 0) {
			words.put("min", -Math.pow(64, negative + 1) + 1);
		}
		if (positive >= 0) {
			words.put("max", Math.pow(4, positive + 1) - 1);
		}
		if (sketch.isEnumeration()) {
			int[] hashes = sketch.state().values();
			put("values",
					names(sketch, Feature.VALUES, Feature.VALUE_COUNT, (i) -> HASH + Integer.toHexString(hashes[i])),
					words);
		}
		return words;
	}

	private static void put(String name, List<String> names, Map<String, Object> words) {
		if (!names.isEmpty()) {
			words.put(name, names);
		}
	}

	private static List<String> names(ParameterSketch sketch, int start, int count, IntFunction<String> name) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			if (sketch.isConfirmed(start + i)) {
				names.add(name.apply(i));
			}
		}
		return names;
	}

	private static int highest(ParameterSketch sketch, int start, int count) {
		for (int i = count - 1; i >= 0; i--) {
			if (sketch.isConfirmed(start + i)) {
				return i;
			}
		}
		return -1;
	}

	static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Make a sketch that applies at once, of what somebody has written down.
	 * @throws IllegalArgumentException if it has a word that means nothing
	 */
	static SketchState reviewed(Map<?, ?> words) {
		short[] usual = new short[Feature.COUNT];
		int[] values = new int[Feature.VALUE_COUNT];
		words.forEach((name, value) -> {
			if (value == null) {
				throw new IllegalArgumentException(name + " has no value");
			}
			switch (String.valueOf(name)) {
				case "types" ->
					list(value).forEach((type) -> usual[Feature.TYPES + constant(LeafType.class, type).ordinal()] = 1);
				case "formats" -> list(value)
					.forEach((format) -> usual[Feature.FORMATS + constant(ValueFormat.class, format).ordinal()] = 1);
				case "maxLength" -> fill(usual, Feature.LENGTHS, Feature.length((int) number(value)));
				case "max" -> fill(usual, Feature.ZERO, Feature.number(number(value)));
				case "min" -> {
					if (number(value) < 0) {
						fill(usual, Feature.NEGATIVES, Feature.number(number(value)));
					}
				}
				case "values" -> addValues(list(value), usual, values);
				case "stage", "confidence", "principals", "observations", "presence" -> {
					// Told by an export, not asked by a review.
				}
				default -> throw new IllegalArgumentException(
						name + " is none of types, formats, maxLength, min, max " + "and values");
			}
		});
		return new SketchState(ProfileStage.ENFORCE, 0, 0, 0, true, new short[Feature.COUNT], usual, values,
				new long[4]);
	}

	private static void addValues(List<?> texts, short[] usual, int[] values) {
		if (texts.size() > values.length) {
			throw new IllegalArgumentException("values are " + values.length + " at most");
		}
		for (int i = 0; i < texts.size(); i++) {
			String text = String.valueOf(texts.get(i));
			values[i] = text.startsWith(HASH) ? Integer.parseUnsignedInt(text.substring(1), 16)
					: FeatureReader.hashOf(text);
			usual[Feature.VALUES + i] = 1;
		}
	}

	private static void fill(short[] usual, int start, int end) {
		for (int feature = start; feature <= end; feature++) {
			usual[feature] = 1;
		}
	}

	private static List<?> list(Object value) {
		return (value instanceof List<?> list) ? list : List.of(value);
	}

	private static double number(Object value) {
		return (value instanceof Number number) ? number.doubleValue() : Double.parseDouble(String.valueOf(value));
	}

	private static <E extends Enum<E>> E constant(Class<E> type, Object word) {
		return Enum.valueOf(type, String.valueOf(word).toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}

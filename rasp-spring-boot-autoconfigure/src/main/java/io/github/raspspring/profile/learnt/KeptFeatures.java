package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.profile.KeptLeaves;

/**
 * The features of the values of a body that comes again and again, by the places where
 * they stand. Immutable.
 */
final class KeptFeatures implements KeptLeaves {

	private final Place[] places;

	/** The number of its place for each value, in the order of the body. */
	private final short[] numbers;

	private final ValueFeatures[] values;

	private KeptFeatures(Place[] places, short[] numbers, ValueFeatures[] values) {
		this.places = places;
		this.numbers = numbers;
		this.values = values;
	}

	int places() {
		return this.places.length;
	}

	/**
	 * Return the values of a place.
	 */
	Place place(int number) {
		return this.places[number];
	}

	int size() {
		return this.values.length;
	}

	/**
	 * Return the number of the place where a value stands.
	 */
	int placeOf(int value) {
		return this.numbers[value];
	}

	ValueFeatures value(int value) {
		return this.values[value];
	}

	/**
	 * The values that stand at one place.
	 *
	 * @param path names the place
	 * @param low features below 64 that any of them has
	 * @param high features from 64 on that any of them has
	 * @param named hashes of those that may be one of few, each once
	 * @param others hashes of the others, each once
	 */
	record Place(String path, long low, long high, int[] named, int[] others) {

	}

	/**
	 * Keeps what is taken. For one thread.
	 */
	static final class Keeper {

		private final Map<String, Integer> numbers = new HashMap<>();

		private final List<String> paths = new ArrayList<>();

		private final Map<ValueFeatures, ValueFeatures> different = new HashMap<>();

		private final List<ValueFeatures> values = new ArrayList<>();

		private short[] numbersOfValues = new short[16];

		void add(String path, ValueFeatures value) {
			int number = this.numbers.computeIfAbsent(path, (first) -> this.numbers.size());
			if (number == this.paths.size()) {
				this.paths.add(path);
			}
			int count = this.values.size();
			if (count == this.numbersOfValues.length) {
				this.numbersOfValues = Arrays.copyOf(this.numbersOfValues, 2 * count);
			}
			this.numbersOfValues[count] = (short) number;
			this.values.add(this.different.computeIfAbsent(value, (first) -> first));
		}

		KeptFeatures kept() {
			Place[] places = new Place[this.paths.size()];
			for (int i = 0; i < places.length; i++) {
				places[i] = place(i);
			}
			return new KeptFeatures(places, Arrays.copyOf(this.numbersOfValues, this.values.size()),
					this.values.toArray(ValueFeatures[]::new));
		}

		private Place place(int number) {
			long low = 0;
			long high = 0;
			List<ValueFeatures> hashed = new ArrayList<>();
			for (int i = 0; i < this.values.size(); i++) {
				if (this.numbersOfValues[i] == number) {
					ValueFeatures value = this.values.get(i);
					low |= value.low();
					high |= value.high();
					if (value.hash() != 0) {
						hashed.add(value);
					}
				}
			}
			return new Place(this.paths.get(number), low, high, hashes(hashed, true), hashes(hashed, false));
		}

		private static int[] hashes(List<ValueFeatures> values, boolean named) {
			return values.stream()
				.filter((value) -> SketchJudge.isNamed(value.low()) == named)
				.mapToInt(ValueFeatures::hash)
				.distinct()
				.toArray();
		}

	}

}

package io.github.raspspring.engine.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.github.raspspring.engine.InputValue;

/**
 * In which order values are judged: as they came, and where there is much to judge, names
 * and short values first. Nobody hides a short attack behind a long filler.
 */
final class ArrivalOrder {

	private static final int SHORT = 1024;

	private ArrivalOrder() {
	}

	static long characters(Collection<InputValue> arrivals) {
		long characters = 0;
		for (InputValue value : arrivals) {
			characters += value.value().length();
		}
		return characters;
	}

	static Collection<InputValue> of(Collection<InputValue> arrivals, long characters) {
		if (characters <= InspectionBudget.PIECE || arrivals.size() == 1 || areShort(arrivals)) {
			return arrivals;
		}
		List<InputValue> order = new ArrayList<>(arrivals);
		order.sort(Comparator.comparingInt(ArrivalOrder::rank));
		return order;
	}

	private static boolean areShort(Collection<InputValue> arrivals) {
		for (InputValue value : arrivals) {
			if (value.value().length() > SHORT) {
				return false;
			}
		}
		return true;
	}

	private static int rank(InputValue value) {
		int length = value.value().length();
		if (length <= SHORT) {
			return 0;
		}
		return (value.kind() == InputValue.Kind.NAME) ? 1 : length;
	}

}

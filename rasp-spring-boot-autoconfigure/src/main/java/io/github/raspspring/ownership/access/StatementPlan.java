package io.github.raspspring.ownership.access;

import java.util.List;
import java.util.Optional;

import io.github.raspspring.ownership.statement.Analysis;

/**
 * What to watch of the statements of one text.
 *
 * @param shape the text without its values, shortened
 * @param analysis what is known of it
 * @param values for each parameter of the analysis the literal it stands for, empty for a
 * parameter of the statement; empty where both have the same parameters
 */
record StatementPlan(String shape, Analysis analysis, List<Optional<String>> values) {

	static final StatementPlan NOTHING = new StatementPlan("", Analysis.NOTHING, List.of());

	/**
	 * Return the number of the parameter of the statement that one of the analysis is.
	 */
	int parameter(int number) {
		if (this.values.isEmpty()) {
			return number;
		}
		int count = 0;
		for (int i = 0; i < number && i < this.values.size(); i++) {
			count += this.values.get(i).isEmpty() ? 1 : 0;
		}
		return count;
	}

}

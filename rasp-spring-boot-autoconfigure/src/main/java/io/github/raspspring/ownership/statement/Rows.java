package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.select.Values;

/**
 * The rows of a list of values.
 */
final class Rows {

	private Rows() {
	}

	static List<ExpressionList<?>> of(Values values) {
		ExpressionList<?> list = values.getExpressions();
		List<ExpressionList<?>> rows = new ArrayList<>();
		for (Expression each : list) {
			if (!(each instanceof ExpressionList<?> row)) {
				return List.of(list);
			}
			rows.add(row);
		}
		return rows;
	}

}

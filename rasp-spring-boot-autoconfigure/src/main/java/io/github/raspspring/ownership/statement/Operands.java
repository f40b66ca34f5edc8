package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values that an expression is made of.
 */
final class Operands {

	private static final Set<String> FIRST_PRESENT = Set.of("coalesce", "ifnull", "nvl", "isnull");

	private static final Set<String> ONE_OF = Set.of("any", "some");

	private Operands() {
	}

	/**
	 * Return whether a literal or a parameter stands somewhere in an expression.
	 */
	static boolean within(Expression expression) {
		boolean[] found = { false };
		expression.accept(new ExpressionVisitorAdapter<Void>() {

			@Override
			public <S> @Nullable Void visit(JdbcParameter parameter, S context) {
				found[0] = true;
				return null;
			}

			@Override
			public <S> @Nullable Void visit(Function function, S context) {
				if (function.getNamedParameters() != null) {
					function.getNamedParameters().forEach((parameter) -> parameter.accept(this, context));
				}
				return super.visit(function, context);
			}

			@Override
			public <S> @Nullable Void visit(StringValue text, S context) {
				found[0] = true;
				return null;
			}

			@Override
			public <S> @Nullable Void visit(LongValue number, S context) {
				found[0] = true;
				return null;
			}

			@Override
			public <S> @Nullable Void visit(DoubleValue number, S context) {
				found[0] = true;
				return null;
			}

			@Override
			public <S> @Nullable Void visit(HexValue number, S context) {
				found[0] = true;
				return null;
			}

		}, null);
		return found[0];
	}

	/**
	 * Return the expressions of which one is the value, empty if there is no choice.
	 */
	static List<Expression> choices(Expression expression) {
		Expression bare = Expressions.bare(expression);
		if (bare instanceof CaseExpression choice) {
			List<Expression> choices = new ArrayList<>();
			choice.getWhenClauses().forEach((when) -> choices.add(when.getThenExpression()));
			if (choice.getElseExpression() != null) {
				choices.add(choice.getElseExpression());
			}
			return choices;
		}
		return (bare instanceof Function function && isNamed(function, FIRST_PRESENT)) ? parameters(function)
				: List.of();
	}

	/**
	 * Return the elements of an array of which one is the value.
	 * @return the elements, or {@code null} if the expression is no such array
	 */
	static @Nullable List<Expression> elements(Expression expression) {
		if (expression instanceof Function function && isNamed(function, ONE_OF)) {
			List<Expression> parameters = parameters(function);
			if (parameters.size() == 1 && Expressions.bare(parameters.get(0)) instanceof ArrayConstructor array) {
				return List.copyOf(array.getExpressions());
			}
		}
		return null;
	}

	/**
	 * Return whether an expression is one of the elements of a parameter.
	 */
	static boolean isOneOfParameter(Expression expression) {
		return expression instanceof Function function && isNamed(function, ONE_OF)
				&& parameters(function).stream().allMatch(JdbcParameter.class::isInstance);
	}

	private static boolean isNamed(Function function, Set<String> names) {
		return function.getName() != null && names.contains(function.getName().toLowerCase(Locale.ROOT));
	}

	private static List<Expression> parameters(Function function) {
		List<Expression> parameters = new ArrayList<>();
		if (function.getParameters() != null) {
			function.getParameters().forEach(parameters::add);
		}
		return parameters;
	}

}

package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;

import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;

/**
 * A condition as alternatives that are each a conjunction, by the precedence that SQL
 * has. The parser takes all that follows {@code IN} for its list: in
 * {@code a IN (1) OR b = 2} the {@code OR} would otherwise be lost.
 *
 * @param alternatives the conjunctions, one where there is no {@code OR}
 */
record Disjunction(List<List<Expression>> alternatives) {

	static Disjunction of(Expression condition) {
		Disjunction disjunction = new Disjunction(new ArrayList<>());
		disjunction.alternatives.add(new ArrayList<>());
		disjunction.add(condition);
		return disjunction;
	}

	boolean isSingle() {
		return this.alternatives.size() == 1 && this.alternatives.get(0).size() == 1;
	}

	/**
	 * Chains of a thousand parts are deep to the left.
	 */
	private void add(Expression condition) {
		List<BinaryExpression> chain = new ArrayList<>();
		Expression first = condition;
		while (first instanceof AndExpression || first instanceof OrExpression) {
			BinaryExpression link = (BinaryExpression) first;
			chain.add(0, link);
			first = link.getLeftExpression();
		}
		atom(first);
		for (BinaryExpression link : chain) {
			if (link instanceof OrExpression) {
				this.alternatives.add(new ArrayList<>());
			}
			add(link.getRightExpression());
		}
	}

	private void atom(Expression expression) {
		if (expression instanceof InExpression in && isChain(in.getRightExpression())) {
			Expression list = first(in.getRightExpression());
			InExpression own = new InExpression().withLeftExpression(in.getLeftExpression())
				.withRightExpression(list)
				.withNot(in.isNot());
			last().add(own);
			rest(of(in.getRightExpression()));
		}
		else if (expression instanceof NotExpression not) {
			Disjunction inner = of(not.getExpression());
			last().add(new NotExpression(inner.alternatives.get(0).get(0)));
			rest(inner);
		}
		else {
			last().add(expression);
		}
	}

	/**
	 * Add all of another but its first part.
	 */
	private void rest(Disjunction other) {
		for (int i = 0; i < other.alternatives.size(); i++) {
			if (i > 0) {
				this.alternatives.add(new ArrayList<>());
			}
			List<Expression> conjunction = other.alternatives.get(i);
			last().addAll((i > 0) ? conjunction : conjunction.subList(1, conjunction.size()));
		}
	}

	private List<Expression> last() {
		return this.alternatives.get(this.alternatives.size() - 1);
	}

	private static boolean isChain(Expression expression) {
		return expression instanceof AndExpression || expression instanceof OrExpression;
	}

	private static Expression first(Expression chain) {
		Expression first = chain;
		while (isChain(first)) {
			first = ((BinaryExpression) first).getLeftExpression();
		}
		return first;
	}

}

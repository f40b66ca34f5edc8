package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a condition says of columns. What it doesn't understand says nothing.
 */
final class Conditions {

	private final Block block;

	private final BiFunction<Select, Block, List<Block>> queries;

	/**
	 * Create a reader.
	 * @param block the block whose condition it is
	 * @param queries reads a query within a condition
	 */
	Conditions(Block block, BiFunction<Select, Block, List<Block>> queries) {
		this.block = block;
		this.queries = queries;
	}

	void read(@Nullable Expression condition, boolean holds, List<Fact> facts) {
		if (condition == null) {
			return;
		}
		Disjunction parts = Disjunction.of(condition);
		if (parts.isSingle()) {
			Expression part = parts.alternatives().get(0).get(0);
			if (part instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
				read(list.get(0), holds, facts);
			}
			else if (part instanceof NotExpression not) {
				read(not.getExpression(), !holds, facts);
			}
			else {
				single(part, holds, facts);
			}
		}
		else if (holds) {
			either(parts.alternatives(), true, facts);
		}
		else {
			// Neither alternative holds: one part of each doesn't.
			for (List<Expression> conjunction : parts.alternatives()) {
				either(conjunction.stream().map(List::of).toList(), false, facts);
			}
		}
	}

	private void either(List<? extends List<? extends Expression>> alternatives, boolean holds, List<Fact> facts) {
		if (alternatives.size() == 1) {
			alternatives.get(0).forEach((part) -> read(part, holds, facts));
			return;
		}
		List<List<Fact>> branches = new ArrayList<>();
		Set<Node> nodes = new LinkedHashSet<>();
		for (List<? extends Expression> alternative : alternatives) {
			List<Fact> branch = new ArrayList<>();
			alternative.forEach((part) -> read(part, holds, branch));
			branches.add(branch);
			branch.forEach((fact) -> addNodes(fact, nodes));
		}
		for (Node node : nodes) {
			Restriction restriction = Restriction
				.either(branches.stream().map((branch) -> restriction(node, branch)).toList());
			facts.add(Fact.restricted(node, restriction));
		}
	}

	private static void addNodes(Fact fact, Set<Node> nodes) {
		if (fact.one() != null) {
			nodes.add(fact.one());
		}
		if (fact.other() != null) {
			nodes.add(fact.other());
		}
	}

	private static Restriction restriction(Node node, List<Fact> branch) {
		List<Restriction> found = new ArrayList<>();
		List<Node> open = new ArrayList<>(List.of(node));
		Set<Node> known = new LinkedHashSet<>();
		for (int i = 0; i < open.size(); i++) {
			if (known.add(open.get(i))) {
				Block.follow(branch, open.get(i), null, open, found, i == 0);
			}
		}
		return Restriction.all(found);
	}

	private void single(Expression condition, boolean holds, List<Fact> facts) {
		if (condition instanceof EqualsTo equals && holds) {
			equal(equals.getLeftExpression(), equals.getRightExpression(), facts);
		}
		else if (condition instanceof NotEqualsTo different && !holds) {
			equal(different.getLeftExpression(), different.getRightExpression(), facts);
		}
		else if (condition instanceof IsDistinctExpression distinct && distinct.isNot() == holds) {
			equal(distinct.getLeftExpression(), distinct.getRightExpression(), facts);
		}
		else if (condition instanceof InExpression in && in.isNot() != holds) {
			in(in, facts);
		}
		else if (condition instanceof ExistsExpression exists && exists.isNot() != holds) {
			Names.queries(exists.getRightExpression()).forEach((query) -> exists(query, null, facts));
		}
		else if (condition instanceof IsNullExpression isNull && isNull.isNot() != holds) {
			isNull(isNull.getLeftExpression(), facts);
		}
		else {
			if (holds && Expressions.isNever(condition)) {
				facts.add(Fact.restricted(null, Restriction.NO_ROW));
			}
			inner(condition);
		}
	}

	private void inner(Expression expression) {
		Names.queries(expression).forEach((query) -> this.queries.apply(query, this.block));
	}

	private void equal(Expression left, Expression right, List<Fact> facts) {
		if (left instanceof ExpressionList<?> ones && right instanceof ExpressionList<?> others
				&& ones.size() == others.size() && ones.size() > 1) {
			for (int i = 0; i < ones.size(); i++) {
				equal(ones.get(i), others.get(i), facts);
			}
			return;
		}
		Node one = node(left);
		Node other = node(right);
		if (one != null && other != null) {
			// Different columns may differ in case once they are folded.
			if (Expressions.folds(left) == Expressions.folds(right)) {
				facts.add(Fact.equal(one, other));
			}
		}
		else if (one != null) {
			equalTo(one, left, right, facts);
		}
		else if (other != null) {
			equalTo(other, right, left, facts);
		}
		else {
			constant(left, right, facts);
			inner(left);
			inner(right);
		}
	}

	private static void constant(Expression left, Expression right, List<Fact> facts) {
		Operand one = Expressions.operand(left);
		Operand other = Expressions.operand(right);
		if (one != null && other != null && one.parameter() == 0 && other.parameter() == 0 && one.literal() != null
				&& other.literal() != null && !one.literal().equals(other.literal())) {
			facts.add(Fact.restricted(null, Restriction.NO_ROW));
		}
	}

	private void equalTo(Node node, Expression column, Expression value, List<Fact> facts) {
		List<Select> inner = Names.queries(value);
		if (inner.size() == 1 && Expressions.bare(value) == inner.get(0)) {
			exists(inner.get(0), node, facts);
			return;
		}
		inner(value);
		List<Expression> elements = Operands.elements(value);
		if (value instanceof AnyComparisonExpression any) {
			some(node, any, facts);
		}
		else if (elements != null) {
			facts.add(Fact.restricted(node, either(column, elements)));
		}
		else {
			facts.add(Fact.restricted(node, Expressions.restriction(column, value)));
		}
	}

	/**
	 * What equals one of the rows of a query. Of all rows, there may be none.
	 */
	private void some(Node node, AnyComparisonExpression any, List<Fact> facts) {
		if (any.getAnyType() != AnyType.ALL && any.getSelect() != null) {
			exists(any.getSelect(), node, facts);
		}
	}

	private static Restriction either(Expression column, List<? extends Expression> values) {
		return Restriction.either(values.stream().map((value) -> Expressions.restriction(column, value)).toList());
	}

	private void in(InExpression in, List<Fact> facts) {
		Node node = node(in.getLeftExpression());
		Expression right = in.getRightExpression();
		if (right instanceof Select query) {
			exists(query, node, facts);
		}
		else if (node != null && right instanceof ExpressionList<?> list) {
			list.forEach(this::inner);
			facts.add(Fact.restricted(node, either(in.getLeftExpression(), list)));
		}
		else if (node != null) {
			inner(right);
			facts.add(Fact.restricted(node, Expressions.restriction(in.getLeftExpression(), right)));
		}
	}

	/**
	 * What holds within a query that has a row holds for the row that it has it for.
	 */
	private void exists(Select query, @Nullable Node equalToFirst, List<Fact> facts) {
		List<Block> blocks = this.queries.apply(query, this.block);
		if (blocks.size() != 1) {
			return;
		}
		Block inner = blocks.get(0);
		inner.facts().stream().filter((fact) -> fact.scope() == null).forEach(facts::add);
		if (equalToFirst != null && inner.outputs().size() == 1) {
			Output output = inner.outputs().get(0);
			if (output.node() != null) {
				facts.add(Fact.equal(equalToFirst, output.node()));
			}
			else if (output.restriction() != null) {
				facts.add(Fact.restricted(equalToFirst, output.restriction()));
			}
		}
	}

	private void isNull(Expression expression, List<Fact> facts) {
		Node node = node(expression);
		Operand operand = Expressions.operand(expression);
		if (node != null) {
			facts.add(Fact.restricted(node, new Restriction.Equal(new Operand(0, null), false)));
		}
		else if (operand != null) {
			facts.add(Fact.restricted(null, new Restriction.OpenIfNull(operand)));
		}
		inner(expression);
	}

	private @Nullable Node node(Expression expression) {
		Column column = Expressions.column(expression);
		return (column != null) ? this.block.resolve(Names.qualifier(column), Names.column(column)) : null;
	}

}

package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries into blocks. A query that is named by {@code WITH} is read anew for each
 * place that reads from it, as each may restrict it differently.
 */
final class QueryReader {

	private static final int MAX_BLOCKS = 200;

	private final List<GuardedTable> tables;

	private final Consumer<ParenthesedStatement> writes;

	private final List<Reached> reached = new ArrayList<>();

	/** The queries that {@code WITH} has named for the place that is read. */
	private NamedQueries named = NamedQueries.NONE;

	private final Set<WithItem<?>> beingRead = Collections.newSetFromMap(new IdentityHashMap<>());

	private int blocks;

	/**
	 * Create a reader.
	 * @param tables the tables that are guarded
	 * @param writes reads statements within a query that change rows
	 */
	QueryReader(List<GuardedTable> tables, Consumer<ParenthesedStatement> writes) {
		this.tables = tables;
		this.writes = writes;
	}

	/**
	 * A guarded table that a block reads.
	 */
	record Reached(Source source, Block block) {

	}

	List<Reached> reached() {
		return this.reached;
	}

	List<Block> read(Select select) {
		return read(select, null, null, null);
	}

	Block block() {
		return new Block(null, null, null);
	}

	void name(@Nullable List<WithItem<?>> items) {
		if (items == null) {
			return;
		}
		for (WithItem<?> item : items) {
			if (item.getParenthesedStatement() instanceof ParenthesedSelect) {
				this.named = this.named.and(item);
			}
			else {
				NamedQueries before = this.named;
				this.writes.accept(item.getParenthesedStatement());
				this.named = before;
			}
		}
	}

	private List<Block> read(Select select, @Nullable Block around, @Nullable Source derived, @Nullable Block reader) {
		if (++this.blocks > MAX_BLOCKS) {
			throw new UnreadableStatementException("More than " + MAX_BLOCKS + " queries in one statement");
		}
		NamedQueries before = this.named;
		name(select.getWithItemsList());
		List<Block> read = parts(select, around, derived, reader);
		this.named = before;
		return read;
	}

	private List<Block> parts(Select select, @Nullable Block around, @Nullable Source derived, @Nullable Block reader) {
		if (select instanceof ParenthesedSelect inner) {
			return read(inner.getSelect(), around, derived, reader);
		}
		if (select instanceof SetOperationList union) {
			List<Block> parts = new ArrayList<>();
			union.getSelects().forEach((part) -> parts.addAll(read(part, around, derived, reader)));
			return parts;
		}
		Block block = new Block(around, derived, reader);
		if (select instanceof PlainSelect plain) {
			plain(plain, block);
		}
		else if (select instanceof TableStatement table) {
			from(table.getTable(), block);
			block.outputs().add(new Output("", null, null, true, null));
		}
		else if (select instanceof Values values) {
			inner(values.getExpressions(), block);
		}
		else {
			throw new UnreadableStatementException("No known kind of query");
		}
		return List.of(block);
	}

	private void plain(PlainSelect select, Block block) {
		if (select.getFromItem() != null) {
			from(select.getFromItem(), block);
		}
		joins(select.getJoins(), block);
		where(select.getWhere(), block);
		where(select.getHaving(), block);
		inner(select.getQualify(), block);
		if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
			inner(select.getGroupBy().getGroupByExpressionList(), block);
		}
		select.getSelectItems().forEach((item) -> output(item, block));
		if (select.getOrderByElements() != null) {
			select.getOrderByElements().forEach((element) -> inner(element.getExpression(), block));
		}
	}

	void where(@Nullable Expression condition, Block block) {
		conditions(block).read(condition, true, block.facts());
	}

	private Conditions conditions(Block block) {
		return new Conditions(block, (select, around) -> read(select, around, null, null));
	}

	void inner(@Nullable Expression expression, Block block) {
		Names.queries(expression).forEach((query) -> read(query, block, null, null));
	}

	private void output(SelectItem<?> item, Block block) {
		Expression expression = item.getExpression();
		if (expression instanceof AllTableColumns all) {
			Node node = block.resolve(GuardedTable.plain(all.getTable().getName()), "*");
			block.outputs()
				.add(new Output("", null, null, true, (node != null) ? node.source() : new Source("", null)));
		}
		else if (expression instanceof AllColumns) {
			block.outputs().add(new Output("", null, null, true, null));
		}
		else {
			block.outputs().add(single(item, expression, block));
		}
	}

	private Output single(SelectItem<?> item, Expression expression, Block block) {
		Node node = (expression instanceof Column column) ? block.resolve(Names.qualifier(column), Names.column(column))
				: null;
		String name = Names.alias(item.getAlias(), (expression instanceof Column column) ? Names.column(column) : "");
		if (node == null) {
			List<Block> scalar = new ArrayList<>();
			Names.queries(expression).forEach((query) -> scalar.addAll(read(query, block, null, null)));
			if (expression instanceof Select && scalar.size() == 1 && scalar.get(0).outputs().size() == 1) {
				node = scalar.get(0).outputs().get(0).node();
			}
		}
		Operand operand = (node == null) ? Expressions.operand(expression) : null;
		return new Output(name, node, (operand != null) ? new Restriction.Equal(operand, false) : null, false, null);
	}

	List<Source> from(FromItem item, Block block) {
		int before = block.sources().size();
		if (item instanceof Table table) {
			table(table, block);
		}
		else if (item instanceof ParenthesedFromItem inner) {
			from(inner.getFromItem(), block);
			joins(inner.getJoins(), block);
		}
		else if (item instanceof ParenthesedSelect select) {
			derived(select, block, (item instanceof LateralSubSelect) ? block : null);
		}
		else {
			block.sources().add(new Source(Names.alias(item.getAlias(), ""), null));
		}
		return List.copyOf(block.sources().subList(before, block.sources().size()));
	}

	private void table(Table table, Block block) {
		String name = Names.table(table);
		String schema = Names.schema(table);
		GuardedTable guarded = this.tables.stream()
			.filter((candidate) -> candidate.is(schema, name))
			.findFirst()
			.orElse(null);
		NamedQueries with = (schema == null) ? this.named.find(name, guarded != null) : null;
		if (with != null && with.item() != null) {
			with(with, with.item(), Names.alias(table.getAlias(), name), block);
			return;
		}
		Source source = new Source(Names.alias(table.getAlias(), name), guarded);
		block.sources().add(source);
		if (guarded != null) {
			this.reached.add(new Reached(source, block));
		}
	}

	private void with(NamedQueries query, WithItem<?> item, String alias, Block block) {
		Source source = new Source(alias, null);
		block.sources().add(source);
		if (item.getWithItemList() != null) {
			item.getWithItemList()
				.forEach((column) -> source.names().add(GuardedTable.plain(column.getExpression().toString())));
		}
		if (this.beingRead.add(item)) {
			NamedQueries before = this.named;
			this.named = before.within(query);
			source.parts().addAll(read(item.getSelect(), null, source, block));
			this.named = before;
			this.beingRead.remove(item);
		}
	}

	private void derived(ParenthesedSelect select, Block block, @Nullable Block around) {
		Alias alias = select.getAlias();
		Source source = new Source(Names.alias(alias, ""), null);
		if (alias != null && alias.getAliasColumns() != null) {
			alias.getAliasColumns().forEach((column) -> source.names().add(GuardedTable.plain(column.name)));
		}
		NamedQueries before = this.named;
		name(select.getWithItemsList());
		source.parts().addAll(read(select.getSelect(), around, source, block));
		this.named = before;
		block.sources().add(source);
	}

	void joins(@Nullable List<Join> joins, Block block) {
		if (joins == null) {
			return;
		}
		for (Join join : joins) {
			Set<Source> before = new LinkedHashSet<>(block.sources());
			Set<Source> added = new LinkedHashSet<>(from(join.getFromItem(), block));
			List<Fact> facts = new ArrayList<>();
			if (join.getOnExpressions() != null) {
				join.getOnExpressions().forEach((on) -> conditions(block).read(on, true, facts));
			}
			if (join.getUsingColumns() != null) {
				join.getUsingColumns().forEach((column) -> using(Names.column(column), before, added, facts));
			}
			Set<Source> scope = scope(join, before, added);
			facts.forEach((fact) -> block.facts().add((scope != null) ? fact.within(scope) : fact));
		}
	}

	/**
	 * Rows of the side that an outer join keeps are there whatever it is joined on.
	 */
	private static @Nullable Set<Source> scope(Join join, Set<Source> before, Set<Source> added) {
		if (join.isFull()) {
			return Set.of();
		}
		if (join.isRight()) {
			return before;
		}
		return (join.isLeft() || join.isOuter()) ? added : null;
	}

	private static void using(String column, Set<Source> before, Set<Source> added, List<Fact> facts) {
		Source left = before.stream()
			.filter((source) -> source.has(column))
			.findFirst()
			.orElseGet(() -> before.iterator().next());
		for (Source right : added) {
			facts.add(Fact.equal(new Node(left, column), new Node(right, column)));
		}
	}

	/**
	 * Return what the values of a row, or of the rows of a query, are known to be at a
	 * place.
	 */
	Restriction valueAt(Select select, int index, Block around) {
		List<Restriction> all = new ArrayList<>();
		if (select instanceof Values values) {
			for (ExpressionList<?> row : Rows.of(values)) {
				row.forEach((value) -> inner(value, around));
				all.add((index < row.size()) ? value(row.get(index), around) : Restriction.NOTHING);
			}
			return Restriction.either(all);
		}
		for (Block block : read(select)) {
			if (block.outputs().stream().anyMatch(Output::star) || index >= block.outputs().size()) {
				all.add(Restriction.SOMETHING);
				continue;
			}
			Output output = block.outputs().get(index);
			all.add((output.node() != null) ? block.restriction(output.node())
					: (output.restriction() != null) ? output.restriction() : Restriction.SOMETHING);
		}
		return Restriction.either(all);
	}

	Restriction value(Expression expression, Block block) {
		Column column = Expressions.column(expression);
		if (column != null) {
			Node node = block.resolve(Names.qualifier(column), Names.column(column));
			return (node != null) ? block.restriction(node) : Restriction.SOMETHING;
		}
		if (Expressions.bare(expression) instanceof Select query) {
			return valueAt(query, 0, block);
		}
		Operand operand = Expressions.operand(expression);
		if (operand != null) {
			return new Restriction.Equal(operand, false);
		}
		List<Expression> choices = Operands.choices(expression);
		return choices.isEmpty() ? Expressions.calculated(expression)
				: Restriction.either(choices.stream().map((choice) -> value(choice, block)).toList());
	}

}

package io.github.raspspring.ownership.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.raspspring.ownership.statement.Access.Kind;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.ConflictActionType;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.InsertConflictTarget;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.truncate.Truncate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * Finds what one statement does to guarded tables. Used once.
 */
final class AccessReader {

	private final List<GuardedTable> tables;

	private final QueryReader queries;

	private final List<Access> accesses = new ArrayList<>();

	private final List<OwnerColumn> returned = new ArrayList<>();

	AccessReader(List<GuardedTable> tables) {
		this.tables = tables;
		this.queries = new QueryReader(tables, this::change);
	}

	/**
	 * Read an insert that replaces the row that is there already.
	 */
	Analysis read(Statement statement, KeyMerge merge) {
		if (!(statement instanceof Insert insert)) {
			throw new UnreadableStatementException("A merge of an unknown kind");
		}
		insert(insert);
		GuardedTable table = guarded(insert.getTable());
		if (table != null) {
			Restriction owner = merge.key().contains(table.owner()) ? Restriction.NO_ROW : Restriction.NOTHING;
			add(table, Kind.REPLACE, owner, idOf(table));
		}
		reads(new OwnerColumns(List.of()));
		return new Analysis(true, false, this.accesses, this.returned);
	}

	private Restriction idOf(GuardedTable table) {
		return this.accesses.stream()
			.filter((access) -> access.kind() == Kind.ASSIGN && access.table() == table)
			.findFirst()
			.map(Access::id)
			.orElse(Restriction.NOTHING);
	}

	Analysis read(Statement statement) {
		if (statement instanceof Select select) {
			List<Block> blocks = this.queries.read(select);
			OwnerColumns columns = new OwnerColumns(Names.isStored(select) ? List.of() : blocks);
			reads(columns);
			// What a statement within WITH returns may be among them.
			this.returned.addAll(columns.columns());
			return new Analysis(true, true, this.accesses, this.returned);
		}
		Select stored = Names.stored(statement);
		if (stored != null) {
			this.queries.read(stored);
		}
		else {
			change(statement);
		}
		reads(new OwnerColumns(List.of()));
		return new Analysis(true, false, this.accesses, this.returned);
	}

	private void reads(OwnerColumns columns) {
		for (QueryReader.Reached reached : this.queries.reached()) {
			GuardedTable table = reached.source().table();
			if (table != null) {
				this.accesses
					.add(access(table, Kind.READ, reached.source(), reached.block(), columns.proves(reached.source())));
			}
		}
	}

	private static Access access(GuardedTable table, Kind kind, Source source, Block block, boolean proven) {
		return new Access(table, kind, block.restriction(new Node(source, table.owner())),
				block.restriction(new Node(source, table.id())), proven);
	}

	private void change(Statement changing) {
		Statement statement = Names.withoutParentheses(changing);
		if (statement instanceof Insert insert) {
			insert(insert);
		}
		else if (statement instanceof Update update) {
			update(update);
		}
		else if (statement instanceof Delete delete) {
			delete(delete);
		}
		else if (statement instanceof Merge merge) {
			merge(merge);
		}
		else if (statement instanceof Upsert upsert) {
			upsert(upsert);
		}
		else if (statement instanceof Truncate truncate) {
			GuardedTable table = guarded(truncate.getTable());
			if (table != null) {
				add(table, Kind.CHANGE, Restriction.NOTHING, Restriction.NOTHING);
			}
		}
		else {
			throw new UnreadableStatementException("No known kind of statement");
		}
	}

	private @Nullable GuardedTable guarded(@Nullable Table table) {
		if (table == null) {
			return null;
		}
		return this.tables.stream()
			.filter((candidate) -> candidate.is(Names.schema(table), Names.table(table)))
			.findFirst()
			.orElse(null);
	}

	private void add(GuardedTable table, Kind kind, Restriction owner, Restriction id) {
		this.accesses.add(new Access(table, kind, owner, id, false));
	}

	/**
	 * The table that is changed is the first source of its block.
	 */
	private Block target(@Nullable GuardedTable guarded, Table table) {
		Block block = this.queries.block();
		block.sources().add(new Source(Names.alias(table.getAlias(), Names.table(table)), guarded));
		return block;
	}

	private void changes(@Nullable GuardedTable table, Block block) {
		if (table != null) {
			this.accesses.add(access(table, Kind.CHANGE, block.sources().get(0), block, false));
			this.returned.add(OwnerColumns.byLabel(table));
		}
	}

	private void update(Update update) {
		this.queries.name(update.getWithItemsList());
		GuardedTable table = guarded(update.getTable());
		Block block = target(table, update.getTable());
		this.queries.joins(update.getStartJoins(), block);
		if (update.getFromItem() != null) {
			this.queries.from(update.getFromItem(), block);
		}
		this.queries.joins(update.getJoins(), block);
		this.queries.where(update.getWhere(), block);
		changes(table, block);
		sets(table, update.getUpdateSets(), block);
	}

	private void sets(@Nullable GuardedTable table, @Nullable List<UpdateSet> sets, Block block) {
		if (sets == null) {
			return;
		}
		for (UpdateSet set : sets) {
			set.getValues().forEach((value) -> this.queries.inner(value, block));
			int index = (table != null) ? indexOf(table.owner(), set.getColumns()) : -1;
			if (table != null && index >= 0) {
				add(table, Kind.ASSIGN, assigned(set.getValues(), index, block), Restriction.NOTHING);
			}
		}
	}

	private Restriction assigned(ExpressionList<?> values, int index, Block block) {
		ExpressionList<?> row = (values.size() == 1 && values.get(0) instanceof ExpressionList<?> inner) ? inner
				: values;
		return (index < row.size()) ? this.queries.value(row.get(index), block) : Restriction.SOMETHING;
	}

	private void delete(Delete delete) {
		this.queries.name(delete.getWithItemsList());
		GuardedTable table = guarded(delete.getTable());
		if (delete.getTable() == null) {
			throw new UnreadableStatementException("A delete without a table");
		}
		Block block = target(table, delete.getTable());
		if (delete.getUsingList() != null) {
			delete.getUsingList().forEach((other) -> this.queries.from(other, block));
		}
		this.queries.joins(delete.getJoins(), block);
		this.queries.where(delete.getWhere(), block);
		changes(table, block);
	}

	private void insert(Insert insert) {
		this.queries.name(insert.getWithItemsList());
		GuardedTable table = guarded(insert.getTable());
		Block block = target(table, insert.getTable());
		Select select = insert.getSelect();
		if (insert.getSetUpdateSets() != null) {
			sets(table, insert.getSetUpdateSets(), block);
		}
		else if (table == null) {
			if (select != null) {
				this.queries.valueAt(select, 0, block);
			}
		}
		else {
			assign(table, insert.getColumns(), select, block);
		}
		if (table != null) {
			this.returned.add(OwnerColumns.byLabel(table));
			conflict(table, insert, block);
		}
	}

	private void assign(GuardedTable table, @Nullable ExpressionList<Column> columns, @Nullable Select select,
			Block block) {
		if (select == null) {
			add(table, Kind.ASSIGN, Restriction.NOTHING, Restriction.NOTHING);
			return;
		}
		if (columns == null) {
			add(table, Kind.ASSIGN, anywhere(select, block), Restriction.NOTHING);
			return;
		}
		int index = indexOf(table.owner(), columns);
		int id = indexOf(table.id(), columns);
		Restriction owner = this.queries.valueAt(select, Math.max(index, 0), block);
		add(table, Kind.ASSIGN, (index >= 0) ? owner : Restriction.NOTHING,
				(id >= 0 && select instanceof Values) ? this.queries.valueAt(select, id, block) : Restriction.NOTHING);
	}

	/**
	 * Without a list of columns nobody knows which value is the owner's: one of each row
	 * has to be the subject's.
	 */
	private Restriction anywhere(Select select, Block block) {
		if (!(select instanceof Values values)) {
			this.queries.valueAt(select, 0, block);
			return Restriction.SOMETHING;
		}
		List<Restriction> rows = new ArrayList<>();
		for (ExpressionList<?> row : Rows.of(values)) {
			List<Restriction> each = new ArrayList<>();
			row.forEach((value) -> each.add(this.queries.value(value, block)));
			each.remove(new Restriction.Equal(new Operand(0, null), false));
			rows.add(each.contains(Restriction.SOMETHING) ? Restriction.SOMETHING : Restriction.all(each));
		}
		return Restriction.either(rows);
	}

	/**
	 * A row that is there already may be somebody else's.
	 */
	private void conflict(GuardedTable table, Insert insert, Block block) {
		boolean updates = insert.getConflictAction() != null
				&& insert.getConflictAction().getConflictActionType() == ConflictActionType.DO_UPDATE;
		if (!updates && insert.getDuplicateUpdateSets() == null) {
			return;
		}
		Restriction owner = Restriction.NOTHING;
		if (updates) {
			this.queries.where(insert.getConflictAction().getWhereExpression(), block);
			owner = names(insert.getConflictTarget(), table.owner()) ? Restriction.NO_ROW
					: block.restriction(new Node(block.sources().get(0), table.owner()));
			sets(table, insert.getConflictAction().getUpdateSets(), excluded(table, insert.getTable()));
		}
		else {
			sets(table, insert.getDuplicateUpdateSets(), block);
		}
		add(table, Kind.REPLACE, owner, idOf(table));
	}

	/**
	 * What was to be inserted was judged as such.
	 */
	private Block excluded(GuardedTable table, Table target) {
		Block block = target(table, target);
		Source excluded = new Source("excluded", null);
		block.sources().add(excluded);
		block.facts().add(Fact.restricted(new Node(excluded, table.owner()), Restriction.NO_ROW));
		return block;
	}

	private static boolean names(@Nullable InsertConflictTarget target, String column) {
		return target != null && target.getIndexColumnNames() != null
				&& target.getIndexColumnNames()
					.stream()
					.anyMatch((name) -> GuardedTable.plain(name.toLowerCase(Locale.ROOT)).equals(column));
	}

	private void upsert(Upsert upsert) {
		GuardedTable table = guarded(upsert.getTable());
		if (table != null) {
			Block block = target(table, upsert.getTable());
			assign(table, upsert.getColumns(), upsert.getSelect(), block);
			add(table, Kind.REPLACE, Restriction.NOTHING, this.accesses.get(this.accesses.size() - 1).id());
		}
	}

	private void merge(Merge merge) {
		this.queries.name(merge.getWithItemsList());
		GuardedTable table = guarded(merge.getTable());
		Block block = target(table, merge.getTable());
		if (merge.getFromItem() != null) {
			this.queries.from(merge.getFromItem(), block);
		}
		this.queries.where(merge.getOnCondition(), block);
		if (table == null) {
			return;
		}
		boolean changes = merge.getOperations() == null
				|| merge.getOperations().stream().anyMatch((operation) -> !(operation instanceof MergeInsert));
		if (changes) {
			this.accesses.add(access(table, Kind.REPLACE, block.sources().get(0), block, false));
			if (merge.getMergeUpdate() != null) {
				sets(table, merge.getMergeUpdate().getUpdateSets(), block);
			}
		}
		MergeInsert made = merge.getMergeInsert();
		if (made != null && made.getColumns() != null && made.getValues() != null) {
			int index = indexOf(table.owner(), made.getColumns());
			Expression value = (index >= 0 && index < made.getValues().size()) ? made.getValues().get(index) : null;
			add(table, Kind.ASSIGN, (value != null) ? this.queries.value(value, block) : Restriction.NOTHING,
					Restriction.NOTHING);
		}
	}

	private static int indexOf(String column, @Nullable ExpressionList<Column> columns) {
		for (int i = 0; columns != null && i < columns.size(); i++) {
			if (Names.column(columns.get(i)).equals(column)) {
				return i;
			}
		}
		return -1;
	}

}

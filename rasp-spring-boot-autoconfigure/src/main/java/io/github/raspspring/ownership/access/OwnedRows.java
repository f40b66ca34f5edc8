package io.github.raspspring.ownership.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.ownership.access.OwnershipCounts.Count;
import io.github.raspspring.ownership.statement.OwnerColumn;
import io.github.raspspring.sink.WatchedRows;
import org.jspecify.annotations.Nullable;

/**
 * Rows that came back: whoever owns one is read along.
 */
final class OwnedRows implements WatchedRows {

	private static final ReadIds NONE = new ReadIds(0, "", new AtomicInteger());

	private final OwnershipWatch watch;

	private final StatementPlan plan;

	private final Inspection inspection;

	private final ResultSet rows;

	private final List<Watched> watched;

	private final boolean made;

	private Cell @Nullable [] cells;

	private OwnedRows(OwnershipWatch watch, StatementPlan plan, Inspection inspection, ResultSet rows,
			List<Watched> watched, boolean made) {
		this.watch = watch;
		this.plan = plan;
		this.inspection = inspection;
		this.rows = rows;
		this.watched = watched;
		this.made = made;
	}

	/**
	 * A column to look at, and whom it has to name.
	 */
	private record Watched(OwnerColumn column, OwnershipRule rule, @Nullable Object owner) {

	}

	/**
	 * Looks at one column of a row.
	 */
	private interface Judgement {

		void of(Cell cell) throws SQLException;

	}

	/**
	 * Where it was found in the result.
	 *
	 * @param id number of the column that identifies the row, or 0
	 * @param known takes identifiers of own rows
	 */
	private record Cell(Watched watched, int owner, ResultColumns.Type type, int id, ReadIds known) {

	}

	/**
	 * Watch rows, unless no rule holds for them.
	 * @param made whether they are keys of rows that were made for the subject
	 */
	static @Nullable OwnedRows of(OwnershipWatch watch, StatementPlan plan, Inspection inspection, Subject subject,
			ResultSet rows, boolean made) {
		List<Watched> watched = new ArrayList<>();
		for (OwnerColumn column : plan.analysis().columns()) {
			OwnershipRule rule = watch.rules().get(column.table().rule());
			if (rule.holdsFor(inspection, subject)) {
				watched.add(new Watched(column, rule, rule.ownerOf(subject)));
			}
		}
		return watched.isEmpty() ? null : new OwnedRows(watch, plan, inspection, rows, watched, made);
	}

	@Override
	public void read() {
		judge(this::judge);
	}

	@Override
	public void updating(Object column, @Nullable Object value) {
		judge((cell) -> {
			if (cell.owner() > 0 && value != null && names(column, cell.owner())
					&& !cell.type().owns(cell.watched().owner(), value.toString())) {
				foreign(cell, OwnershipRules.FOREIGN_OBJECT_WRITE);
			}
		});
	}

	private boolean names(Object column, int position) throws SQLException {
		return column.equals(position) || (column instanceof String label && this.rows.findColumn(label) == position);
	}

	/**
	 * What can't be read is no reason to fail what can.
	 */
	private void judge(Judgement judgement) {
		try {
			for (Cell cell : cells()) {
				judgement.of(cell);
			}
		}
		catch (SinkBlockedException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			this.watch.reports().failed(this.inspection, ex);
		}
	}

	private void judge(Cell cell) throws SQLException {
		Watched watched = cell.watched();
		if (cell.owner() == 0) {
			remember(cell, true);
			return;
		}
		String owner = this.rows.getString(cell.owner());
		if (owner == null) {
			return;
		}
		boolean own = cell.type().owns(watched.owner(), owner);
		if (cell.id() > 0) {
			remember(cell, own);
		}
		if (!own) {
			foreign(cell, OwnershipRules.FOREIGN_OBJECT_READ);
		}
	}

	private void foreign(Cell cell, Rule seen) {
		Watched watched = cell.watched();
		this.watch.reports()
			.foreign(this.inspection, watched.rule(), seen, watched.column().table().name(), this.plan.shape());
	}

	private void remember(Cell cell, boolean own) throws SQLException {
		ReadIds known = cell.known();
		if (own && known.isFull()) {
			return;
		}
		String id = this.rows.getString(cell.id());
		if (id == null) {
			return;
		}
		if (own) {
			known.add(id);
		}
		else {
			OwnerColumn column = cell.watched().column();
			this.watch.reports().rows(this.inspection).foreign(column.table().rule(), column.table().name(), id);
		}
	}

	/**
	 * What takes the identifiers of a column. Where none is to be remembered nothing is
	 * made.
	 */
	private ReadIds known(Watched each, int id) {
		return (id > 0) ? this.watch.reports()
			.rows(this.inspection)
			.own(each.column().table().rule(), each.column().table().name()) : NONE;
	}

	private Cell[] cells() throws SQLException {
		Cell[] found = this.cells;
		if (found == null) {
			found = find();
			this.cells = found;
		}
		return found;
	}

	private Cell[] find() throws SQLException {
		ResultColumns columns = ResultColumns.of(this.rows.getMetaData());
		List<Cell> found = new ArrayList<>();
		for (Watched each : this.watched) {
			List<Integer> owners = columns.find(each.column().owner());
			List<Integer> ids = columns.find(each.column().id());
			int id = (ids.size() == 1) ? ids.get(0) : 0;
			if (owners.isEmpty()) {
				int key = (id > 0) ? id : 1;
				if (this.made) {
					found.add(new Cell(each, 0, ResultColumns.Type.EXACT, key, known(each, key)));
				}
				else if (this.plan.analysis().query()) {
					this.watch.counts().add(Count.OWNER_UNCERTAIN);
				}
			}
			for (int owner : owners) {
				int key = (owners.size() == 1) ? id : 0;
				found.add(new Cell(each, owner, columns.type(owner), key, known(each, key)));
			}
		}
		return found.toArray(Cell[]::new);
	}

}

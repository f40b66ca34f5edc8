package io.github.raspspring.ownership.access;

import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.ownership.OwnershipRule;
import io.github.raspspring.ownership.access.OwnershipCounts.Count;
import io.github.raspspring.ownership.statement.Access;
import io.github.raspspring.ownership.statement.Access.Kind;
import io.github.raspspring.ownership.statement.Arguments;
import io.github.raspspring.ownership.statement.GuardedTable;
import io.github.raspspring.ownership.statement.Operand;
import io.github.raspspring.ownership.statement.Reach;
import io.github.raspspring.sink.WatchedRows;
import io.github.raspspring.sink.WatchedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reaches rows that belong to somebody, with its values.
 */
final class OwnedStatement implements WatchedStatement, Arguments {

	private static final int MAX_PARAMETERS = 1 << 16;

	private static final Object NULL = new Object();

	private final OwnershipWatch watch;

	private final StatementPlan plan;

	private @Nullable Object[] bound = new @Nullable Object[4];

	private @Nullable Inspection inspection;

	private boolean made;

	OwnedStatement(OwnershipWatch watch, StatementPlan plan) {
		this.watch = watch;
		this.plan = plan;
	}

	@Override
	public void bind(Object index, @Nullable Object value) {
		if (index instanceof Integer number && number > 0 && number < MAX_PARAMETERS) {
			if (number >= this.bound.length) {
				this.bound = Arrays.copyOf(this.bound, Math.max(number + 1, 2 * this.bound.length));
			}
			this.bound[number] = (value != null) ? value : NULL;
		}
	}

	@Override
	public void clear() {
		Arrays.fill(this.bound, null);
	}

	@Override
	public @Nullable Object valueOf(Operand operand) {
		if (operand.parameter() == 0) {
			return operand.literal();
		}
		List<Optional<String>> values = this.plan.values();
		if (operand.parameter() <= values.size() && values.get(operand.parameter() - 1).isPresent()) {
			return values.get(operand.parameter() - 1).get();
		}
		int parameter = this.plan.parameter(operand.parameter());
		Object value = (parameter < this.bound.length) ? this.bound[parameter] : null;
		if (value == NULL) {
			return null;
		}
		return isComparable(value) ? value : UNKNOWN;
	}

	private static boolean isComparable(@Nullable Object value) {
		return value instanceof CharSequence || value instanceof Number || value instanceof UUID
				|| value instanceof Character || value instanceof Boolean || value instanceof Enum;
	}

	@Override
	public void executing() {
		this.made = false;
		Inspection current = this.watch.scope().current();
		this.inspection = current;
		if (current == null) {
			this.watch.counts().add(Count.BACKGROUND);
			return;
		}
		Subject subject = current.subject();
		if (subject == null) {
			this.watch.counts().add(Count.ANONYMOUS);
			return;
		}
		this.watch.counts().add(Count.JUDGED);
		try {
			judge(current, subject);
		}
		catch (SinkBlockedException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			this.watch.reports().failed(current, ex);
		}
	}

	private void judge(Inspection current, Subject subject) {
		List<Access> accesses = this.plan.analysis().accesses();
		for (int i = 0; i < accesses.size(); i++) {
			Access access = accesses.get(i);
			OwnershipRule rule = this.watch.rules().get(access.table().rule());
			if (rule.holdsFor(current, subject)) {
				judge(access, rule, current, subject);
			}
		}
	}

	private void judge(Access access, OwnershipRule rule, Inspection current, Subject subject) {
		Object owner = rule.ownerOf(subject);
		if (owner == null) {
			this.watch.counts().add(Count.CLAIM_MISSING);
		}
		Reach reach = access.owner().reach(this, (value, folded) -> OwnershipRule.owns(owner, value, folded));
		if (reach == Reach.FOREIGN) {
			foreign(access, rule, current);
		}
		else if (reach == Reach.OPEN) {
			open(access, rule, current);
		}
		else if (reach == Reach.OWN && access.kind() == Kind.ASSIGN) {
			this.made = true;
			remember(access, current);
		}
	}

	private void foreign(Access access, OwnershipRule rule, Inspection current) {
		Rule seen = (access.kind() == Kind.READ) ? OwnershipRules.FOREIGN_OBJECT_READ
				: OwnershipRules.FOREIGN_OBJECT_WRITE;
		this.watch.reports().foreign(current, rule, seen, access.table().name(), this.plan.shape());
	}

	/**
	 * Rows that this request has read are known: those of the subject may be changed by
	 * what identifies them.
	 */
	private void open(Access access, OwnershipRule rule, Inspection current) {
		GuardedTable table = access.table();
		if (access.kind() == Kind.CHANGE || access.kind() == Kind.REPLACE) {
			List<Object> ids = access.id().values(this);
			RequestRows rows = this.watch.reports().rows(current);
			if (ids != null && rows.anyForeign(table.rule(), table.name(), ids)) {
				foreign(access, rule, current);
				return;
			}
			if (ids != null && rows.allOwn(table.rule(), table.name(), ids)) {
				return;
			}
		}
		this.watch.reports().unrestricted(current, rule, table.name(), this.plan.shape(), access.proven());
	}

	/**
	 * Only a plain insert makes rows: where one may replace another's row, nothing is
	 * known of it.
	 */
	private void remember(Access access, Inspection current) {
		boolean replaces = this.plan.analysis().accesses().stream().anyMatch((other) -> other.kind() != Kind.ASSIGN);
		List<Object> ids = replaces ? null : access.id().values(this);
		if (ids != null) {
			RequestRows rows = this.watch.reports().rows(current);
			ReadIds made = rows.own(access.table().rule(), access.table().name());
			ids.forEach((id) -> made.add(id.toString()));
		}
	}

	@Override
	public @Nullable WatchedRows rows(ResultSet rows, boolean keys) {
		Inspection executed = this.inspection;
		Subject subject = (executed != null) ? executed.subject() : null;
		if (executed == null || subject == null) {
			return null;
		}
		if (keys && !this.plan.analysis().accesses().stream().allMatch((access) -> access.kind() == Kind.ASSIGN)) {
			return null;
		}
		return OwnedRows.of(this.watch, this.plan, executed, subject, rows, keys && this.made);
	}

}

package io.github.raspspring.carrier.jdbc;

import java.sql.SQLException;

import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.StatementWatch;
import io.github.raspspring.sink.UnattributedCalls;
import io.github.raspspring.sink.WatchedStatement;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds the guard when the first request needs it. Data sources are made, and used, long
 * before the beans that the guard is made of.
 */
final class RequestGuard {

	private final ObjectProvider<InspectionScope> scopes;

	private final ObjectProvider<SinkGuard> guards;

	private final ObjectProvider<SqlErrors> errors;

	private final UnattributedCalls unattributed;

	private final ObjectProvider<StatementWatch> watches;

	private volatile @Nullable InspectionScope scope;

	private volatile @Nullable SinkGuard guard;

	private volatile @Nullable StatementWatch watch;

	RequestGuard(ObjectProvider<InspectionScope> scopes, ObjectProvider<SinkGuard> guards,
			ObjectProvider<SqlErrors> errors, UnattributedCalls unattributed, ObjectProvider<StatementWatch> watches) {
		this.scopes = scopes;
		this.guards = guards;
		this.errors = errors;
		this.unattributed = unattributed;
		this.watches = watches;
	}

	/**
	 * Return the guard if the thread works for a request, and count the call if not.
	 */
	@Nullable SinkGuard current() {
		if (scope().current() != null) {
			return guard();
		}
		this.unattributed.add(SinkKind.SQL);
		return null;
	}

	/**
	 * Ask for who watches a statement, which may be executed for another request than the
	 * one that prepares it.
	 */
	@Nullable WatchedStatement watch(String sql) {
		StatementWatch known = this.watch;
		if (known == null) {
			if (scope().current() == null) {
				return null;
			}
			known = this.watches.getIfAvailable(() -> (text) -> null);
			this.watch = known;
		}
		return known.watch(sql);
	}

	/**
	 * Tell what the database had to say, if the thread works for a request.
	 */
	void failed(SQLException exception) {
		if (scope().current() != null) {
			this.errors.ifAvailable((known) -> known.occurred(exception));
		}
	}

	/**
	 * Count what was taken out of its guard.
	 */
	void unwrapped() {
		this.unattributed.addUnwrapped(SinkKind.SQL);
	}

	private InspectionScope scope() {
		InspectionScope known = this.scope;
		if (known == null) {
			known = this.scopes.getIfAvailable(InspectionScope::new);
			this.scope = known;
		}
		return known;
	}

	private @Nullable SinkGuard guard() {
		SinkGuard known = this.guard;
		if (known == null) {
			known = this.guards.getIfAvailable();
			this.guard = known;
		}
		return known;
	}

}

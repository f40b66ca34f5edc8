package io.github.raspspring.sink.jdbc;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds the guard when the first request needs it. Data sources are made, and used, long
 * before the beans that the guard is made of.
 */
final class RequestGuard {

	private final ObjectProvider<InspectionScope> scopes;

	private final ObjectProvider<SinkGuard> guards;

	private volatile @Nullable InspectionScope scope;

	private volatile @Nullable SinkGuard guard;

	RequestGuard(ObjectProvider<InspectionScope> scopes, ObjectProvider<SinkGuard> guards) {
		this.scopes = scopes;
		this.guards = guards;
	}

	/**
	 * Return the guard if the thread works for a request.
	 */
	@Nullable SinkGuard current() {
		InspectionScope known = this.scope;
		if (known == null) {
			known = this.scopes.getIfAvailable(InspectionScope::new);
			this.scope = known;
		}
		return (known.current() != null) ? guard() : null;
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

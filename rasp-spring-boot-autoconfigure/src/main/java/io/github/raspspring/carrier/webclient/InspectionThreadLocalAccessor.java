package io.github.raspspring.carrier.webclient;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Lets the inspection follow reactive work through Micrometer's context propagation.
 */
public final class InspectionThreadLocalAccessor implements ThreadLocalAccessor<Inspection> {

	private final InspectionScope scope;

	/**
	 * Create the accessor.
	 * @param scope tells the request that a thread works for
	 */
	public InspectionThreadLocalAccessor(InspectionScope scope) {
		this.scope = scope;
	}

	@Override
	public Object key() {
		return InspectionScope.CONTEXT_KEY;
	}

	@Override
	public @Nullable Inspection getValue() {
		return this.scope.current();
	}

	@Override
	@SuppressWarnings("resource")
	public void setValue(Inspection inspection) {
		// Whoever calls this restores what was there before by itself.
		this.scope.bind(inspection);
	}

	@Override
	@SuppressWarnings("resource")
	public void setValue() {
		this.scope.bind(null);
	}

}

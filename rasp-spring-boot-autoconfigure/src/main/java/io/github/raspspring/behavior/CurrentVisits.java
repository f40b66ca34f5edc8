package io.github.raspspring.behavior;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are under way, so that what is looked up in one phase is not looked up
 * again in the next. A few of them: one that finds its place taken takes it, and the
 * other looks up again. Thread-safe.
 */
final class CurrentVisits {

	/** A power of two. */
	private static final int PLACES = 256;

	private final AtomicReferenceArray<@Nullable Visit> places = new AtomicReferenceArray<>(PLACES);

	void begin(Visit visit) {
		this.places.set(place(visit.inspection()), visit);
	}

	@Nullable Visit find(Inspection inspection) {
		Visit visit = this.places.get(place(inspection));
		return (visit != null && visit.inspection() == inspection) ? visit : null;
	}

	@Nullable Visit end(Inspection inspection) {
		Visit visit = find(inspection);
		if (visit != null) {
			this.places.compareAndSet(place(inspection), visit, null);
		}
		return visit;
	}

	private static int place(Inspection inspection) {
		return System.identityHashCode(inspection) & PLACES - 1;
	}

}

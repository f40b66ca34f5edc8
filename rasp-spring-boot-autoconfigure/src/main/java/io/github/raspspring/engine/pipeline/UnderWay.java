package io.github.raspspring.engine.pipeline;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows of exchanges that are under way, from one phase to the next. Holds
 * a few of them without a lock: one that finds its place taken takes it, and what was
 * known of the other is lost, so this is for what can be looked up again or left out.
 * Thread-safe.
 *
 * @param <T> what is known
 */
public final class UnderWay<T> {

	/** A power of two. */
	private static final int PLACES = 512;

	private final AtomicReferenceArray<@Nullable Entry<T>> places = new AtomicReferenceArray<>(PLACES);

	/**
	 * Remember what is known of an exchange.
	 * @param inspection the exchange
	 * @param known what is known
	 */
	public void begin(Inspection inspection, T known) {
		this.places.set(place(inspection), new Entry<>(inspection, known));
	}

	/**
	 * Return what is known of an exchange.
	 * @param inspection the exchange
	 * @return what is known, or {@code null} if nothing is
	 */
	public @Nullable T find(Inspection inspection) {
		Entry<T> entry = this.places.get(place(inspection));
		return (entry != null && entry.inspection == inspection) ? entry.known : null;
	}

	/**
	 * Forget what is known of an exchange.
	 * @param inspection the exchange
	 * @return what was known, or {@code null} if nothing was
	 */
	public @Nullable T end(Inspection inspection) {
		Entry<T> entry = this.places.get(place(inspection));
		return (entry != null && entry.inspection == inspection
				&& this.places.compareAndSet(place(inspection), entry, null)) ? entry.known : null;
	}

	private static int place(Inspection inspection) {
		return inspection.hashCode() & PLACES - 1;
	}

	private record Entry<T>(Inspection inspection, T known) {

	}

}

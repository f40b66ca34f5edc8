package io.github.raspspring.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.StoreCalls;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls to a store as long as it answers. When most of the calls of some seconds
 * fail it opens, and makes no call but one trial after each pause; pauses double up to
 * ten seconds. A trial that succeeds closes it. Counts what was answered and what was
 * decided without the store. Thread-safe.
 */
public final class Circuit implements StoreCalls {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private final String name;

	private final Duration timeout;

	private final LongSupplier nanoTime;

	private final CircuitListener listener;

	private final FailureShare share = new FailureShare();

	private final LongAdder answered = new LongAdder();

	private final LongAdder unanswered = new LongAdder();

	/** {@code null} while calls are made. */
	private final AtomicReference<@Nullable Pause> pause = new AtomicReference<>();

	/**
	 * Create a circuit that is closed.
	 * @param name what is called, one lower-case word
	 * @param timeout longest time that a call waits
	 * @param nanoTime tells the time in nanoseconds since some moment
	 * @param listener told when the store is lost and when it answers again
	 */
	public Circuit(String name, Duration timeout, LongSupplier nanoTime, CircuitListener listener) {
		this.name = name;
		this.timeout = timeout;
		this.nanoTime = nanoTime;
		this.listener = listener;
	}

	@Override
	public <T> Optional<T> await(Supplier<? extends CompletionStage<T>> call) {
		if (!permits()) {
			this.unanswered.increment();
			return Optional.empty();
		}
		try {
			T answer = call.get().toCompletableFuture().get(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
			succeeded();
			return Optional.ofNullable(answer);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			failed(ex);
		}
		return Optional.empty();
	}

	@Override
	public void send(Supplier<? extends CompletionStage<?>> call) {
		if (!permits()) {
			this.unanswered.increment();
			return;
		}
		try {
			call.get()
				.toCompletableFuture()
				.copy()
				.orTimeout(this.timeout.toNanos(), TimeUnit.NANOSECONDS)
				.whenComplete((answer, failure) -> completed(failure));
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			failed(ex);
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public boolean isAvailable() {
		return this.pause.get() == null;
	}

	/**
	 * Return how many calls were answered in time.
	 * @return a count that only grows
	 */
	public long answered() {
		return this.answered.sum();
	}

	/**
	 * Return how many calls failed, took too long or were not made, so that the instance
	 * had to decide by itself.
	 * @return a count that only grows
	 */
	public long unanswered() {
		return this.unanswered.sum();
	}

	private boolean permits() {
		Pause current = this.pause.get();
		if (current == null) {
			return true;
		}
		long now = this.nanoTime.getAsLong();
		// Of all callers after the pause, the one who starts the next makes the trial.
		return now - current.until() >= 0 && this.pause.compareAndSet(current, current.next(now));
	}

	private void completed(@Nullable Throwable failure) {
		if (failure == null) {
			succeeded();
		}
		else {
			failed(failure);
		}
	}

	private void succeeded() {
		this.answered.increment();
		this.share.add(this.nanoTime.getAsLong(), false);
		if (this.pause.get() != null && this.pause.getAndSet(null) != null) {
			this.share.clear();
			this.listener.recovered();
		}
	}

	private void failed(Throwable failure) {
		this.unanswered.increment();
		if (this.pause.get() != null) {
			this.listener.stillLost();
			return;
		}
		long now = this.nanoTime.getAsLong();
		if (this.share.add(now, true) && this.pause.compareAndSet(null, Pause.first(now))) {
			this.listener.lost(causeOf(failure));
		}
	}

	private static Throwable causeOf(Throwable failure) {
		boolean wrapper = failure instanceof ExecutionException || failure instanceof CompletionException;
		return (wrapper && failure.getCause() != null) ? failure.getCause() : failure;
	}

	/**
	 * Time in which no call is made.
	 */
	private record Pause(long until, Duration length) {

		static Pause first(long now) {
			return new Pause(now + FIRST_PAUSE.toNanos(), FIRST_PAUSE);
		}

		Pause next(long now) {
			Duration doubled = this.length.multipliedBy(2);
			Duration next = (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
			return new Pause(now + next.toNanos(), next);
		}

	}

}

package io.github.raspspring.event.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.event.EventOutcome;
import io.github.raspspring.engine.event.EventOutlet;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.engine.event.UndeliverableException;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for an outlet, bounded in number, and the thread that writes them.
 * What does not fit, or can't be written, is counted by kind and told to the outlet as
 * soon as it takes events again; a part of the room is kept for refusals and for what
 * concerns the product. At any time what was offered is what was delivered, dropped and
 * waits. Thread-safe.
 */
final class OutletQueue implements AutoCloseable {

	private static final int BATCH = 64;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Deque<EventRecord> waiting = new ArrayDeque<>();

	private final EventOutlet outlet;

	private final int capacity;

	private final RetryPlan plan;

	private final OutletHealth health;

	private final LongAdder offered = new LongAdder();

	private final LongAdder delivered = new LongAdder();

	private final KindCounts dropped = new KindCounts();

	private final DropNotice notice;

	private @Nullable Thread worker;

	private boolean closed;

	OutletQueue(EventOutlet outlet, int capacity, RetryPlan plan, OutletHealth health) {
		this.outlet = outlet;
		this.capacity = capacity;
		this.plan = plan;
		this.health = health;
		this.notice = new DropNotice(outlet.name());
	}

	/**
	 * Take an event, or count it as dropped. Never waits for the outlet.
	 */
	void offer(EventRecord event) {
		if (!this.outlet.takes(event)) {
			return;
		}
		this.offered.increment();
		this.lock.lock();
		try {
			if (this.closed || this.waiting.size() >= roomFor(event)) {
				drop(event);
				return;
			}
			this.waiting.addLast(event);
			if (this.worker == null) {
				this.worker = start();
			}
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A quarter is kept for what must not be lost to a flood of the rest.
	 */
	private int roomFor(EventRecord event) {
		boolean matters = event.outcome().refuses() || event.outcome() == EventOutcome.REPORTED;
		return matters ? this.capacity : Math.max(1, this.capacity - this.capacity / 4);
	}

	private Thread start() {
		Thread thread = new Thread(this::run, "rasp-events-" + this.outlet.name());
		thread.setDaemon(true);
		thread.setContextClassLoader(OutletQueue.class.getClassLoader());
		thread.start();
		return thread;
	}

	private void run() {
		try {
			for (List<EventRecord> batch = take(); !batch.isEmpty(); batch = take()) {
				deliver(batch);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			abandon();
		}
	}

	/**
	 * Wait for events.
	 * @return some, or none when nothing will come any more
	 */
	private List<EventRecord> take() throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			while (this.waiting.isEmpty() && !this.closed) {
				this.changed.await();
			}
			List<EventRecord> batch = new ArrayList<>();
			while (!this.waiting.isEmpty() && batch.size() < BATCH) {
				batch.add(this.waiting.removeFirst());
			}
			return batch;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void deliver(List<EventRecord> batch) throws InterruptedException {
		boolean written = false;
		try {
			written = attempt(batch);
		}
		finally {
			if (written) {
				this.delivered.add(batch.size());
			}
			else {
				batch.forEach(this::drop);
			}
		}
	}

	private boolean attempt(List<EventRecord> batch) throws InterruptedException {
		for (int attempt = 1; attempt <= this.plan.attempts(); attempt++) {
			if (attempt > 1) {
				pause(this.plan.before(attempt));
			}
			try {
				write(batch);
				this.health.works();
				return true;
			}
			catch (UndeliverableException ex) {
				this.health.failed(ex);
				return false;
			}
			catch (InterruptedException ex) {
				throw ex;
			}
			catch (Throwable ex) {
				JvmErrors.rethrow(ex);
				this.health.failed(ex);
			}
		}
		return false;
	}

	/**
	 * Write events, and before them how many are missing here.
	 */
	private void write(List<EventRecord> batch) throws Exception {
		EventRecord missing = this.notice.of(this.dropped.shown(), batch.get(0).occurredAt());
		if (missing == null) {
			this.outlet.write(batch);
			return;
		}
		List<EventRecord> all = new ArrayList<>();
		all.add(missing);
		all.addAll(batch);
		this.outlet.write(all);
		this.notice.told();
	}

	/**
	 * Wait; when the end has come, try again at once.
	 */
	private void pause(Duration length) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			long left = length.toNanos();
			while (left > 0 && !this.closed) {
				left = this.changed.awaitNanos(left);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void drop(EventRecord event) {
		this.dropped.add(event);
	}

	private void abandon() {
		this.lock.lock();
		try {
			this.waiting.forEach(this::drop);
			this.waiting.clear();
			this.worker = null;
		}
		finally {
			this.lock.unlock();
		}
	}

	long offered() {
		return this.offered.sum();
	}

	long delivered() {
		return this.delivered.sum();
	}

	KindCounts dropped() {
		return this.dropped;
	}

	String name() {
		return this.outlet.name();
	}

	Map<String, Object> shown() {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("state", this.health.shown());
		shown.put("offered", offered());
		shown.put("delivered", delivered());
		shown.put("waiting", waiting());
		shown.put("dropped", this.dropped.sum());
		if (this.dropped.sum() > 0) {
			shown.put("droppedByKind", this.dropped.shown());
		}
		shown.put("capacity", this.capacity);
		return shown;
	}

	private static boolean ended(Thread thread) throws InterruptedException {
		thread.join(PATIENCE.toMillis());
		return !thread.isAlive();
	}

	private int waiting() {
		this.lock.lock();
		try {
			return this.waiting.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Write what waits, as far as that takes no more than a moment; the rest is dropped.
	 */
	@Override
	public void close() {
		Thread thread;
		this.lock.lock();
		try {
			this.closed = true;
			thread = this.worker;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		try {
			if (thread != null && !ended(thread)) {
				thread.interrupt();
				thread.join(TimeUnit.SECONDS.toMillis(1));
			}
		}
		catch (InterruptedException ex) {
			thread.interrupt();
			Thread.currentThread().interrupt();
		}
		this.outlet.close();
	}

}

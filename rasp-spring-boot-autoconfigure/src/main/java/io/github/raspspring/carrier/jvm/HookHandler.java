package io.github.raspspring.carrier.jvm;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.ApplicationGuard;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;

/**
 * What a hooked method runs first. Outside of requests that is one look at the thread;
 * nothing here locks, logs or allocates before. Thread-safe.
 */
final class HookHandler implements BiConsumer<Object, Object> {

	private final JvmHook hook;

	private final InspectionScope scope;

	private final SinkGuard guard;

	private final ApplicationGuard limits;

	/** Whether calls without a request matter as well. */
	private final boolean limited;

	private final UnattributedCalls unattributed;

	/** Set while the thread judges. */
	private final ThreadLocal<Boolean> judging;

	private final LongAdder failures;

	HookHandler(JvmHook hook, InspectionScope scope, SinkGuard guard, ApplicationGuard limits,
			UnattributedCalls unattributed, ThreadLocal<Boolean> judging, LongAdder failures) {
		this.hook = hook;
		this.scope = scope;
		this.guard = guard;
		this.limits = limits;
		this.limited = limits.limits(hook.kind());
		this.unattributed = unattributed;
		this.judging = judging;
		this.failures = failures;
	}

	@Override
	public void accept(@Nullable Object first, @Nullable Object second) {
		boolean requested = this.scope.current() != null;
		if (!requested && this.hook.counted()) {
			this.unattributed.add(this.hook.kind());
		}
		if (requested || this.limited) {
			judge(first, second);
		}
	}

	/**
	 * What the judgement itself opens or resolves is not judged.
	 */
	private void judge(@Nullable Object first, @Nullable Object second) {
		if (this.judging.get() == null) {
			this.judging.set(Boolean.TRUE);
			try {
				check(first, second);
			}
			finally {
				this.judging.remove();
			}
		}
	}

	private void check(@Nullable Object first, @Nullable Object second) {
		try {
			boolean loading = this.hook.reachedByLoaders() && ClassLoading.isInProgress();
			if (!loading && (this.limited || this.guard.watches(this.hook.kind()))) {
				SinkCall call = this.hook.describe(first, second);
				if (call != null && !ClassLoading.reads(call)) {
					if (this.limited) {
						this.limits.check(call);
					}
					this.guard.check(call);
				}
			}
		}
		catch (SinkBlockedException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			this.failures.increment();
		}
	}

}

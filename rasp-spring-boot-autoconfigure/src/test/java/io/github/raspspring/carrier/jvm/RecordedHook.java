package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Set;

import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkKind;
import org.jspecify.annotations.Nullable;

/**
 * A hook that tells whether it was ever reached for a request.
 *
 * @param hook the hook
 * @param reached gets its name
 */
record RecordedHook(JvmHook hook, Set<String> reached) implements JvmHook {

	@Override
	public SinkKind kind() {
		return this.hook.kind();
	}

	@Override
	public String name() {
		return this.hook.name();
	}

	@Override
	public List<HookPoint> points() {
		return this.hook.points();
	}

	@Override
	public @Nullable SinkCall describe(@Nullable Object first, @Nullable Object second) {
		this.reached.add(this.hook.name());
		return this.hook.describe(first, second);
	}

	@Override
	public boolean reachedByLoaders() {
		return this.hook.reachedByLoaders();
	}

	@Override
	public boolean counted() {
		return this.hook.counted();
	}

}

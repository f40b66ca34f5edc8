package io.github.raspspring.carrier.jvm;

import java.util.function.IntSupplier;

import io.github.raspspring.attack.path.FileCall;
import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;

/**
 * Loads a class during a request that the judge of its file needs as well.
 */
final class ClassLoadingProbe {

	private ClassLoadingProbe() {
	}

	public static void main(String[] args) {
		SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new NeedingJudge());
		// What else is needed is loaded before, so that no other file is judged first.
		HookProbe.print("warm " + serve(requests, () -> 0));
		new JvmHooks(requests.scope(), requests.guard(), requests.limits(), new UnattributedCalls(),
				KnownHooks.create(requests.guard()), false)
			.afterSingletonsInstantiated();
		HookProbe.print("loaded " + serve(requests, () -> Needed.value()));
	}

	private static int serve(SinkRequests requests, IntSupplier task) {
		try (InspectionScope.Binding request = requests.serve("x")) {
			return task.getAsInt();
		}
	}

	/** Is loaded when somebody asks for its value. */
	static final class Needed {

		private Needed() {
		}

		static int value() {
			return 7;
		}

	}

	/** Needs the class for each file. */
	private static final class NeedingJudge implements SinkJudge<FileCall> {

		@Override
		public SinkKind kind() {
			return SinkKind.FILE;
		}

		@Override
		public Class<FileCall> callType() {
			return FileCall.class;
		}

		@Override
		public @Nullable SinkVerdict judge(FileCall call, SinkInputs inputs) {
			if (Needed.value() != 7) {
				throw new IllegalStateException();
			}
			return null;
		}

	}

}

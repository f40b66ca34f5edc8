package io.github.raspspring.carrier.jvm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads that work for the request which has started them, and those that don't. Nothing
 * is hooked here: the test says when a thread starts.
 */
class StartedThreadsTests {

	private static final ThreadTask NONE = new ThreadTask(answering(null));

	private static final ThreadTask SOME = new ThreadTask(answering(new Object()));

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	private final InspectionScope scope = this.requests.scope();

	private final AtomicReference<Object> seen = new AtomicReference<>();

	@ParameterizedTest
	@MethodSource("told")
	void currentWhenClassTellsAThreadWhatToDoThenIsThatOfWhoeverStartedIt(Function<Runnable, Thread> maker)
			throws Exception {
		Inspection inspection = this.requests.begin("x");
		run(new StartedThreads(this.scope, NONE), maker, inspection);
		assertThat(this.seen.get()).isSameAs(inspection);
	}

	@ParameterizedTest
	@MethodSource("told")
	void currentWhenThreadStartsForNobodyThenIsNone(Function<Runnable, Thread> maker) throws Exception {
		run(new StartedThreads(this.scope, NONE), maker, null);
		assertThat(this.seen.get()).isNull();
	}

	@ParameterizedTest
	@MethodSource("told")
	void currentWhenThreadHasATaskAsWellThenIsNone(Function<Runnable, Thread> maker) throws Exception {
		run(new StartedThreads(this.scope, SOME), maker, this.requests.begin("x"));
		assertThat(this.seen.get()).isNull();
	}

	@Test
	void currentWhenThreadIsPlainThenIsNone() throws Exception {
		run(new StartedThreads(this.scope, NONE), Thread::new, this.requests.begin("x"));
		assertThat(this.seen.get()).isNull();
	}

	@Test
	void currentWhenTaskCannotBeToldThenIsNone() throws Exception {
		run(new StartedThreads(this.scope, ThreadTask.UNKNOWN), Told::new, this.requests.begin("x"));
		assertThat(this.seen.get()).isNull();
	}

	@Test
	void currentWhenOtherWorkWasDoneInBetweenThenIsThatOfTheThreadAgain() throws Exception {
		Inspection inspection = this.requests.begin("x");
		Inspection other = this.requests.begin("y");
		StartedThreads threads = new StartedThreads(this.scope, NONE);
		Thread thread = new Told(() -> {
			try (InspectionScope.Binding binding = this.scope.bind(other)) {
				assertThat(this.scope.current()).isSameAs(other);
			}
			this.seen.set(this.scope.current());
		});
		start(threads, thread, inspection);
		assertThat(this.seen.get()).isSameAs(inspection);
		assertThat(this.scope.current()).isNull();
	}

	private void run(StartedThreads threads, Function<Runnable, Thread> maker, Inspection inspection) throws Exception {
		start(threads, maker.apply(() -> this.seen.set(this.scope.current())), inspection);
	}

	private void start(StartedThreads threads, Thread thread, Inspection inspection) throws Exception {
		try (InspectionScope.Binding binding = this.scope.bind(inspection)) {
			threads.start(thread);
		}
		thread.start();
		thread.join();
	}

	private static Stream<Function<Runnable, Thread>> told() {
		return Stream.of(Told::new, ToldBefore::new, (body) -> new Thread("named") {
			@Override
			public void run() {
				body.run();
			}
		}, (body) -> {
			Thread daemon = new Told(body);
			daemon.setDaemon(true);
			return daemon;
		}, (body) -> {
			Thread urgent = new Told(body);
			urgent.setPriority(Thread.MAX_PRIORITY);
			return urgent;
		}, (body) -> {
			class Local extends Told {

				Local() {
					super(body);
				}

			}
			return new Local();
		});
	}

	private static MethodHandle answering(Object task) {
		return MethodHandles.dropArguments(MethodHandles.constant(Object.class, task), 0, Object.class);
	}

	/** Does what its class says. */
	private static class Told extends Thread {

		private final Runnable body;

		Told(Runnable body) {
			this.body = body;
		}

		@Override
		public void run() {
			this.body.run();
		}

	}

	/** Does what the class says that it is made of. */
	private static final class ToldBefore extends Told {

		ToldBefore(Runnable body) {
			super(body);
		}

	}

}

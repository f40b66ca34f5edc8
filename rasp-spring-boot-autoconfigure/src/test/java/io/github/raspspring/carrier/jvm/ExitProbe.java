package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import io.github.raspspring.attack.gadget.CallPathJudge;
import io.github.raspspring.attack.path.FileCall;
import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkInputs;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.SinkVerdict;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * A hooked JVM that ends in the way it is asked to.
 */
final class ExitProbe {

	private static final Path FILE = Path.of("/srv/a/exit");

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new ExitingJudge(),
			new CallPathJudge());

	private final JvmHooks hooks = new JvmHooks(this.requests.scope(), this.requests.guard(), this.requests.limits(),
			new UnattributedCalls(), KnownHooks.create(this.requests.guard()), false);

	private ExitProbe() {
	}

	public static void main(String[] args) throws Exception {
		Set<String> before = shutdownHooks();
		Set<Thread> threads = Thread.getAllStackTraces().keySet();
		ExitProbe probe = new ExitProbe();
		probe.hooks.afterSingletonsInstantiated();
		HookProbe.print("state " + probe.hooks.state().get("jvm-hooks"));
		Set<String> after = shutdownHooks();
		after.removeAll(before);
		HookProbe.print("shutdown hooks of ours " + after);
		HookProbe.print("threads of ours " + Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !threads.contains(thread))
			.map(Thread::getName)
			.toList());
		probe.end(args[0]);
	}

	private void end(String way) throws Exception {
		switch (way) {
			case "return" -> during(() -> read("x"));
			case "exit" -> System.exit(3);
			case "exit within a request" -> during(() -> System.exit(4));
			case "exit while requests are under way" -> {
				blocked("sleeping", 3);
				System.exit(5);
			}
			case "exit within an expression" -> during(ExitProbe::evaluate);
			case "halt" -> Runtime.getRuntime().halt(6);
			case "exit while a call is judged" -> during(() -> read("exits"));
			case "exit while another call is judged" -> {
				blocked("waits", 1);
				System.exit(8);
			}
			case "exception" -> throw new IllegalStateException("thrown by the application");
			case "exception within a request" -> during(() -> {
				throw new IllegalStateException("thrown by the application");
			});
			case "shutdown hooks of the application" -> {
				Runtime.getRuntime().addShutdownHook(new Thread(() -> during(ExitProbe::work)));
				Runtime.getRuntime().addShutdownHook(new Thread(ExitProbe::work));
			}
			case "threads of requests" -> during(() -> {
				ExecutorService pool = Executors.newFixedThreadPool(2);
				pool.execute(() -> read("x"));
				pool.shutdown();
				new Thread(ExitProbe::work).start();
			});
			case "end of the application" -> {
				during(() -> read("x"));
				this.hooks.destroy();
				during(() -> read("exits"));
				HookProbe.print("not judged any more");
			}
			default -> throw new IllegalArgumentException(way);
		}
	}

	private void during(Runnable task) {
		try (InspectionScope.Binding request = this.requests.serve("x")) {
			task.run();
		}
	}

	/** Has threads of daemons work for requests that don't end. */
	private void blocked(String file, int threads) throws InterruptedException {
		CountDownLatch started = new CountDownLatch(threads);
		for (int i = 0; i < threads; i++) {
			Thread thread = ThreadWay.daemon(() -> during(() -> {
				started.countDown();
				while (true) {
					read(file);
				}
			}));
			thread.start();
		}
		started.await();
	}

	private static void evaluate() {
		try {
			new SpelExpressionParser().parseExpression("T(System).exit(9)").getValue();
		}
		catch (SinkBlockedException ex) {
			HookProbe.print("refused");
		}
	}

	private static void work() {
		read("x");
		try {
			new ProcessBuilder("true").start().waitFor();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		HookProbe.print("worked");
	}

	private static void read(String name) {
		try {
			Files.readString(FILE.resolveSibling(name));
		}
		catch (IOException ex) {
			// There is none.
		}
	}

	/**
	 * What the JVM runs at its end, as the tests open its package. That of logging comes
	 * with whoever logs.
	 */
	private static Set<String> shutdownHooks() throws ReflectiveOperationException {
		Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
		hooks.setAccessible(true);
		return ((Map<?, ?>) hooks.get(null)).keySet()
			.stream()
			.map((hook) -> hook.getClass().getName())
			.filter((name) -> !name.startsWith("java.util.logging."))
			.collect(Collectors.toCollection(HashSet::new));
	}

	/** Ends the JVM, or waits for that, where a file's name says so. */
	private static final class ExitingJudge implements SinkJudge<FileCall> {

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
			if (call.argument().endsWith("exits")) {
				System.exit(7);
			}
			if (call.argument().endsWith("waits")) {
				new java.util.concurrent.Semaphore(0).acquireUninterruptibly();
			}
			return null;
		}

	}

}

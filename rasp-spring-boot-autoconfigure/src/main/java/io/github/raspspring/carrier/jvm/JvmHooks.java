package io.github.raspspring.carrier.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

import io.github.raspspring.attack.path.FileCall;
import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.JvmErrors;
import io.github.raspspring.sink.ApplicationGuard;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.UnattributedCalls;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Hooks the JVM where it has an agent, once the application is there, and says what is
 * judged by it. Without an agent this does nothing, and whatever fails is told once and
 * never stops the application. Thread-safe.
 */
public final class JvmHooks implements SmartInitializingSingleton, DisposableBean, SinkCarrier {

	private static final Log logger = LogFactory.getLog("rasp");

	private static final String GUIDE = " See docs/guides/jvm-hooks.md.";

	private final InspectionScope scope;

	private final SinkGuard guard;

	private final ApplicationGuard limits;

	private final UnattributedCalls unattributed;

	private final List<JvmHook> hooks;

	private final boolean selfAttach;

	private final LongAdder failures = new LongAdder();

	private final BiConsumer<Object, Object>[] handlers;

	private volatile @Nullable HookedJvm hooked;

	private volatile String state = "off: not installed yet";

	/**
	 * Create the installer.
	 * @param scope tells the request that a thread works for
	 * @param guard judges the calls
	 * @param limits holds them against what the application may do
	 * @param unattributed counts calls without a request
	 * @param hooks what is hooked
	 * @param selfAttach whether the JVM is asked for an agent where it has none
	 */
	public JvmHooks(InspectionScope scope, SinkGuard guard, ApplicationGuard limits, UnattributedCalls unattributed,
			List<JvmHook> hooks, boolean selfAttach) {
		this.scope = scope;
		this.guard = guard;
		this.limits = limits;
		this.unattributed = unattributed;
		this.hooks = List.copyOf(hooks);
		this.selfAttach = selfAttach;
		this.handlers = handlers();
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			install(agent());
		}
		catch (AgentHandle.AbsentException ex) {
			this.state = "off: " + ex.getMessage()
					+ ((this.selfAttach || ex.isUnexpected()) ? "" : ", and rasp.sinks.self-attach is false");
			if (this.limits.isNeeded()) {
				logger.warn("The lists of what the application may start, write or reach have no effect: "
						+ ex.getMessage() + "." + GUIDE);
			}
			else if (this.selfAttach || ex.isUnexpected()) {
				logger.warn("Calls that pass no bean of Spring are not judged: " + ex.getMessage() + "." + GUIDE);
			}
		}
		catch (Throwable ex) {
			JvmErrors.rethrow(ex);
			this.state = "off: the JVM could not be hooked: " + ex;
			logger.warn("Calls that pass no bean of Spring are not judged, as the JVM could not be hooked: " + ex + "."
					+ GUIDE);
		}
	}

	@Override
	public void destroy() throws ReflectiveOperationException {
		HookedJvm known = this.hooked;
		if (known != null) {
			known.weaver().leave(this.handlers);
			this.state = "off: the application has ended";
		}
	}

	@Override
	public List<SinkCoverage> coverage() {
		HookedJvm known = this.hooked;
		return (known != null) ? known.coverage() : List.of();
	}

	@Override
	public String advice() {
		return (this.hooked != null) ? ""
				: "Hooks of the JVM would judge most of it; they are " + this.state + "." + GUIDE;
	}

	@Override
	public Map<String, String> state() {
		long failed = this.failures.sum();
		return Map.of("jvm-hooks", (failed > 0) ? this.state + "; " + failed + " calls could not be told" : this.state);
	}

	private AgentHandle agent() throws AgentHandle.AbsentException {
		try {
			return AgentHandle.find();
		}
		catch (AgentHandle.AbsentException ex) {
			if (!this.selfAttach) {
				throw ex;
			}
			SelfAttach.attach();
			return AgentHandle.find();
		}
	}

	private void install(AgentHandle agent) throws ReflectiveOperationException {
		long start = System.nanoTime();
		HookTable table = new HookTable(this.hooks, TaskPoints.all());
		Weaver weaver = Weaver.weave(agent.instrumentation(), table);
		warmUp();
		weaver.join(this.handlers, new TaskCarrier(this.scope, weaver.threadTask()));
		long millis = (System.nanoTime() - start) / 1_000_000;
		HookedJvm known = new HookedJvm(weaver, this.hooks);
		this.state = "on by " + agent.route() + ", installed in " + millis + " ms";
		this.hooked = known;
		List<String> troubles = known.troubles(agent.trouble());
		if (!troubles.isEmpty()) {
			logger.warn("Some calls that pass no bean of Spring are not judged: " + String.join(" ", troubles) + GUIDE);
		}
	}

	/**
	 * Load what hooks need before one is reached while that very class is being loaded.
	 */
	private static void warmUp() {
		ClassLoading.reads(new FileCall("warm-up", "x.class", false));
		ClassLoading.reads(new FileCall("warm-up", "x.jar", true));
		ClassLoading.reads(UrlCall.resolvedByJvm("warm-up", "file:/x.class"));
		ClassLoading.isInProgress();
	}

	@SuppressWarnings("unchecked")
	private BiConsumer<Object, Object>[] handlers() {
		ThreadLocal<Boolean> judging = new ThreadLocal<>();
		return this.hooks.stream()
			.map((hook) -> new HookHandler(hook, this.scope, this.guard, this.limits, this.unattributed, judging,
					this.failures))
			.toArray(BiConsumer[]::new);
	}

}

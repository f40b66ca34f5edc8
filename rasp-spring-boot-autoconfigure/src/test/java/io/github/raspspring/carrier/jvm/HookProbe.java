package io.github.raspspring.carrier.jvm;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.naming.InitialContext;
import javax.naming.NamingException;

import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.gadget.CallPathJudge;
import io.github.raspspring.attack.lookup.JndiJudge;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.attack.query.LdapJudge;
import io.github.raspspring.attack.query.NoSqlJudge;
import io.github.raspspring.attack.query.XPathJudge;
import io.github.raspspring.attack.serialization.ClassPolicy;
import io.github.raspspring.attack.serialization.DeserializationJudge;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.attack.url.HostPatterns;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.attack.xml.XmlJudge;
import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;

/**
 * Runs each case in a JVM that is hooked and prints what became of it.
 */
final class HookProbe {

	private final SinkRequests requests;

	private final UnattributedCalls unattributed = new UnattributedCalls();

	private final Set<String> reached = ConcurrentHashMap.newKeySet();

	private final JvmHooks hooks;

	HookProbe(EnforcementMode mode, boolean hook, boolean selfAttach) {
		this.requests = new SinkRequests(mode, new SqlJudge(), new ProcessJudge(),
				new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS), new UrlJudge(OutboundPolicy.defaults()),
				new ExpressionJudge(), new LdapJudge(), new NoSqlJudge(), new XPathJudge(), new XmlJudge(),
				new DeserializationJudge(ClassPolicy.defaults()), new JndiJudge(HostPatterns.NONE),
				new CallPathJudge());
		this.hooks = new JvmHooks(this.requests.scope(), this.requests.guard(), this.requests.limits(),
				this.unattributed,
				KnownHooks.create(this.requests.guard())
					.stream()
					.<JvmHook>map((each) -> new RecordedHook(each, this.reached))
					.toList(),
				selfAttach);
		if (hook) {
			this.hooks.afterSingletonsInstantiated();
		}
	}

	public static void main(String[] args) throws Exception {
		ThreadCase.warmUp();
		HookProbe probe = new HookProbe(EnforcementMode.valueOf(args[0]), true, false);
		List<HookCase> cases = HookCases.all();
		for (HookCase each : cases) {
			print(each, "outside", probe.outside(each.attack(), each));
			print(each, "honest", probe.during(each.honest(), each));
			print(each, "attack", probe.during(each.attack(), each));
		}
		for (Map.Entry<String, ThreadWay> way : ThreadCase.ways().entrySet()) {
			print("counted\t" + way.getKey() + "\t" + probe.counted(way.getValue()));
		}
		probe.reached.forEach((hook) -> print("reached\t" + hook));
		print("free\t" + ThreadCase.areFree(() -> probe.requests().scope().current()));
		print("state\t" + probe.state());
		System.exit(0);
	}

	/**
	 * Return how many lookups are counted as those of nobody: first outside of requests,
	 * then within one.
	 */
	private String counted(ThreadWay way) throws Exception {
		long before = this.unattributed.count(SinkKind.JNDI);
		way.run(HookProbe::lookUp);
		long outside = this.unattributed.count(SinkKind.JNDI);
		try (InspectionScope.Binding request = this.requests.serve("x")) {
			way.run(HookProbe::lookUp);
		}
		return (outside - before) + " " + (this.unattributed.count(SinkKind.JNDI) - outside);
	}

	private static void lookUp() {
		try {
			new InitialContext().lookup("books");
		}
		catch (NamingException ex) {
			// There is no directory.
		}
	}

	Map<String, String> state() {
		return this.hooks.state();
	}

	/**
	 * Return the kinds of calls that hooks bring and nobody is told of.
	 */
	Set<SinkKind> untold() {
		Set<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
		KnownHooks.create(this.requests.guard()).forEach((hook) -> kinds.add(hook.kind()));
		this.hooks.coverage().stream().filter(SinkCoverage::carried).map(SinkCoverage::kind).forEach(kinds::remove);
		return kinds;
	}

	SinkRequests requests() {
		return this.requests;
	}

	String outside(String input, HookCase each) {
		return outcome(input, each);
	}

	/**
	 * Run a case for a request that brings the input, and say what happened and what was
	 * reported.
	 */
	String during(String input, HookCase each) {
		Exchange exchange = this.requests.begin(input);
		// What one case does by its own choice is not learnt for another.
		exchange.routedTo("/" + each.name());
		String outcome;
		try (InspectionScope.Binding request = this.requests.scope().bind(exchange)) {
			outcome = outcome(input, each);
		}
		return outcome + " "
				+ exchange.findings().stream().map(Finding::detector).distinct().collect(Collectors.toList());
	}

	private static String outcome(String input, HookCase each) {
		try {
			each.action().run(input);
			return "ran";
		}
		catch (Throwable ex) {
			boolean refused = Stream.iterate(ex, (cause) -> cause != null, Throwable::getCause)
				.anyMatch(SinkBlockedException.class::isInstance);
			return refused ? "refused" : "ran";
		}
	}

	private static void print(HookCase each, String situation, String outcome) {
		print(each.name() + "\t" + situation + "\t" + each.source() + "\t" + outcome);
	}

	static void print(String line) {
		System.out.println("> " + line);
	}

}

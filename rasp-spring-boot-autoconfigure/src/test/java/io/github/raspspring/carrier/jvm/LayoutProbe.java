package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;

/**
 * Tells how the JVM came to be hooked in the layout that it was started in, and what is
 * judged there. Needs little of the JDK.
 */
final class LayoutProbe {

	private LayoutProbe() {
	}

	/**
	 * Run the probe.
	 * @param args {@code self-attach} to attach, {@code broken} for a class that can't be
	 * changed
	 */
	public static void main(String[] args) throws Exception {
		SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK, new ProcessJudge(),
				new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS));
		JvmHooks hooks = new JvmHooks(requests.scope(), requests.guard(), requests.limits(), new UnattributedCalls(),
				KnownHooks.create(requests.guard()), args.length > 0 && args[0].equals("self-attach"));
		if (args.length > 0 && args[0].equals("broken")) {
			BreakingAgent.start();
		}
		hooks.afterSingletonsInstantiated();
		HookProbe.print("state " + hooks.state().get("jvm-hooks"));
		HookProbe.print("advice " + hooks.advice());
		hooks.coverage()
			.stream()
			.flatMap((part) -> part.open().stream())
			.forEach((gap) -> HookProbe.print("gap " + gap));
		HookProbe.print("process " + during(requests, "x; id", LayoutProbe::start) + ", "
				+ during(requests, "x", LayoutProbe::start));
		HookProbe.print("file " + during(requests, "../../../../../etc/passwd", LayoutProbe::read) + ", "
				+ during(requests, "hostname", LayoutProbe::read));
	}

	private static String during(SinkRequests requests, String input, HookCase.Action action) throws Exception {
		try (InspectionScope.Binding request = requests.serve(input)) {
			action.run(input);
			return "ran";
		}
		catch (SinkBlockedException ex) {
			return "refused";
		}
		catch (IOException ex) {
			return "ran";
		}
	}

	private static void start(String input) throws IOException {
		new ProcessBuilder("sh", "-c", "echo " + input).start();
	}

	private static void read(String input) throws IOException {
		Files.readString(Path.of("/srv/a/" + input));
	}

}

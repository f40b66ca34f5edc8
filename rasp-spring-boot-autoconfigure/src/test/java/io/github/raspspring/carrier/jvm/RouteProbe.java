package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.util.Locale;

import io.github.raspspring.engine.EnforcementMode;

/**
 * Tells how the JVM came to be hooked, and whether that holds.
 */
final class RouteProbe {

	private RouteProbe() {
	}

	public static void main(String[] args) {
		HookProbe probe = new HookProbe(EnforcementMode.BLOCK, true, Boolean.parseBoolean(args[0]));
		HookCase process = new HookCase("process", "process-sink", "x; id", "x", RouteProbe::start);
		HookProbe.print("state " + probe.state().get("jvm-hooks"));
		HookProbe.print("attack " + probe.during(process.attack(), process));
		HookProbe.print("honest " + probe.during(process.honest(), process));
		HookProbe.print("opened " + Object.class.getModule().isOpen("java.lang", RouteProbe.class.getModule()));
		HookProbe.print("untold " + probe.untold());
		HookProbe.print("threads " + Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().toLowerCase(Locale.ROOT).contains("rasp"))
			.count());
	}

	private static void start(String input) throws IOException {
		new ProcessBuilder("sh", "-c", "echo " + input).start();
	}

}

package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.raspspring.attack.command.AllowedPrograms;
import io.github.raspspring.attack.path.WritableFolders;
import io.github.raspspring.attack.url.ReachableHosts;
import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;

/**
 * Starts, writes and reaches what the application may and may not, for no request and for
 * one, and prints what became of it.
 */
final class LimitProbe {

	private final SinkRequests requests;

	private LimitProbe(SinkRequests requests) {
		this.requests = requests;
	}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createTempDirectory("limits");
		Path writable = Files.createDirectories(folder.resolve("data"));
		Path link = Files.createSymbolicLink(writable.resolve("link"), folder);
		SinkRequests requests = new SinkRequests(EnforcementMode.valueOf(args[0]));
		UnattributedCalls calls = new UnattributedCalls();
		new JvmHooks(requests.scope(), requests.guard(),
				requests.limits(new AllowedPrograms(List.of("true", "/bin/true")),
						new WritableFolders(List.of(writable.toString())), new ReachableHosts(List.of("localhost"))),
				calls, KnownHooks.create(requests.guard()), false)
			.afterSingletonsInstantiated();
		LimitProbe probe = new LimitProbe(requests);
		probe.tell("program", () -> new ProcessBuilder("true").start());
		probe.tell("program by its path", () -> new ProcessBuilder("/bin/true").start());
		probe.tell("other program", () -> new ProcessBuilder("sh", "-c", "true").start());
		probe.tell("same name elsewhere", () -> new ProcessBuilder("./true").start());
		probe.tell("file", () -> Files.writeString(writable.resolve("a.txt"), "a"));
		probe.tell("read elsewhere", () -> Files.readString(Path.of("/etc/hostname")));
		probe.tell("file elsewhere", () -> Files.writeString(folder.resolve("a.txt"), "a"));
		probe.tell("file that climbs", () -> Files.writeString(Path.of(writable + "/../b.txt"), "a"));
		probe.tell("file behind a link", () -> Files.writeString(link.resolve("c.txt"), "a"));
		probe.tell("deletion elsewhere", () -> Files.deleteIfExists(folder.resolve("d.txt")));
		probe.tell("host", () -> connect("localhost"));
		probe.tell("other host", () -> InetAddress.getByName("host.invalid"));
		probe.tell("address", () -> connect("127.0.0.2"));
		HookProbe.print("counted " + calls.count(SinkKind.PROCESS));
		HookProbe.print("events " + requests.events().size() + " "
				+ ((ThreatDetected) requests.events().get(0)).decision().findings().get(0).rule().id());
	}

	private void tell(String name, Task task) {
		String outside = outcome(task);
		String again = outcome(task);
		try (InspectionScope.Binding request = this.requests.serve("x")) {
			HookProbe.print(name + "\t" + outside + " " + again + " " + outcome(task));
		}
	}

	private static String outcome(Task task) {
		try {
			task.run();
			return "ran";
		}
		catch (SinkBlockedException ex) {
			return "refused";
		}
		catch (Exception ex) {
			return "ran";
		}
	}

	private static void connect(String host) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host, 9), 500);
		}
	}

	/** Something that the application does. */
	@FunctionalInterface
	private interface Task {

		void run() throws Exception;

	}

}

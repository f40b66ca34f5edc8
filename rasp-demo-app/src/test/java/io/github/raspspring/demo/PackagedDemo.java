package io.github.raspspring.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Starts the demo as users do, from its executable jar: the property {@code demo.jar}
 * says where that is, for programs that are not started at the root of the project.
 */
final class PackagedDemo {

	private static final String JAR = System.getProperty("demo.jar", "rasp-demo-app/target/rasp-demo-app.jar");

	private PackagedDemo() {
	}

	static Process start(List<String> options, List<String> arguments) throws IOException {
		List<String> command = Stream
			.of(Stream.of(tool("java").toString()), options.stream(), Stream.of("-jar", JAR), arguments.stream())
			.flatMap((part) -> part)
			.toList();
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	/**
	 * Wait until the demo says that it has started, and let its output go from then on.
	 */
	static void awaitStart(Process demo) throws IOException {
		awaitStart(demo, (ignored) -> {
		});
	}

	/**
	 * Wait until the demo says that it has started.
	 * @param lines takes what it says until then, and from then on
	 */
	static void awaitStart(Process demo, Consumer<String> lines) throws IOException {
		BufferedReader log = demo.inputReader();
		for (String line = log.readLine(); line != null; line = log.readLine()) {
			lines.accept(line);
			if (line.contains("Started BookshopApplication")) {
				Thread reader = new Thread(() -> log.lines().forEach(lines));
				reader.setDaemon(true);
				reader.start();
				return;
			}
		}
		throw new IllegalStateException("The demo did not start");
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	static Path jar() {
		return Path.of(JAR);
	}

	static Path tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name);
	}

}

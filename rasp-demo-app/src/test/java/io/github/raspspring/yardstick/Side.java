package io.github.raspspring.yardstick;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the two applications that are compared, in a JVM of its own. It is ready when it
 * answers; its processor time is the one the operating system charges it.
 *
 * @param name how tables call it
 * @param port where it listens
 * @param process its JVM
 */
record Side(String name, int port, Process process) implements AutoCloseable {

	private static final List<String> PRODUCT = List.of("rasp-spring-boot-autoconfigure", "rasp-spring-boot-starter");

	private static final List<String> SECURITY = List.of("spring-security-", "spring-boot-security",
			"spring-boot-starter-security", "nimbus-jose-jwt");

	/** The demo may be a gateway; with it on the class path Boot reads no uploads. */
	private static final String GATEWAY = "spring-cloud-gateway-";

	private static final Duration LONGEST_START = Duration.ofMinutes(3);

	/**
	 * Start an application on a free port.
	 * @param product whether the product is on its class path
	 * @param security whether Spring Security is
	 * @param jvmOptions more options of the JVM
	 * @param arguments more arguments of the application
	 */
	static Side start(String name, boolean product, boolean security, List<String> jvmOptions, List<String> arguments)
			throws IOException, InterruptedException {
		int port = freePort();
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx512m", "-cp", classPath(product, security)));
		command.addAll(jvmOptions);
		command.addAll(List.of(YardstickApplication.class.getName(), "--server.port=" + port));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Path.of(System.getProperty("java.io.tmpdir"), "yardstick-" + name + ".log").toFile())
			.start();
		Side side = new Side(name, port, process);
		side.awaitAnswer();
		return side;
	}

	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	@Override
	public void close() {
		this.process.destroy();
	}

	private void awaitAnswer() throws IOException, InterruptedException {
		byte[] request = "GET /items/1 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes();
		long end = System.nanoTime() + LONGEST_START.toNanos();
		while (this.process.isAlive() && System.nanoTime() < end) {
			try (Connection connection = new Connection(this.port)) {
				connection.exchange(request);
				return;
			}
			catch (IOException ex) {
				this.process.waitFor(20, TimeUnit.MILLISECONDS);
			}
		}
		this.process.destroy();
		throw new IllegalStateException(this.name + " did not start, see yardstick-" + this.name + ".log");
	}

	/**
	 * The class path of this JVM, less the demo and its gateway, and less what a side
	 * goes without.
	 */
	private static String classPath(boolean product, boolean security) {
		Predicate<String> demo = (entry) -> entry.contains("rasp-demo-app") && entry.endsWith("classes")
				&& !entry.endsWith("test-classes");
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(demo.negate())
			.filter((entry) -> !entry.contains(GATEWAY))
			.filter((entry) -> product || PRODUCT.stream().noneMatch(entry::contains))
			.filter((entry) -> security || SECURITY.stream().noneMatch(entry::contains))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}

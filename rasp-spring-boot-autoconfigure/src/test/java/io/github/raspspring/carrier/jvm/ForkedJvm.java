package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A JVM of its own for tests of hooks, which nothing takes out again: this one runs the
 * other tests.
 */
final class ForkedJvm {

	private static final List<String> AGENT = List.of("RaspAgent", "AgentPath", "AttachMain");

	private static final int PATIENCE_MINUTES = 4;

	private ForkedJvm() {
	}

	/**
	 * Run a main class with the agent.
	 * @return what it prints
	 */
	static List<String> hooked(List<String> options, Class<?> main, String... arguments) throws Exception {
		Path agent = agentJar();
		try {
			return run(Stream.concat(options.stream(), Stream.of("-javaagent:" + agent)).toList(), main, arguments);
		}
		finally {
			Files.delete(agent);
		}
	}

	/**
	 * Run a main class with the class path of the tests.
	 * @return what it prints
	 */
	static List<String> run(List<String> options, Class<?> main, String... arguments) throws Exception {
		List<String> whole = new ArrayList<>(options);
		whole.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		whole.addAll(List.of(arguments));
		Ended ended = start(whole, Map.of());
		assertThat(ended.code()).as(String.join("\n", ended.lines())).isZero();
		return ended.lines();
	}

	/**
	 * Start a JVM and wait until it ends by itself. One that does not is destroyed.
	 * @param options what stands behind {@code java}
	 * @param environment variables it gets beside those of this JVM
	 */
	static Ended start(List<String> options, Map<String, String> environment) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(java());
		command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
		command.addAll(options);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		CompletableFuture<Void> patience = CompletableFuture.runAsync(process::destroyForcibly,
				CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES));
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.waitFor();
		patience.cancel(false);
		return new Ended(code, output.lines().toList());
	}

	static String java() {
		return System.getProperty("forked.java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
	}

	/**
	 * Make a jar of the agent, as that of the product is one.
	 */
	static Path agentJar() throws IOException {
		Path jar = Files.createTempFile("agent", ".jar");
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.putValue("Premain-Class", AgentHandle.AGENT);
		attributes.putValue("Can-Retransform-Classes", "true");
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file, manifest)) {
			for (String type : AGENT) {
				String name = "io/github/raspspring/carrier/jvm/agent/" + type + ".class";
				out.putNextEntry(new JarEntry(name));
				try (InputStream bytes = ForkedJvm.class.getResourceAsStream('/' + name)) {
					bytes.transferTo(out);
				}
			}
		}
		return jar;
	}

	/**
	 * A JVM that has ended.
	 *
	 * @param code how it has ended
	 * @param lines what it has printed
	 */
	record Ended(int code, List<String> lines) {
	}

}

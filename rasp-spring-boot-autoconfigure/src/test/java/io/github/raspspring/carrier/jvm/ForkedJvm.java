package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
		List<String> command = new ArrayList<>();
		command
			.add(System.getProperty("forked.java", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output.lines().toList();
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

}

package io.github.raspspring.carrier.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Asks the JVM to load the agent although it was started without. A JVM lets only another
 * process ask that, which is started for a moment. Operators may refuse all of this.
 */
final class SelfAttach {

	private static final int PATIENCE_SECONDS = 10;

	private SelfAttach() {
	}

	/**
	 * Attach the agent.
	 * @throws AgentHandle.AbsentException if the JVM or its surroundings refuse
	 */
	static void attach() throws AgentHandle.AbsentException {
		try {
			Path jar = Files.createTempFile("rasp-agent", ".jar");
			try {
				write(jar);
				run(jar);
			}
			finally {
				// Windows keeps what is on the class path of a JVM.
				jar.toFile().deleteOnExit();
			}
		}
		catch (IOException ex) {
			throw new AgentHandle.AbsentException("the agent could not be attached: " + ex);
		}
	}

	private static void run(Path jar) throws IOException, AgentHandle.AbsentException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		Process process = new ProcessBuilder(java.toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp",
				jar.toString(), AgentHandle.ATTACH_MAIN, String.valueOf(ProcessHandle.current().pid()), jar.toString())
			.redirectErrorStream(true)
			.start();
		try {
			process.getOutputStream().close();
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new AgentHandle.AbsentException("the agent could not be attached in time");
			}
			if (process.exitValue() != 0) {
				String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				throw new AgentHandle.AbsentException(
						"the JVM refuses the agent: " + output.lines().findFirst().orElse(""));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AgentHandle.AbsentException("the agent could not be attached in time");
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static void write(Path jar) throws IOException {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.putValue("Agent-Class", AgentHandle.AGENT);
		attributes.putValue("Can-Retransform-Classes", "true");
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file, manifest)) {
			for (String type : new String[] { AgentHandle.AGENT, AgentHandle.ATTACH_MAIN }) {
				String name = type.replace('.', '/') + ".class";
				out.putNextEntry(new JarEntry(name));
				try (InputStream bytes = SelfAttach.class.getResourceAsStream('/' + name)) {
					if (bytes == null) {
						throw new IOException("There is no " + name);
					}
					bytes.transferTo(out);
				}
			}
		}
	}

}

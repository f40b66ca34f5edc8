package io.github.raspspring.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What the product's jar says of an audit file, run as {@code java -jar} with nothing
 * else, as it is in the executable jar of the demo.
 *
 * @param status how the process ended
 * @param output what it said
 */
record Verified(int status, String output) {

	static Verified by(Path folder, String key, Path file) throws IOException, InterruptedException {
		Path jar = jar(folder);
		Path keyFile = Files.writeString(folder.resolve("key.txt"), key + System.lineSeparator());
		List<String> command = List.of(PackagedDemo.tool("java").toString(), "-jar", jar.toString(), "verify",
				"--key-file=" + keyFile, file.toString());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Verified(process.waitFor(), output);
	}

	private static Path jar(Path folder) throws IOException {
		Path jar = folder.resolve("rasp-spring-boot-autoconfigure.jar");
		if (Files.exists(jar)) {
			return jar;
		}
		try (JarFile demo = new JarFile(PackagedDemo.jar().toFile())) {
			JarEntry entry = demo.stream()
				.filter((each) -> each.getName().startsWith("BOOT-INF/lib/rasp-spring-boot-autoconfigure-"))
				.findFirst()
				.orElseThrow();
			try (InputStream content = demo.getInputStream(entry)) {
				Files.copy(content, jar);
			}
		}
		return jar;
	}

}

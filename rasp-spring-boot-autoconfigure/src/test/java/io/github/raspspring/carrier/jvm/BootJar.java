package io.github.raspspring.carrier.jvm;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Packs what the tests run in the layouts that Spring Boot applications have.
 */
final class BootJar {

	static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

	private static final List<String> LIBRARIES = List.of("spring-core", "spring-beans", "spring-context",
			"commons-logging", "caffeine", "jspecify", "slf4j-api", "logback", "jackson", "micrometer");

	private static final Path AGENT = Path.of("io/github/raspspring/carrier/jvm/agent");

	private BootJar() {
	}

	/**
	 * Lay an application out as it is within an executable jar.
	 */
	static Path explode(Path folder) throws Exception {
		copyClasses(folder.resolve("BOOT-INF/classes"));
		Path libraries = Files.createDirectories(folder.resolve("BOOT-INF/lib"));
		for (Path library : libraries()) {
			Files.copy(library, libraries.resolve(library.getFileName()));
		}
		unpackLoader(folder, libraries);
		writeIndex(folder, libraries);
		write(folder.resolve("META-INF/MANIFEST.MF"),
				"Manifest-Version: 1.0\nMain-Class: " + LAUNCHER + "\nStart-Class: " + LayoutProbe.class.getName()
						+ "\nLauncher-Agent-Class: " + AgentHandle.AGENT
						+ "\nCan-Retransform-Classes: true\nMulti-Release: true\nSpring-Boot-Version: 4.1.2"
						+ "\nSpring-Boot-Classes: BOOT-INF/classes/\nSpring-Boot-Lib: BOOT-INF/lib/"
						+ "\nSpring-Boot-Classpath-Index: BOOT-INF/classpath.idx\n");
		return folder;
	}

	/**
	 * Pack such a folder. The agent stands at the root, as the recipe has it.
	 */
	static Path pack(Path exploded, Path jar) throws IOException {
		copy(exploded.resolve("BOOT-INF/classes").resolve(AGENT),
				exploded.resolve("META-INF/versions/9").resolve(AGENT));
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			Path manifest = exploded.resolve(JarFile.MANIFEST_NAME);
			put(out, JarFile.MANIFEST_NAME, Files.readAllBytes(manifest));
			for (String entry : List.of("BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/")) {
				put(out, entry, new byte[0]);
			}
			try (Stream<Path> files = Files.walk(exploded)) {
				for (Path each : files.filter(Files::isRegularFile).filter((each) -> !each.equals(manifest)).toList()) {
					put(out, exploded.relativize(each).toString().replace(File.separatorChar, '/'),
							Files.readAllBytes(each));
				}
			}
		}
		return jar;
	}

	/**
	 * Have the tools of Spring Boot extract an executable jar: they leave a jar of the
	 * application's own classes that names its libraries.
	 */
	static Path extract(Path jar, Path folder) throws Exception {
		ForkedJvm.Ended ended = ForkedJvm.start(
				List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()),
				Map.of());
		if (ended.code() != 0) {
			throw new IllegalStateException(String.join("\n", ended.lines()));
		}
		return folder.resolve(jar.getFileName());
	}

	/**
	 * Make a jar of the product, which is the agent as well.
	 */
	static Path agent(Path folder) throws Exception {
		Path classes = folder.resolve("classes");
		copy(root(JvmHooks.class).resolve("io"), classes.resolve("io"));
		write(classes.resolve("META-INF/MANIFEST.MF"),
				"Manifest-Version: 1.0\nPremain-Class: " + AgentHandle.AGENT + "\nCan-Retransform-Classes: true\n");
		return packClasses(classes, folder.resolve("agent.jar"));
	}

	private static Path packClasses(Path classes, Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file);
				Stream<Path> files = Files.walk(classes)) {
			put(out, JarFile.MANIFEST_NAME, Files.readAllBytes(classes.resolve(JarFile.MANIFEST_NAME)));
			for (Path each : files.filter((each) -> each.toString().endsWith(".class")).toList()) {
				put(out, classes.relativize(each).toString().replace(File.separatorChar, '/'),
						Files.readAllBytes(each));
			}
		}
		return jar;
	}

	private static void copyClasses(Path target) throws IOException, URISyntaxException {
		copy(root(JvmHooks.class).resolve("io"), target.resolve("io"));
		Path tests = root(LayoutProbe.class).resolve("io/github/raspspring");
		for (String room : List.of("carrier/jvm", "sink")) {
			copy(tests.resolve(room), target.resolve("io/github/raspspring").resolve(room));
		}
	}

	private static Path root(Class<?> type) throws URISyntaxException {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path each : files.filter(Files::isRegularFile).toList()) {
				write(to.resolve(from.relativize(each).toString()), Files.readAllBytes(each));
			}
		}
	}

	private static List<Path> libraries() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> LIBRARIES.stream().anyMatch(path.getFileName().toString()::startsWith))
			.toList();
	}

	private static void unpackLoader(Path folder, Path libraries) throws IOException {
		File[] tools = new File("target/vulnerable")
			.listFiles((at, name) -> name.startsWith("spring-boot-loader-tools"));
		if (tools == null || tools.length == 0) {
			throw new IllegalStateException("There is no loader of Spring Boot: run the build first");
		}
		try (JarFile jar = new JarFile(tools[0])) {
			write(libraries.resolve("spring-boot-jarmode-tools.jar"),
					read(jar, "META-INF/jarmode/spring-boot-jarmode-tools.jar"));
			byte[] loader = read(jar, "META-INF/loader/spring-boot-loader.jar");
			try (ZipInputStream classes = new ZipInputStream(new ByteArrayInputStream(loader))) {
				for (ZipEntry entry = classes.getNextEntry(); entry != null; entry = classes.getNextEntry()) {
					if (entry.getName().endsWith(".class")) {
						write(folder.resolve(entry.getName()), classes.readAllBytes());
					}
				}
			}
		}
	}

	private static byte[] read(JarFile jar, String entry) throws IOException {
		try (InputStream stream = jar.getInputStream(jar.getEntry(entry))) {
			return stream.readAllBytes();
		}
	}

	private static void writeIndex(Path folder, Path libraries) throws IOException {
		try (Stream<Path> files = Files.list(libraries)) {
			String index = files.map((file) -> "- \"BOOT-INF/lib/" + file.getFileName() + "\"\n")
				.collect(Collectors.joining());
			write(folder.resolve("BOOT-INF/classpath.idx"), index);
		}
	}

	private static void write(Path file, Object content) throws IOException {
		Files.createDirectories(file.getParent());
		Files.write(file, (content instanceof byte[] bytes) ? bytes : content.toString().getBytes());
	}

	/** The loader of Spring Boot reads libraries that are stored as they are. */
	private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
		JarEntry entry = new JarEntry(name);
		CRC32 sum = new CRC32();
		sum.update(bytes);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(bytes.length);
		entry.setCrc(sum.getValue());
		out.putNextEntry(entry);
		out.write(bytes);
	}

}

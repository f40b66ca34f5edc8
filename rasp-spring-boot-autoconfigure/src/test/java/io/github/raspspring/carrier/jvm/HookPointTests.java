package io.github.raspspring.carrier.jvm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.raspspring.carrier.jvm.hook.KnownHooks;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.sink.SinkRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether there are the methods that are hooked, in this JDK and in the libraries that
 * the tests have: a name that is not there would hook nothing and tell nobody.
 */
class HookPointTests {

	/** All methods of all drivers, of which each has some. */
	private static final String STATEMENTS = "statements of JDBC drivers";

	private final ClassLoader libraries = new URLClassLoader(jars(), ClassLoader.getSystemClassLoader());

	@ParameterizedTest
	@MethodSource("hooks")
	void pointsWhenTheirClassIsThereThenHaveAMethod(JvmHook hook) throws IOException {
		Set<String> present = new HashSet<>();
		Set<String> missing = new HashSet<>();
		for (HookPoint point : hook.points()) {
			String name = hook.name().equals(STATEMENTS) ? point.type() : point.type() + "." + point.method();
			Boolean found = find(point);
			if (found != null) {
				(found ? present : missing).add(name);
			}
		}
		missing.removeAll(present);
		assertThat(missing).isEmpty();
	}

	@Test
	void pointsWhenTasksAreHandedOverThenHaveAMethodOfEachClass() throws IOException {
		Set<String> present = new HashSet<>();
		Set<String> missing = new HashSet<>();
		for (TaskPoint task : TaskPoints.all()) {
			Boolean found = find(task.point());
			if (found != null) {
				(found ? present : missing).add(task.point().type());
			}
		}
		missing.removeAll(present);
		assertThat(missing).isEmpty();
		assertThat(present).contains("java.util.concurrent.ForkJoinTask", "java.lang.Thread");
	}

	/** Return {@code null} where there is no such class. */
	private Boolean find(HookPoint point) throws IOException {
		try (InputStream bytes = this.libraries.getResourceAsStream(point.type().replace('.', '/') + ".class")) {
			if (bytes == null) {
				return null;
			}
			boolean[] found = new boolean[1];
			new ClassReader(bytes).accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION) {

				@Override
				public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
						String[] exceptions) {
					found[0] |= point.matches(name, descriptor);
					return null;
				}

			}, ClassReader.SKIP_CODE);
			return found[0];
		}
	}

	private static Stream<JvmHook> hooks() {
		return KnownHooks.create(new SinkRequests(EnforcementMode.BLOCK).guard()).stream();
	}

	private static URL[] jars() {
		File[] jars = new File("target/vulnerable").listFiles();
		return Stream.of((jars != null) ? jars : new File[0]).map(HookPointTests::url).toArray(URL[]::new);
	}

	private static URL url(File jar) {
		try {
			return jar.toURI().toURL();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

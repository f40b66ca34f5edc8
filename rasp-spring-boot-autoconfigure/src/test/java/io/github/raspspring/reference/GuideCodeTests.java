package io.github.raspspring.reference;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java of the README and of the guides compiles against the product.
 */
class GuideCodeTests {

	@Test
	void codeOfGuidesCompiles(@TempDir Path folder) {
		List<GuideBlock> blocks = GuideBlock.in("java").toList();
		assertThat(blocks).hasSizeGreaterThan(9);
		assertThat(errors(blocks, folder)).isEmpty();
	}

	@Test
	void codeThatDoesNotCompileIsTold(@TempDir Path folder) {
		List<GuideBlock> blocks = List.of(new GuideBlock(Path.of("a.md"), 1, "this.guards.checkNothing(name);"),
				new GuideBlock(Path.of("b.md"), 1, "this.guards.checkRead(name);"),
				new GuideBlock(Path.of("c.md"), 1, "Detector detector = new Detektor();"),
				new GuideBlock(Path.of("d.md"), 1, "class Own implements Detector {\n}"));
		assertThat(errors(blocks, folder)).hasSize(3)
			.satisfiesExactly((error) -> assertThat(error).contains("a.md"),
					(error) -> assertThat(error).contains("c.md"), (error) -> assertThat(error).contains("d.md"));
	}

	private static List<String> errors(List<GuideBlock> blocks, Path folder) {
		Map<JavaFileObject, GuideBlock> sources = new HashMap<>();
		for (int i = 0; i < blocks.size(); i++) {
			sources.put(new GuideSource(blocks.get(i), i), blocks.get(i));
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		compiler
			.getTask(new StringWriter(), null, diagnostics,
					List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classPath), null, sources.keySet())
			.call();
		List<String> errors = new ArrayList<>();
		for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
			if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
				errors.add(sources.getOrDefault(diagnostic.getSource(), blocks.get(0)) + " " + diagnostic);
			}
		}
		errors.sort(null);
		return errors;
	}

}

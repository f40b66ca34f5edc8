package io.github.raspspring.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a package says of itself: what it is for, what it imports, where to start reading.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class PackageInfoTests {

	private static final Path SOURCES = Path.of("src", "main", "java");

	@ArchTest
	static void packagesNameEachRoomThatTheyImport(JavaClasses classes) {
		Set<String> unnamed = new TreeSet<>();
		for (JavaPackage room : rooms(classes)) {
			String imports = importsOf(room);
			for (String imported : importedBy(room)) {
				if (!isNamed(imported, imports)) {
					unnamed.add(name(room.getName()) + " does not say that it imports " + imported);
				}
			}
		}
		assertThat(unnamed).isEmpty();
	}

	@ArchTest
	static void packagesSayWhereToStartReading(JavaClasses classes) {
		assertThat(rooms(classes)).allSatisfy((room) -> assertThat(text(room)).contains(" Start with {@link "));
	}

	private static boolean isNamed(String imported, String imports) {
		boolean family = imported.startsWith("attack.") && imports.contains("families of attacks");
		boolean below = imports.contains("other rooms below it");
		return family || below || imports.contains("everything")
				|| imports.contains("the engine") && imported.startsWith("engine")
				|| imports.matches("(?s).*\\b" + imported.replace(".", "\\.") + "\\b(?!\\.\\w).*");
	}

	private static Set<String> importedBy(JavaPackage room) {
		return room.getClasses()
			.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.map((dependency) -> dependency.getTargetClass().getBaseComponentType().getPackageName())
			.filter((name) -> name.startsWith(ArchitectureTests.ROOT + ".") && !name.equals(room.getName()))
			.map(PackageInfoTests::name)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<JavaPackage> rooms(JavaClasses classes) {
		return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
	}

	private static String importsOf(JavaPackage room) {
		String text = text(room);
		int start = text.indexOf(" Imports ");
		assertThat(start).as("what %s imports", room.getName()).isPositive();
		return text.substring(start, text.indexOf("Start with", start));
	}

	private static String text(JavaPackage room) {
		try {
			return Files.readString(SOURCES.resolve(room.getName().replace('.', '/')).resolve("package-info.java"))
				.replaceAll("\\s+\\*?\\s*", " ");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(String room) {
		return room.substring(ArchitectureTests.ROOT.length() + 1);
	}

}

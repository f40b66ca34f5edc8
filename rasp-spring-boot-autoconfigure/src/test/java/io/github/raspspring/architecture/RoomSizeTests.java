package io.github.raspspring.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many types a room has: one that grows over its bound gets rooms inside. Each name
 * stands once, so that it says which room is meant.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomSizeTests {

	private static final int MOST_TYPES = 45;

	@ArchTest
	static void roomsStaySmall(JavaClasses classes) {
		Map<String, Long> sizes = types(classes)
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		sizes.forEach((room, types) -> System.out.printf("%4d types in %s%n", types, room));
		assertThat(sizes).allSatisfy((room, types) -> assertThat(types).as(room).isLessThanOrEqualTo(MOST_TYPES));
	}

	@ArchTest
	static void noNameStandsTwice(JavaClasses classes) {
		Set<String> seen = new TreeSet<>();
		Set<String> twice = types(classes).map(JavaClass::getSimpleName)
			.filter(Predicate.not(seen::add))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(twice).isEmpty();
	}

	private static Stream<JavaClass> types(JavaClasses classes) {
		return classes.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter((type) -> !type.getSimpleName().equals("package-info"));
	}

}

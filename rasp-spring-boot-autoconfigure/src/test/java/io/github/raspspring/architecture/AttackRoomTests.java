package io.github.raspspring.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.github.raspspring.attack.http.GraphQlLimitsDetector;
import io.github.raspspring.engine.RepeatableDetector;
import io.github.raspspring.engine.ValueDetector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The arrows between families of attacks, what they stand on, and what stands on them.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class AttackRoomTests {

	private static final String ATTACK = "attack.";

	/** The mechanism that each room of judgement stands on. */
	private static final Map<String, Set<String>> BELOW = Map.of("attack", Set.of("inspect", "sink", "text", "engine"),
			"inspect", Set.of("text", "engine"), "sink", Set.of("text", "engine"), "carrier", Set.of("sink", "engine"));

	/** The families that a family may ask, besides which each keeps to itself. */
	private static final Map<String, Set<String>> FAMILIES = Map.of("attack.url", Set.of("attack.path"),
			"attack.command", Set.of("attack.path", "attack.url"), "attack.lookup", Set.of("attack.url"),
			"attack.serialization", Set.of("attack.url"), "attack.xml", Set.of("attack.url", "attack.path"));

	/** What judgement may use besides rooms of the product. */
	private static final List<String> PURE = List.of("java.", "org.jspecify.", "com.github.benmanes.caffeine.");

	@ArchTest
	static void familiesStandOnTheMechanismAndKeepApart(JavaClasses classes) {
		assertThat(violations(classes, (origin, target) -> isFamily(origin) && !isBelow("attack", target)
				&& !FAMILIES.getOrDefault(origin, Set.of()).contains(target)))
			.isEmpty();
	}

	@ArchTest
	static void mechanismKnowsNoFamily(JavaClasses classes) {
		assertThat(violations(classes,
				(origin, target) -> (origin.equals("inspect") || origin.equals("sink")) && !isBelow(origin, target)))
			.isEmpty();
	}

	@ArchTest
	static void carriersBringCallsToFamiliesAndKeepApart(JavaClasses classes) {
		assertThat(violations(classes, (origin, target) -> isCarrier(origin) && !isFamily(target)
				&& !isBelow("carrier", target) && !isWithin(origin, target)))
			.isEmpty();
	}

	/** A room inside of a carrier belongs to it. */
	private static boolean isWithin(String room, String parent) {
		return isCarrier(parent) && room.startsWith(parent + ".") && !parent.equals("carrier");
	}

	@ArchTest
	static void nobodyButTheWiringKnowsCarriersOrFamilies(JavaClasses classes) {
		assertThat(violations(classes,
				(origin, target) -> (isCarrier(target) || isFamily(target)) && !origin.startsWith("autoconfigure")
						&& !isFamily(origin) && !isCarrier(origin) && !readsStatements(origin, target)
						&& !triesGuards(origin, target)))
			.isEmpty();
	}

	/**
	 * One that is not keeps all values judged anew that it looks at: limits of GraphQL
	 * ask who the operator is.
	 */
	@ArchTest
	static void detectorsOfValuesAreRepeatable(JavaClasses classes) {
		List<JavaClass> detectors = classes.stream()
			.filter((type) -> type.isAssignableTo(ValueDetector.class) && !type.isInterface())
			.filter((type) -> !type.isEquivalentTo(GraphQlLimitsDetector.class))
			.toList();
		assertThat(detectors).hasSizeGreaterThan(15)
			.allMatch((type) -> type.isAssignableTo(RepeatableDetector.class), "repeatable");
	}

	/** One that looks at every value has an object made of each. */
	@ArchTest
	static void detectorsOfValuesTellWhatTriggersThem(JavaClasses classes) {
		assertThat(classes.stream()
			.filter((type) -> type.isAssignableTo(ValueDetector.class) && !type.isInterface())
			.filter((type) -> type.tryGetMethod("triggers").isEmpty())).isEmpty();
	}

	@ArchTest
	static void judgementIsFreeOfSpringAndServlets(JavaClasses classes) {
		Set<String> foreign = classes.stream()
			.filter((type) -> isFamily(room(type)) || BELOW.containsKey(room(type)) && !isCarrier(room(type)))
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.filter((dependency) -> isForeign(dependency.getTargetClass().getBaseComponentType()))
			.map((dependency) -> dependency.getDescription())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(foreign).isEmpty();
	}

	private static boolean isForeign(JavaClass type) {
		String name = type.getName();
		return !type.isPrimitive() && !name.startsWith(ArchitectureTests.ROOT)
				&& PURE.stream().noneMatch(name::startsWith);
	}

	private static Set<String> violations(JavaClasses classes, Arrow forbidden) {
		return classes.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.filter((dependency) -> {
				String origin = room(dependency.getOriginClass());
				String target = room(dependency.getTargetClass().getBaseComponentType());
				return !target.isEmpty() && !target.equals(origin) && forbidden.test(origin, target);
			})
			.map((dependency) -> dependency.getDescription())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isBelow(String floor, String room) {
		return BELOW.get(floor).contains(Stream.of(room.split("\\.")).findFirst().orElseThrow());
	}

	/**
	 * The self-check shows the guards what an application would do.
	 */
	private static boolean triesGuards(String origin, String target) {
		return origin.startsWith("selfcheck") && target.equals("carrier");
	}

	/**
	 * Whose data a statement reaches is told by its text, which is read in one room.
	 */
	private static boolean readsStatements(String origin, String target) {
		return origin.equals("ownership.access") && target.equals("attack.sql");
	}

	private static boolean isFamily(String room) {
		return room.startsWith(ATTACK);
	}

	private static boolean isCarrier(String room) {
		return room.equals("carrier") || room.startsWith("carrier.");
	}

	private static String room(JavaClass type) {
		String name = type.getPackageName();
		return name.startsWith(ArchitectureTests.ROOT + ".") ? name.substring(ArchitectureTests.ROOT.length() + 1) : "";
	}

	private interface Arrow {

		boolean test(String origin, String target);

	}

}

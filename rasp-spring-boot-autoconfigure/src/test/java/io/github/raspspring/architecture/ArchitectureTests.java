package io.github.raspspring.architecture;

import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The laws of the house.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	static final String ROOT = "io.github.raspspring";

	/** Each sees the engine and itself, and none of the others. */
	private static final Set<String> CAPABILITIES = Set.of("policy", "client", "ratelimit", "token", "inventory",
			"event", "store", "behavior", "profile");

	private static final Set<String> DUMPS = Set.of("util", "utils", "helper", "helpers", "common", "service", "impl",
			"misc");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule engineAndTextKnowTheJdkOnly = classes().that()
		.resideInAnyPackage(ROOT + ".engine..", ROOT + ".text..")
		.should()
		.onlyDependOnClassesThat(new SeesOnly("java", "org.jspecify", ROOT + ".engine", ROOT + ".text"))
		.andShould(new TextAndEngineApart());

	@ArchTest
	static final ArchRule capabilitiesDoNotKnowEachOther = classes().that()
		.resideInAnyPackage(CAPABILITIES.stream().map((room) -> ROOT + "." + room + "..").toArray(String[]::new))
		.should(new KnowOnlyTheEngine());

	@ArchTest
	static final ArchRule ownershipStandsOnSinksAndIsKnownToNobody = noClasses().that()
		.resideOutsideOfPackages(ROOT + ".ownership..", ROOT + ".autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(ROOT + ".ownership..");

	@ArchTest
	static final ArchRule edgesKnowNoCapability = noClasses().that()
		.resideInAnyPackage(ROOT + ".web..", ROOT + ".actuate..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(CAPABILITIES.stream().map((room) -> ROOT + "." + room + "..").toArray(String[]::new));

	@ArchTest
	static final ArchRule nobodyImportsAutoconfigure = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(ROOT + ".autoconfigure..");

	@ArchTest
	static final ArchRule parentsDoNotImportTheirChildren = classes().should(new NotImportChildren());

	@ArchTest
	static final ArchRule roomsSayWhatTheyAreFor = classes().should(new ResideOutsideOfDumps());

	@ArchTest
	static final ArchRule packagesAreIntroduced = all(new PackagesOfClasses()).should(new BeNullMarked());

	private static final class SeesOnly extends DescribedPredicate<JavaClass> {

		private final Set<String> packages;

		private SeesOnly(String... packages) {
			super("reside in " + String.join(", ", packages));
			this.packages = Set.of(packages);
		}

		@Override
		public boolean test(JavaClass type) {
			String name = type.getPackageName();
			return name.isEmpty() || this.packages.stream()
				.anyMatch((allowed) -> name.equals(allowed) || name.startsWith(allowed + "."));
		}

	}

	private static final class TextAndEngineApart extends ArchCondition<JavaClass> {

		private TextAndEngineApart() {
			super("keep text and engine apart");
		}

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			String other = type.getPackageName().startsWith(ROOT + ".text") ? ROOT + ".engine" : ROOT + ".text";
			type.getDirectDependenciesFromSelf()
				.stream()
				.filter((dependency) -> dependency.getTargetClass().getPackageName().startsWith(other))
				.forEach((dependency) -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
		}

	}

	private static final class KnowOnlyTheEngine extends ArchCondition<JavaClass> {

		private KnowOnlyTheEngine() {
			super("know no other room but the engine");
		}

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			type.getDirectDependenciesFromSelf()
				.stream()
				.filter((dependency) -> isForeign(room(type), room(dependency.getTargetClass())))
				.forEach((dependency) -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
		}

		private static boolean isForeign(String own, String other) {
			return !other.isEmpty() && !other.equals(own) && !other.equals("engine");
		}

	}

	private static final class NotImportChildren extends ArchCondition<JavaClass> {

		private NotImportChildren() {
			super("not import children of their package");
		}

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			String children = type.getPackageName() + ".";
			type.getDirectDependenciesFromSelf()
				.stream()
				.filter((dependency) -> dependency.getTargetClass().getPackageName().startsWith(children))
				.forEach((dependency) -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
		}

	}

	private static final class ResideOutsideOfDumps extends ArchCondition<JavaClass> {

		private ResideOutsideOfDumps() {
			super("reside in a room that says what it is for");
		}

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			for (String part : type.getPackageName().split("\\.")) {
				if (DUMPS.contains(part)) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " resides in a dump"));
				}
			}
		}

	}

	private static final class PackagesOfClasses extends AbstractClassesTransformer<JavaPackage> {

		private PackagesOfClasses() {
			super("packages");
		}

		@Override
		public Iterable<JavaPackage> doTransform(JavaClasses classes) {
			return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
		}

	}

	private static final class BeNullMarked extends ArchCondition<JavaPackage> {

		private BeNullMarked() {
			super("have a package-info with @NullMarked");
		}

		@Override
		public void check(JavaPackage item, ConditionEvents events) {
			boolean marked = item.tryGetPackageInfo().isPresent() && item.isAnnotatedWith(NullMarked.class);
			if (!marked) {
				events
					.add(SimpleConditionEvent.violated(item, item.getName() + " has no package-info with @NullMarked"));
			}
		}

	}

	private static String room(JavaClass type) {
		String name = type.getPackageName();
		if (!name.startsWith(ROOT + ".")) {
			return "";
		}
		String rest = name.substring(ROOT.length() + 1);
		int dot = rest.indexOf('.');
		return (dot < 0) ? rest : rest.substring(0, dot);
	}

}

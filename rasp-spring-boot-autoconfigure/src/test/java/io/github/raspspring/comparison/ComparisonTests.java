package io.github.raspspring.comparison;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts applications with and without the product, and compares what is seen of them:
 * answers, beans, endpoints, meters and warnings. Of a product that is disabled nothing
 * is left, not even what bears its name. Prints a table.
 */
class ComparisonTests {

	private static final List<String> WAYS = List.of("enabled=false", "mode=off", "mode=monitor", "mode=block");

	@Test
	void applicationsThenStayAsTheyWere() {
		StringBuilder table = new StringBuilder(
				String.format("%n%-20s%-10s%-10s%-10s%-10s%n", "capability", "disabled", "off", "monitor", "block"));
		Set<String> differences = new TreeSet<>();
		for (Capability capability : Capability.values()) {
			Set<String> before = observe(capability, "spring.autoconfigure.exclude=" + ours());
			table.append(String.format("%-20s", capability.name().toLowerCase().replace('_', ' ')));
			for (String way : WAYS) {
				Set<String> found = differences(before, observe(capability, "rasp." + way));
				table.append(String.format("%-10s", found.isEmpty() ? "same" : found.size() + " differ"));
				found.forEach((difference) -> differences.add(capability + " with " + way + ": " + difference));
			}
			table.append(System.lineSeparator());
		}
		System.out.println(table);
		assertThat(differences).as(String.join(System.lineSeparator(), differences) + table).isEmpty();
	}

	private static Set<String> observe(Capability capability, String property) {
		boolean excused = property.startsWith("rasp.mode");
		Set<String> facts = Observation.of(capability, excused, property);
		assertThat(facts).hasSizeGreaterThan(50);
		return facts;
	}

	private static Set<String> differences(Set<String> before, Set<String> after) {
		Set<String> differences = new TreeSet<>();
		before.stream().filter((fact) -> !after.contains(fact)).map((fact) -> "lost " + fact).forEach(differences::add);
		after.stream().filter((fact) -> !before.contains(fact)).map((fact) -> "new " + fact).forEach(differences::add);
		return differences;
	}

	private static String ours() {
		return StreamSupport
			.stream(ImportCandidates.load(AutoConfiguration.class, RaspAutoConfiguration.class.getClassLoader())
				.spliterator(), false)
			.filter((name) -> name.startsWith("io.github.raspspring"))
			.collect(Collectors.joining(","));
	}

}

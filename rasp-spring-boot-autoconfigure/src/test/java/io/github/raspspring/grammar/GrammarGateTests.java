package io.github.raspspring.grammar;

import java.util.List;

import org.junit.jupiter.api.Test;

class GrammarGateTests {

	@Test
	void figures() {
		for (String kind : List.of("sql-injection", "cross-site-scripting", "path-traversal", "command-injection",
				"expression-injection", "jndi-injection", "ssrf", "nosql-injection", "ldap-injection",
				"xpath-injection", "xml-external-entity", "deserialization", "header-injection", "server-side-include",
				"class-access")) {
			print("attack/" + kind, true);
			print("honest/" + kind, false);
		}
		for (String kind : List.of("names", "addresses", "prose", "code", "logs", "mathematics", "markdown", "titles",
				"passwords", "searches", "graphql", "odata", "fetchxml", "jsonpath", "cron", "csv", "pem", "opaque",
				"cookies")) {
			print("honest/" + kind, false);
		}
	}

	private void print(String path, boolean attack) {
		Tally tally = Tally.of(path, attack, 1);
		System.out.printf("FIGURE %-32s %6d of %6d %.2f%n", path, tally.refused(), tally.total(), tally.percent());
		tally.examples()
			.forEach((sample) -> System.out.println("  EX " + path + " " + sample.place() + " ¦ "
					+ sample.text().replace("\n", "\\n").replace("\r", "\\r").replace("\0", "\\0")));
	}

}

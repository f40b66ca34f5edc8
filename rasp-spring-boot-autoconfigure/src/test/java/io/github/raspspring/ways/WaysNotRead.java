package io.github.raspspring.ways;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is deliberately not read, under the names by which docs/rules/ways-in.md lists it:
 * attacks of all classes arrive as they were sent.
 */
final class WaysNotRead {

	/** More than {@code rasp.inspection.max-upload-size} is set to. */
	private static final String LONG = "name,city\n".repeat(7_000);

	private final Map<String, List<Way>> byName = new TreeMap<>();

	private WaysNotRead() {
		for (String type : List.of("text/plain", "application/json", "application/x-www-form-urlencoded")) {
			add("bodies nobody reads", Way.unread(type, "/mvc/unread"));
		}
		for (String name : List.of("a.txt", "a.md", "a.java")) {
			add("plain text files", NameWays.textFile(name, "Note: ", "/read/now/part"));
		}
		add("compressed bodies", EncodedWays.compressed("/mvc/bytes"));
		add("compressed bodies", EncodedWays.compressed("/read/now/stream"));
		add("long files", Way.file("a.csv", "text/csv", LONG + "Ann,#\n", "/read/now/part"));
		add("binary bodies", EncodedWays.picture("/mvc/bytes"));
		add("binary bodies", EncodedWays.picture("/read/now/stream"));
		Set<String> headers = Attacks.headersByClass().keySet();
		this.byName.computeIfAbsent("early filters", (key) -> new ArrayList<>())
			.add(Way.earlyForm("/early/parameter").notJudgedFor(everythingAnd(headers)));
	}

	static Map<String, List<Way>> byName() {
		return new WaysNotRead().byName;
	}

	private void add(String name, Way way) {
		this.byName.computeIfAbsent(name, (key) -> new ArrayList<>()).add(way.notJudgedFor(everythingAnd(Set.of())));
	}

	private static Set<String> everythingAnd(Set<String> more) {
		Set<String> classes = new TreeSet<>(Attacks.byClass().keySet());
		classes.addAll(more);
		return classes;
	}

}

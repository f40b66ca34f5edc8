package io.github.raspspring.autoconfigure.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.raspspring.autoconfigure.RaspProperties;
import io.github.raspspring.engine.EnforcementMode;

/**
 * The properties of routes and patches that are in force: those of the start, until the
 * environment changes. Thread-safe.
 */
final class CurrentProperties {

	private volatile Both both;

	CurrentProperties(RaspProperties application, RaspPatchProperties patches) {
		this.both = new Both(application, patches);
	}

	RaspProperties application() {
		return this.both.application;
	}

	/**
	 * Return the patterns of routes and patches by the property that sets them.
	 */
	Map<String, String> patterns() {
		Both current = this.both;
		Map<String, String> patterns = new LinkedHashMap<>();
		for (int i = 0; i < current.application.routes().size(); i++) {
			patterns.put("rasp.routes[" + i + "].pattern",
					String.valueOf(current.application.routes().get(i).pattern()));
		}
		for (int i = 0; i < current.patches.patches().size(); i++) {
			patterns.put("rasp.patches[" + i + "].pattern", String.valueOf(current.patches.patches().get(i).pattern()));
		}
		return patterns;
	}

	/**
	 * Tell what is different, in words for events: names and modes, no values that may be
	 * secret.
	 * @return a few words for each property, empty if all is the same
	 */
	List<String> differences(RaspProperties application, RaspPatchProperties patches) {
		Both current = this.both;
		List<String> differences = new ArrayList<>();
		if (current.application.mode() != application.mode()) {
			differences.add("rasp.mode " + word(current.application.mode()) + " to " + word(application.mode()));
		}
		compare("rasp.routes", names(current.application), names(application), differences);
		compare("rasp.patches", names(current.patches), names(patches), differences);
		if (differences.isEmpty() && !current.equals(new Both(application, patches))) {
			differences.add("other properties of rasp");
		}
		return differences;
	}

	private static void compare(String property, Map<String, Object> before, Map<String, Object> after,
			List<String> differences) {
		after.forEach((name, value) -> {
			if (!value.equals(before.get(name))) {
				differences.add(property + " " + name + (before.containsKey(name) ? " changed" : " added"));
			}
		});
		before.keySet()
			.stream()
			.filter((name) -> !after.containsKey(name))
			.forEach((name) -> differences.add(property + " " + name + " removed"));
		if (differences.isEmpty() && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
			differences.add(property + " in another order");
		}
	}

	private static Map<String, Object> names(RaspProperties application) {
		Map<String, Object> names = new LinkedHashMap<>();
		application.routes().forEach((route) -> {
			String id = (route.id() != null) ? route.id() : String.valueOf(route.pattern());
			names.put(names.containsKey(id) ? id + " (" + names.size() + ")" : id, route);
		});
		return names;
	}

	private static Map<String, Object> names(RaspPatchProperties patches) {
		Map<String, Object> names = new LinkedHashMap<>();
		patches.patches().forEach((patch) -> names.put(String.valueOf(patch.id()), patch));
		return names;
	}

	private static String word(EnforcementMode mode) {
		return mode.name().toLowerCase(Locale.ROOT);
	}

	void replace(RaspProperties application, RaspPatchProperties patches) {
		this.both = new Both(application, patches);
	}

	/**
	 * Properties of one moment.
	 */
	private record Both(RaspProperties application, RaspPatchProperties patches) {

	}

}

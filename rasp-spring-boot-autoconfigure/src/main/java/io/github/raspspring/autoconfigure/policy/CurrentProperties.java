package io.github.raspspring.autoconfigure.policy;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.raspspring.autoconfigure.RaspProperties;

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

	boolean areSame(RaspProperties application, RaspPatchProperties patches) {
		return this.both.equals(new Both(application, patches));
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

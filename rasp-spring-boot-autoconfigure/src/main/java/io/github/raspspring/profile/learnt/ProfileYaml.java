package io.github.raspspring.profile.learnt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Profiles as YAML that people read, change and keep beside the code. What is taken from
 * there applies at once and is not changed by learning.
 */
public final class ProfileYaml {

	private static final int VERSION = 1;

	private static final int LARGEST = 4 * 1024 * 1024;

	private ProfileYaml() {
	}

	/**
	 * Write what is known enough to be judged by.
	 * @param profiles the profiles
	 * @return a document
	 */
	public static String write(LearntProfiles profiles) {
		Map<String, Object> endpoints = new LinkedHashMap<>();
		profiles.endpoints().forEach((name, endpoint) -> {
			Map<String, Object> parameters = new LinkedHashMap<>();
			new TreeMap<>(endpoint.parameters()).forEach((path, sketch) -> {
				if (sketch.stage() != ProfileStage.LEARN && !path.equals(EndpointSketch.REQUEST)) {
					parameters.put(path, SketchDescription.of(sketch));
				}
			});
			if (!parameters.isEmpty()) {
				endpoints.put(name, parameters);
			}
		});
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("version", VERSION);
		document.put("endpoints", endpoints);
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		return new Yaml(options).dump(document);
	}

	/**
	 * Take over what somebody has reviewed.
	 * @param text a document
	 * @param profiles takes it
	 * @return how many parameters it has
	 * @throws IllegalArgumentException if it is none; nothing is taken over then, and the
	 * message says what is wrong
	 */
	public static int read(String text, LearntProfiles profiles) {
		Map<String, Map<String, SketchState>> reviewed = new LinkedHashMap<>();
		Map<?, ?> document = map(load(text), "the document");
		if (!Integer.valueOf(VERSION).equals(document.get("version"))) {
			throw new IllegalArgumentException("version has to be " + VERSION);
		}
		map(document.get("endpoints"), "endpoints").forEach((name, parameters) -> {
			Map<String, SketchState> sketches = new LinkedHashMap<>();
			map(parameters, String.valueOf(name)).forEach((path, words) -> sketches.put(String.valueOf(path),
					SketchDescription.reviewed(map(words, name + " " + path))));
			reviewed.put(String.valueOf(name), sketches);
		});
		reviewed.forEach((name, sketches) -> sketches.forEach((path, state) -> profiles.restore(name, path, state)));
		return reviewed.values().stream().mapToInt(Map::size).sum();
	}

	private static @Nullable Object load(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(LARGEST);
		options.setMaxAliasesForCollections(0);
		try {
			return new Yaml(new SafeConstructor(options)).load(text);
		}
		catch (YAMLException ex) {
			throw new IllegalArgumentException("it is no YAML", ex);
		}
	}

	private static Map<?, ?> map(@Nullable Object value, String name) {
		if (value instanceof Map<?, ?> map) {
			return map;
		}
		throw new IllegalArgumentException(name + " has to have names and values");
	}

}

package io.github.raspspring.profile.learnt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.SectionOperation;
import org.jspecify.annotations.Nullable;

/**
 * What is usual on each endpoint, how sure that is, and how far it counts. Operators
 * promote an endpoint, take that back, forget what is known of it, or import what they
 * have reviewed.
 */
public final class ProfileSection implements EndpointSection {

	private static final int SHOWN = 500;

	private final LearntProfiles profiles;

	private final Supplier<Map<String, Object>> others;

	private final Supplier<List<String>> gaps;

	/**
	 * Create the section.
	 * @param profiles what is learnt
	 * @param others what is to be shown of declared profiles and of answers
	 * @param gaps what is open for want of configuration, a sentence each
	 */
	public ProfileSection(LearntProfiles profiles, Supplier<Map<String, Object>> others, Supplier<List<String>> gaps) {
		this.profiles = profiles;
		this.others = others;
		this.gaps = gaps;
	}

	@Override
	public String name() {
		return "profiles";
	}

	@Override
	public String reason() {
		return "by rasp.profile.enabled";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, EndpointSketch> endpoints = this.profiles.endpoints();
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("endpoints", endpoints.size());
		overview.put("parameters",
				endpoints.values().stream().mapToInt((endpoint) -> endpoint.parameters().size()).sum());
		overview.put("enforced",
				endpoints.values()
					.stream()
					.filter((endpoint) -> endpoint.isPromoted() && endpoint.stage() == ProfileStage.ENFORCE)
					.count());
		overview.put("bytes", this.profiles.bytes());
		return overview;
	}

	@Override
	public List<String> gaps() {
		return this.gaps.get();
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>(overview());
		content.put("valuesWithoutRoom", this.profiles.omitted());
		content.putAll(this.others.get());
		Map<String, Object> endpoints = new LinkedHashMap<>();
		this.profiles.endpoints()
			.entrySet()
			.stream()
			.limit(SHOWN)
			.forEach((endpoint) -> endpoints.put(endpoint.getKey(), describe(endpoint.getValue())));
		content.put("profiles", endpoints);
		return content;
	}

	/**
	 * Return one endpoint, or all of them as YAML by the name {@code export}.
	 */
	@Override
	public @Nullable Object item(String id) {
		if (id.equals("export")) {
			return Map.of("yaml", ProfileYaml.write(this.profiles));
		}
		EndpointSketch endpoint = this.profiles.endpoints().get(id);
		return (endpoint != null) ? describe(endpoint) : null;
	}

	private static Map<String, Object> describe(EndpointSketch endpoint) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("stage", SketchDescription.word(endpoint.stage()));
		description.put("promoted", endpoint.isPromoted());
		ParameterSketch request = endpoint.find(EndpointSketch.REQUEST);
		int all = (request != null) ? request.observations() : 0;
		Map<String, Object> parameters = new LinkedHashMap<>();
		endpoint.parameters().forEach((path, sketch) -> {
			Map<String, Object> words = SketchDescription.of(sketch);
			if (all > 0) {
				words.put("presence", Math.min(1, Math.round(sketch.observations() * 1000.0 / all) / 1000.0));
			}
			parameters.put(path, words);
		});
		description.put("parameters", parameters);
		return description;
	}

	@Override
	public @Nullable Object operate(SectionOperation operation) {
		String target = operation.target();
		boolean done = switch (operation.name()) {
			case "promote" -> this.profiles.promote(target, true);
			case "demote" -> this.profiles.promote(target, false);
			case "forget" -> this.profiles.forget(target);
			case "import" -> ProfileYaml.read(String.valueOf(operation.argument("rule")), this.profiles) >= 0;
			default -> throw new IllegalArgumentException(
					"Profiles can be changed by promote, demote, forget and import (with rule)");
		};
		if (!done) {
			throw new NoSuchElementException("Nothing is known of such an endpoint; name it like POST /orders");
		}
		return item(target);
	}

}

package io.github.raspspring.engine.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;

/**
 * Shows which detectors take part, and how far each may go by the application's policy.
 */
public final class DetectorCatalog implements EndpointSection {

	private final List<Detector> detectors;

	private final Supplier<List<Policy>> policies;

	/**
	 * Create the catalog of an application without routes of its own.
	 * @param detectors all detectors in the order in which they run
	 * @param policy the application's policy
	 */
	public DetectorCatalog(List<Detector> detectors, Policy policy) {
		this(detectors, policy, List.of());
	}

	/**
	 * Create the catalog.
	 * @param detectors all detectors in the order in which they run
	 * @param policy the application's policy
	 * @param routes the policies of routes
	 */
	public DetectorCatalog(List<Detector> detectors, Policy policy, List<Policy> routes) {
		this(detectors, () -> Stream.concat(Stream.of(policy), routes.stream()).toList());
	}

	/**
	 * Create the catalog of an application whose policies may change.
	 * @param detectors all detectors in the order in which they run
	 * @param policies tells the application's policy, and those of routes behind it
	 */
	public DetectorCatalog(List<Detector> detectors, Supplier<List<Policy>> policies) {
		this.detectors = List.copyOf(detectors);
		this.policies = policies;
	}

	/**
	 * Return the detectors that take part.
	 * @return all of them, in the order in which they run
	 */
	public List<Detector> all() {
		return this.detectors;
	}

	/**
	 * Return the policies that are configured.
	 * @return that of the application first, then those of routes
	 */
	public List<Policy> policies() {
		return this.policies.get();
	}

	@Override
	public String name() {
		return "detectors";
	}

	@Override
	public String reason() {
		return "beans, less those switched off by rasp.detectors";
	}

	@Override
	public String headline() {
		return active().size() + " detectors";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("active", active());
	}

	/**
	 * Return those that run on any route.
	 */
	private List<String> active() {
		List<Policy> current = this.policies.get();
		return this.detectors.stream()
			.map(Detector::name)
			.filter((name) -> current.stream().anyMatch((known) -> known.modeOf(name) != EnforcementMode.OFF))
			.toList();
	}

	@Override
	public Object content() {
		return Map.of("detectors", this.detectors.stream().map(this::describe).toList());
	}

	private Map<String, Object> describe(Detector detector) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("name", detector.name());
		description.put("category", detector.category());
		description.put("phase", detector.phase());
		description.put("mode", this.policies.get().get(0).modeOf(detector.name()));
		return description;
	}

}

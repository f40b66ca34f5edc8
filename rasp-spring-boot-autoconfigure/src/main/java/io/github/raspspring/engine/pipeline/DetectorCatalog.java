package io.github.raspspring.engine.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Policy;

/**
 * Shows which detectors take part, and how far each may go by the application's policy.
 */
public final class DetectorCatalog implements EndpointSection {

	private final List<Detector> detectors;

	private final Policy policy;

	/**
	 * Create the catalog.
	 * @param detectors all detectors in the order in which they run
	 * @param policy the application's policy
	 */
	public DetectorCatalog(List<Detector> detectors, Policy policy) {
		this.detectors = List.copyOf(detectors);
		this.policy = policy;
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
		return this.detectors.size() + " detectors";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("active", this.detectors.stream().map(Detector::name).toList());
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
		description.put("mode", this.policy.modeOf(detector.name()));
		return description;
	}

}

package io.github.raspspring.behavior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import org.jspecify.annotations.Nullable;

/**
 * What is usual on each route and why limits are as they are, what is unusual right now,
 * and which rules look.
 */
public final class BehaviorSection implements EndpointSection {

	private static final int SHOWN = 500;

	private final BehaviorMonitor monitor;

	private final Supplier<Map<String, Object>> health;

	private final List<String> unconfigured;

	/**
	 * Create the section.
	 * @param monitor what is known
	 * @param health how endpoints are, by name
	 * @param unconfigured what is off until the application is told of, a sentence each
	 */
	public BehaviorSection(BehaviorMonitor monitor, Supplier<Map<String, Object>> health, List<String> unconfigured) {
		this.monitor = monitor;
		this.health = health;
		this.unconfigured = List.copyOf(unconfigured);
	}

	@Override
	public String name() {
		return "behavior";
	}

	@Override
	public String reason() {
		return "by rasp.behavior.enabled";
	}

	@Override
	public String headline() {
		return this.monitor.rules().size() + " usage rules";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("rules", this.monitor.rules().stream().map(UsageRule::name).toList(), "clients",
				this.monitor.profiles().size(), "routes", this.monitor.routes().all().size(), "alert",
				this.monitor.trends().isAnyActive());
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>(overview());
		content.put("unconfigured", this.unconfigured);
		content.put("trends", this.monitor.trends().describe());
		content.put("health", this.health.get());
		Map<String, Object> limits = new TreeMap<>();
		this.monitor.routes().all().stream().limit(SHOWN).forEach((route) -> limits.put(route.name(), describe(route)));
		content.put("limits", limits);
		return content;
	}

	@Override
	public @Nullable Object item(String id) {
		return this.monitor.routes()
			.all()
			.stream()
			.filter((route) -> route.name().equals(id))
			.map(BehaviorSection::describe)
			.findFirst()
			.orElse(null);
	}

	private static Map<String, Object> describe(RouteModel route) {
		Map<String, Object> limits = new LinkedHashMap<>();
		for (LearntLimit limit : route.limits()) {
			boolean ofObjects = limit.kind() == LearntLimit.Kind.OBJECTS
					|| limit.kind() == LearntLimit.Kind.OBJECTS_PER_DAY;
			if (!ofObjects || route.hasVariables()) {
				limits.put(limit.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), limit.describe());
			}
		}
		return limits;
	}

}

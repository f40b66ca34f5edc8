package io.github.raspspring.inventory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Shows what clients can call and which way each is covered. Asks for the endpoints once,
 * when somebody looks first. Thread-safe.
 */
public final class EndpointInventory implements EndpointSection {

	private static final int MOST = 2000;

	private final Supplier<List<Endpoint>> source;

	private final EndpointTraffic traffic;

	private final PolicyResolver policies;

	private volatile @Nullable List<Endpoint> endpoints;

	/**
	 * Create an inventory.
	 * @param source finds the endpoints
	 */
	public EndpointInventory(Supplier<List<Endpoint>> source) {
		this(source, new EndpointTraffic(), (method, path) -> Policy.of(EnforcementMode.MONITOR));
	}

	/**
	 * Create an inventory that tells what was seen of each endpoint, and what applies.
	 * @param source finds the endpoints
	 * @param traffic what was seen
	 * @param policies finds the policy of an endpoint
	 */
	public EndpointInventory(Supplier<List<Endpoint>> source, EndpointTraffic traffic, PolicyResolver policies) {
		this.source = source;
		this.traffic = traffic;
		this.policies = policies;
	}

	/**
	 * Return the endpoints.
	 * @return at most 2000 of them
	 */
	public List<Endpoint> endpoints() {
		List<Endpoint> known = this.endpoints;
		if (known == null) {
			known = this.source.get().stream().limit(MOST).toList();
			this.endpoints = known;
		}
		return known;
	}

	@Override
	public String name() {
		return "inventory";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> counts = new LinkedHashMap<>();
		counts.put("endpoints", endpoints().size());
		for (Coverage coverage : Coverage.values()) {
			long count = endpoints().stream().filter((endpoint) -> endpoint.coverage() == coverage).count();
			counts.put(coverage.name().toLowerCase(Locale.ROOT), count);
		}
		counts.put("neverCalled",
				endpoints().stream().filter((endpoint) -> this.traffic.of(endpoint).requests() == 0).count());
		return counts;
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("endpoints",
				endpoints().stream()
					.map(this::report)
					.sorted(Comparator.comparing((report) -> -report.risk().points()))
					.toList());
		content.put("shadow", this.traffic.shadow().describe());
		return content;
	}

	private EndpointReport report(Endpoint endpoint) {
		EndpointTraffic.Seen seen = this.traffic.of(endpoint);
		String method = endpoint.methods().isEmpty() ? "GET" : endpoint.methods().get(0);
		String path = endpoint.patterns().isEmpty() ? "/" : endpoint.patterns().get(0);
		Policy policy = this.policies.resolve(method, path);
		return EndpointReport.of(endpoint, seen, policy);
	}

}

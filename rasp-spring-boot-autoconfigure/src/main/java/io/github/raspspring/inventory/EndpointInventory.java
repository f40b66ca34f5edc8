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

	private final ReachedTargets targets;

	private final AccessRules access;

	private final List<InventoryPage> pages;

	private volatile @Nullable List<Endpoint> endpoints;

	/**
	 * Create an inventory.
	 * @param source finds the endpoints
	 */
	public EndpointInventory(Supplier<List<Endpoint>> source) {
		this(source, new EndpointTraffic(), (method, path) -> Policy.of(EnforcementMode.MONITOR),
				new ReachedTargets(source), AccessRules.NONE, List.of());
	}

	/**
	 * Create an inventory that tells what was seen of each endpoint, and what applies.
	 * @param source finds the endpoints, the same at each call
	 * @param traffic what was seen
	 * @param policies finds the policy of an endpoint
	 * @param targets what endpoints reach
	 * @param access who may call
	 * @param pages what other rooms make of it
	 */
	public EndpointInventory(Supplier<List<Endpoint>> source, EndpointTraffic traffic, PolicyResolver policies,
			ReachedTargets targets, AccessRules access, List<InventoryPage> pages) {
		this.source = source;
		this.traffic = traffic;
		this.policies = policies;
		this.targets = targets;
		this.access = access;
		this.pages = List.copyOf(pages);
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

	/**
	 * Return what callers of an endpoint need.
	 * @param endpoint one of the endpoints
	 * @return what is configured, else what was seen
	 */
	public AccessRule accessTo(Endpoint endpoint) {
		AccessRule rule = this.access.of(endpoint);
		return (rule.required() == AccessRule.Required.UNKNOWN)
				? AccessRule.observed(this.traffic.of(endpoint), rule.method()) : rule;
	}

	/**
	 * Return how often an endpoint was called.
	 * @param endpoint one of the endpoints
	 * @return the number of requests of this instance
	 */
	public long requestsOf(Endpoint endpoint) {
		return this.traffic.of(endpoint).requests();
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
		this.pages.forEach((page) -> counts.putAll(page.overview(this)));
		return counts;
	}

	@Override
	public List<String> gaps() {
		return this.pages.stream().flatMap((page) -> page.gaps(this).stream()).toList();
	}

	/**
	 * Show a page of the inventory, such as its OpenAPI document.
	 */
	@Override
	public @Nullable Object item(String id) {
		for (InventoryPage page : this.pages) {
			if (page.name().equals(id)) {
				return page.content(this);
			}
		}
		return null;
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
		content.put("pages", this.pages.stream().map(InventoryPage::name).toList());
		return content;
	}

	private EndpointReport report(Endpoint endpoint) {
		String method = endpoint.methods().isEmpty() ? "GET" : endpoint.methods().get(0);
		Policy policy = this.policies.resolve(method, endpoint.paths().get(0));
		return EndpointReport.of(endpoint, this.traffic.of(endpoint), policy, this.targets.of(endpoint),
				accessTo(endpoint));
	}

}

package io.github.raspspring.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import org.jspecify.annotations.Nullable;

/**
 * Shows what clients can call and which way each is covered. Asks for the endpoints once,
 * when somebody looks first. Thread-safe.
 */
public final class EndpointInventory implements EndpointSection {

	private static final int MOST = 2000;

	private final Supplier<List<Endpoint>> source;

	private volatile @Nullable List<Endpoint> endpoints;

	/**
	 * Create an inventory.
	 * @param source finds the endpoints
	 */
	public EndpointInventory(Supplier<List<Endpoint>> source) {
		this.source = source;
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
		return counts;
	}

	@Override
	public Object content() {
		return Map.of("endpoints", endpoints());
	}

}

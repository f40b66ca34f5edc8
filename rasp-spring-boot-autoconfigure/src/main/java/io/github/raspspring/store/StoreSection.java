package io.github.raspspring.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.StoreCalls;

/**
 * What instances share, and whether it answers.
 */
public final class StoreSection implements EndpointSection {

	private final String type;

	private final List<StoreCalls> stores;

	/**
	 * Create the section.
	 * @param type how {@code rasp.store.type} is set
	 * @param stores what is called outside of this instance
	 */
	public StoreSection(String type, List<StoreCalls> stores) {
		this.type = type;
		this.stores = List.copyOf(stores);
	}

	@Override
	public String name() {
		return "store";
	}

	@Override
	public Map<String, Object> overview() {
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("type", this.type);
		this.stores.forEach((store) -> overview.put(store.name(), store.isAvailable() ? "AVAILABLE" : "LOST"));
		return overview;
	}

	@Override
	public List<String> gaps() {
		return this.stores.stream()
			.filter((store) -> !store.isAvailable())
			.map((store) -> "The store " + store.name() + " does not answer: instances count for themselves.")
			.toList();
	}

	@Override
	public Object content() {
		return overview();
	}

}

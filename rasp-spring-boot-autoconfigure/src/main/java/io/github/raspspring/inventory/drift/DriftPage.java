package io.github.raspspring.inventory.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.inventory.InventoryPage;
import io.github.raspspring.inventory.StoredDocument;

/**
 * What has changed of the API since its baseline.
 */
public final class DriftPage implements InventoryPage {

	private final Map<String, Object> baseline;

	/**
	 * Create the page.
	 * @param baseline what the page {@code baseline} has shown once
	 */
	public DriftPage(Map<String, Object> baseline) {
		this.baseline = StoredDocument.map(baseline.get("endpoints"));
	}

	@Override
	public String name() {
		return "drift";
	}

	@Override
	public Object content(EndpointInventory inventory) {
		Drift drift = drift(inventory);
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("added", drift.added);
		content.put("removed", drift.removed);
		content.put("changed", drift.changed);
		return content;
	}

	@Override
	public Map<String, Object> overview(EndpointInventory inventory) {
		return Map.of("drift", drift(inventory).size());
	}

	@Override
	public List<String> gaps(EndpointInventory inventory) {
		Drift drift = drift(inventory);
		return (drift.size() == 0) ? List.of()
				: List.of("The API differs from its baseline: " + drift.added.size() + " endpoints are new, "
						+ drift.removed.size() + " are gone, " + drift.changed.size()
						+ " have changed; see inventory/drift, and commit inventory/baseline if that is meant.");
	}

	private Drift drift(EndpointInventory inventory) {
		Map<String, Map<String, Object>> now = ApiFacts.of(inventory);
		List<String> added = new ArrayList<>();
		List<String> removed = new ArrayList<>();
		Map<String, Object> changed = new TreeMap<>();
		now.forEach((name, facts) -> {
			Object known = this.baseline.get(name);
			if (known == null) {
				added.add(name);
			}
			else if (!StoredDocument.map(known).equals(facts)) {
				changed.put(name, Map.of("was", known, "is", facts));
			}
		});
		this.baseline.keySet().stream().filter((name) -> !now.containsKey(name)).sorted().forEach(removed::add);
		return new Drift(added, removed, changed);
	}

	/**
	 * What differs.
	 */
	private record Drift(List<String> added, List<String> removed, Map<String, Object> changed) {

		int size() {
			return this.added.size() + this.removed.size() + this.changed.size();
		}

	}

}

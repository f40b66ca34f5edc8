package io.github.raspspring.inventory.drift;

import java.util.Map;

import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.inventory.InventoryPage;

/**
 * The API as it is now, in the form in which it is committed as a baseline.
 */
public final class BaselinePage implements InventoryPage {

	@Override
	public String name() {
		return "baseline";
	}

	@Override
	public Object content(EndpointInventory inventory) {
		return Map.of("endpoints", ApiFacts.of(inventory));
	}

}

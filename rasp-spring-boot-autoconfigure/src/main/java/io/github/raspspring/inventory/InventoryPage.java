package io.github.raspspring.inventory;

import java.util.List;
import java.util.Map;

/**
 * Port through which a room makes something of the inventory, shown behind its address
 * under a name.
 */
public interface InventoryPage {

	/**
	 * Return the name.
	 * @return one lower-case word
	 */
	String name();

	/**
	 * Return what is shown.
	 * @param inventory all endpoints
	 * @return the content, written as JSON
	 */
	Object content(EndpointInventory inventory);

	/**
	 * Return a few facts for the overview.
	 * @param inventory all endpoints
	 * @return facts by name
	 */
	default Map<String, Object> overview(EndpointInventory inventory) {
		return Map.of();
	}

	/**
	 * Return what is wrong.
	 * @param inventory all endpoints
	 * @return a sentence for each
	 */
	default List<String> gaps(EndpointInventory inventory) {
		return List.of();
	}

}

package io.github.raspspring.inventory.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.raspspring.inventory.Endpoint;
import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.inventory.InventoryPage;

/**
 * The API that runs as an OpenAPI 3.1 document: what is declared of each endpoint, who
 * may call it, and how often that has happened.
 */
public final class OpenApiPage implements InventoryPage {

	private final String title;

	/**
	 * Create the page.
	 * @param title the name of the application
	 */
	public OpenApiPage(String title) {
		this.title = title;
	}

	@Override
	public String name() {
		return "openapi";
	}

	@Override
	public Map<String, Object> content(EndpointInventory inventory) {
		SchemaWriter schemas = new SchemaWriter();
		Map<String, Map<String, Object>> paths = new TreeMap<>();
		for (Endpoint endpoint : inventory.endpoints()) {
			OperationWriter writer = new OperationWriter(endpoint, schemas, inventory);
			for (String pattern : endpoint.paths()) {
				PathTemplate template = PathTemplate.of(pattern);
				Map<String, Object> operations = paths.computeIfAbsent(template.text(),
						(unknown) -> new LinkedHashMap<>());
				writer.methods().forEach((method) -> writer.write(method, template, operations));
			}
		}
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("openapi", "3.1.0");
		document.put("info", Map.of("title", this.title, "version", "as it runs"));
		document.put("paths", paths);
		document.put("components", Map.of("schemas", schemas.components()));
		return document;
	}

}

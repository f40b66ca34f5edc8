package io.github.raspspring.inventory.openapi;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.raspspring.inventory.StoredDocument;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAPI document says of operations.
 *
 * @param operations the operations by method and path, in which variables have no names
 * @param document all of it, to look references up
 */
record DescribedApi(Map<String, Operation> operations, Map<String, Object> document) {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
			"trace");

	static DescribedApi of(Map<String, Object> document) {
		Map<String, Operation> operations = new TreeMap<>();
		String base = base(document);
		StoredDocument.map(document.get("paths")).forEach((path, item) -> {
			Map<String, Object> all = StoredDocument.map(item);
			all.forEach((method, operation) -> {
				if (METHODS.contains(method)) {
					operations.put(key(method, base + path),
							operation(document, all, StoredDocument.map(operation), base + path));
				}
			});
		});
		return new DescribedApi(operations, document);
	}

	/**
	 * Return the name of an operation, whatever its variables are called.
	 */
	static String key(String method, String path) {
		String plain = PathTemplate.of(path).text().replaceAll("\\{[^}]*}", "{}");
		return method.toUpperCase(Locale.ROOT) + ' ' + plain;
	}

	/**
	 * The path that the first server has in common for all operations.
	 */
	private static String base(Map<String, Object> document) {
		List<?> servers = StoredDocument.list(document.get("servers"));
		Object url = servers.isEmpty() ? "" : StoredDocument.map(servers.get(0)).get("url");
		try {
			String path = URI.create(String.valueOf(url)).getPath();
			return (path == null || path.equals("/")) ? "" : path.replaceAll("/+$", "");
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static Operation operation(Map<String, Object> document, Map<String, Object> item,
			Map<String, Object> operation, String path) {
		Set<String> parameters = new TreeSet<>();
		for (Object declared : StoredDocument.list(item.get("parameters"))) {
			add(document, declared, parameters);
		}
		for (Object declared : StoredDocument.list(operation.get("parameters"))) {
			add(document, declared, parameters);
		}
		return new Operation(path, parameters, StoredDocument.map(operation.get("responses")));
	}

	/**
	 * Variables of the path are part of the path.
	 */
	private static void add(Map<String, Object> document, Object declared, Set<String> parameters) {
		Map<String, Object> parameter = JsonReference.resolve(document, StoredDocument.map(declared));
		String location = String.valueOf(parameter.get("in"));
		String name = String.valueOf(parameter.get("name"));
		if (!location.equals("path")) {
			parameters.add(location + ' ' + (location.equals("header") ? name.toLowerCase(Locale.ROOT) : name));
		}
	}

	/**
	 * One operation.
	 *
	 * @param path its path as it is written
	 * @param parameters location and name of each
	 * @param answers what is said of answers by their status, {@code default} for others
	 */
	record Operation(String path, Set<String> parameters, Map<String, Object> answers) {

		/**
		 * Return what is said of a status, or {@code null} if nothing is.
		 */
		@Nullable Object answer(int status) {
			Object exact = this.answers.get(String.valueOf(status));
			if (exact != null) {
				return exact;
			}
			Object range = this.answers.get(status / 100 + "XX");
			return (range != null) ? range : this.answers.get("default");
		}

	}

}

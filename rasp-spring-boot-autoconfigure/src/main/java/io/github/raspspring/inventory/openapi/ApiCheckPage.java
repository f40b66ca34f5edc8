package io.github.raspspring.inventory.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.raspspring.inventory.EndpointInventory;
import io.github.raspspring.inventory.EndpointKind;
import io.github.raspspring.inventory.InventoryPage;
import org.jspecify.annotations.Nullable;

/**
 * Holds a given OpenAPI document against what runs.
 */
public final class ApiCheckPage implements InventoryPage {

	/** Nobody documents these. */
	private static final Set<EndpointKind> OTHERS = Set.of(EndpointKind.ACTUATOR, EndpointKind.RESOURCE,
			EndpointKind.PAGE);

	private static final String BELOW = "/**";

	private final AnswerCheck answers;

	/**
	 * Create the page.
	 * @param answers holds answers against the document
	 */
	public ApiCheckPage(AnswerCheck answers) {
		this.answers = answers;
	}

	@Override
	public String name() {
		return "check";
	}

	@Override
	public Map<String, Object> content(EndpointInventory inventory) {
		Map<String, DescribedApi.Operation> running = running(inventory);
		Map<String, DescribedApi.Operation> documented = this.answers.described().operations();
		Map<String, Object> content = new LinkedHashMap<>();
		Set<String> servlets = servlets(inventory);
		content.put("undocumented",
				without(running, documented, Set.of()).stream()
					.filter((operation) -> !isDescribedBelow(operation, servlets, documented))
					.toList());
		content.put("gone", without(documented, running, servlets));
		Map<String, Set<String>> undocumented = new TreeMap<>();
		Map<String, Set<String>> gone = new TreeMap<>();
		running.forEach((key, operation) -> {
			DescribedApi.Operation said = documented.get(key);
			if (said != null) {
				put(key, operation.parameters(), said.parameters(), undocumented);
				put(key, said.parameters(), operation.parameters(), gone);
			}
		});
		content.put("undocumentedParameters", undocumented);
		content.put("goneParameters", gone);
		content.put("answersOff", this.answers.off());
		return content;
	}

	/**
	 * A method that a handler takes for want of a declaration need not be documented, if
	 * another one of the same path is.
	 */
	private static Map<String, DescribedApi.Operation> running(EndpointInventory inventory) {
		EndpointInventory own = new EndpointInventory(() -> inventory.endpoints()
			.stream()
			.filter((endpoint) -> !OTHERS.contains(endpoint.kind()))
			.filter((endpoint) -> !endpoint.handler().equals("BasicErrorController.error")
					&& !endpoint.handler().equals("BasicErrorController.errorHtml"))
			.toList());
		return DescribedApi.of(new OpenApiPage("running").content(own)).operations();
	}

	/**
	 * A plain servlet serves whatever stands below its mapping, as far as anybody knows.
	 */
	private static Set<String> servlets(EndpointInventory inventory) {
		Set<String> below = new TreeSet<>();
		inventory.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.kind() == EndpointKind.SERVLET)
			.flatMap((endpoint) -> endpoint.paths().stream())
			.filter((path) -> path.endsWith(BELOW) && path.length() > BELOW.length())
			.forEach((path) -> below.add(path.substring(0, path.length() - BELOW.length() + 1)));
		return below;
	}

	private static boolean isDescribedBelow(String operation, Set<String> servlets,
			Map<String, DescribedApi.Operation> documented) {
		String path = operation.substring(operation.indexOf(' ') + 1);
		return servlets.stream()
			.filter((servlet) -> path.equals(servlet + "{any}"))
			.anyMatch((servlet) -> documented.values().stream().anyMatch((said) -> said.path().startsWith(servlet)));
	}

	private static List<String> without(Map<String, DescribedApi.Operation> operations,
			Map<String, DescribedApi.Operation> others, Set<String> served) {
		List<String> found = new ArrayList<>();
		operations.forEach((key, operation) -> {
			if (!others.containsKey(key) && served.stream().noneMatch(operation.path()::startsWith)) {
				found.add(key.substring(0, key.indexOf(' ') + 1) + operation.path());
			}
		});
		return found;
	}

	private static void put(String key, Set<String> parameters, Set<String> others, Map<String, Set<String>> found) {
		Set<String> rest = new TreeSet<>(parameters);
		rest.removeAll(others);
		if (!rest.isEmpty()) {
			found.put(key, rest);
		}
	}

	@Override
	public Map<String, Object> overview(EndpointInventory inventory) {
		Map<String, Object> content = content(inventory);
		Map<String, Object> overview = new LinkedHashMap<>();
		overview.put("undocumented", size(content.get("undocumented")));
		overview.put("documentedButGone", size(content.get("gone")));
		overview.put("answersOff", this.answers.off().size());
		return overview;
	}

	private static int size(@Nullable Object list) {
		return (list instanceof List<?> known) ? known.size() : 0;
	}

}

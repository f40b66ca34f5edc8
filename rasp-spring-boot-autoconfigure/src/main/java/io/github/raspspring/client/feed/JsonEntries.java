package io.github.raspspring.client.feed;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds strings within a JSON document.
 */
final class JsonEntries {

	private JsonEntries() {
	}

	static List<String> at(String path, byte[] content) {
		List<JsonNode> nodes = List.of(parse(content));
		for (String step : path.substring(1).split("/")) {
			nodes = step(nodes, step.replace("~1", "/").replace("~0", "~"));
		}
		return nodes.stream().filter(JsonNode::isString).map(JsonNode::asString).toList();
	}

	private static JsonNode parse(byte[] content) {
		try {
			return JsonMapper.shared().readTree(content);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("It is no JSON document", ex);
		}
	}

	private static List<JsonNode> step(List<JsonNode> nodes, String step) {
		List<JsonNode> found = new ArrayList<>();
		for (JsonNode node : nodes) {
			if (step.equals("*")) {
				node.values().forEach(found::add);
			}
			else if (node.has(step)) {
				found.add(node.get(step));
			}
		}
		return found;
	}

}

package io.github.raspspring.autoconfigure.inventory;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/**
 * Holds documents against what OpenAPI 3.1 asks of them: by a schema, and by what a
 * schema can't say.
 */
final class OpenApiSchema {

	private OpenApiSchema() {
	}

	static List<String> violations(JsonNode document) {
		List<String> violations = new ArrayList<>();
		InputStream text = OpenApiSchema.class.getResourceAsStream("/openapi/openapi-3.1-reduced.json");
		Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
		schema.validate(document).forEach((error) -> violations.add(error.toString()));
		List<String> ids = new ArrayList<>();
		document.path("paths").properties().forEach((path) -> path.getValue().properties().forEach((operation) -> {
			ids.add(operation.getValue().path("operationId").asString());
			checkVariables(path.getKey(), operation.getValue(), violations);
		}));
		if (ids.stream().distinct().count() != ids.size()) {
			violations.add("Two operations have one id: " + ids);
		}
		checkReferences(document, document, violations);
		return violations;
	}

	private static void checkVariables(String path, JsonNode operation, List<String> violations) {
		List<String> declared = new ArrayList<>();
		operation.path("parameters").values().forEach((parameter) -> {
			if (parameter.path("in").asString().equals("path")) {
				declared.add("{" + parameter.path("name").asString() + "}");
			}
		});
		long variables = path.chars().filter((c) -> c == '{').count();
		if (declared.size() != variables || !declared.stream().allMatch(path::contains)) {
			violations.add(path + " declares " + declared);
		}
	}

	private static void checkReferences(JsonNode document, JsonNode node, List<String> violations) {
		if (node.has("$ref") && document.at(node.path("$ref").asString().substring(1)).isMissingNode()) {
			violations.add("Nothing is at " + node.path("$ref"));
		}
		node.values().forEach((child) -> checkReferences(document, child, violations));
	}

}

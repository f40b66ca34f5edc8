package io.github.raspspring.autoconfigure.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property says what it is for, in the metadata and in the guide.
 */
class ConfigurationMetadataTests {

	private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

	static Stream<JsonNode> properties() throws IOException {
		try (InputStream metadata = ConfigurationMetadataTests.class.getResourceAsStream(METADATA)) {
			List<JsonNode> properties = new ArrayList<>();
			new JsonMapper().readTree(metadata).get("properties").forEach(properties::add);
			return properties.stream().filter((property) -> name(property).startsWith("rasp."));
		}
	}

	@ParameterizedTest
	@MethodSource("properties")
	void propertyIsDescribed(JsonNode property) {
		assertThat(property.path("description").asString("")).as(name(property))
			.endsWith(".")
			.doesNotStartWith("The ")
			.doesNotStartWith("A ");
	}

	@ParameterizedTest
	@MethodSource("properties")
	void propertyIsInTheGuide(JsonNode property) throws IOException {
		assertThat(Files.readString(Path.of("../docs/configuration.md"))).contains("`" + name(property) + "`");
	}

	private static String name(JsonNode property) {
		return property.get("name").asString();
	}

}

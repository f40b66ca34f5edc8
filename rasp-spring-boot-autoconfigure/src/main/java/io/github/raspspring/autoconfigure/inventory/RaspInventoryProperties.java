package io.github.raspspring.autoconfigure.inventory;

import java.util.Map;

import io.github.raspspring.inventory.StoredDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * What the inventory of endpoints is compared with.
 *
 * @param baseline Location of a file in which the API was written down, such as
 * classpath:api-baseline.json. The page inventory/baseline shows its content.
 * @param openapi Location of an OpenAPI document that the application should be like,
 * such as classpath:openapi.yaml.
 */
@ConfigurationProperties("rasp.inventory")
public record RaspInventoryProperties(@Nullable String baseline, @Nullable String openapi) {

	/**
	 * Read a file that a property names.
	 */
	static Map<String, Object> read(String property, @Nullable String location, String content,
			ResourceLoader resources) {
		Map<String, Object> document;
		try {
			Resource resource = resources.getResource(String.valueOf(location));
			document = StoredDocument.read(resource);
		}
		catch (RuntimeException ex) {
			throw new InvalidConfigurationPropertyValueException(property, location,
					"Name a file that is there and is JSON or YAML: " + ex.getMessage());
		}
		if (!(document.get(content) instanceof Map)) {
			throw new InvalidConfigurationPropertyValueException(property, location,
					"The file has no " + content + ", so nothing could be compared.");
		}
		return document;
	}

}

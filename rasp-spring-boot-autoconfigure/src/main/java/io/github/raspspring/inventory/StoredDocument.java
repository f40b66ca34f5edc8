package io.github.raspspring.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.Resource;

/**
 * A document that was written down: YAML, or JSON, which is YAML too.
 */
public final class StoredDocument {

	private StoredDocument() {
	}

	/**
	 * Read a document.
	 * @param resource where it is
	 * @return its content, all keys as texts
	 * @throws RuntimeException if there is none, or it can't be read
	 */
	public static Map<String, Object> read(Resource resource) {
		YamlMapFactoryBean yaml = new YamlMapFactoryBean();
		yaml.setResources(resource);
		yaml.setSingleton(false);
		return map(yaml.getObject());
	}

	/**
	 * Return a value of a document as a map.
	 * @param value the value
	 * @return the map, empty if it is none
	 */
	public static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> texts = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, item) -> texts.put(plain(String.valueOf(key)), item));
		}
		return texts;
	}

	/**
	 * Return a value of a document as a list.
	 * @param value the value
	 * @return the list, empty if it is none
	 */
	public static List<?> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? list : List.of();
	}

	/**
	 * Spring writes keys that are no texts, such as numbers of statuses, in brackets.
	 */
	private static String plain(String key) {
		return (key.startsWith("[") && key.endsWith("]")) ? key.substring(1, key.length() - 1) : key;
	}

}

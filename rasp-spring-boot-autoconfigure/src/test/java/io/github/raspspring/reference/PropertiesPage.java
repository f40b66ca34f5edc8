package io.github.raspspring.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All properties: those of the metadata that editors read, and the elements of lists and
 * maps, of which that metadata has no description.
 */
final class PropertiesPage implements ReferencePage {

	private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

	private static final String[] TITLES = { "property", "type", "default", "what it does" };

	private final JsonNode metadata;

	PropertiesPage() {
		try (InputStream stream = PropertiesPage.class.getResourceAsStream(METADATA)) {
			this.metadata = new JsonMapper().readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String file() {
		return "docs/reference/properties.md";
	}

	@Override
	public String text() {
		StringBuilder text = new StringBuilder(
				"""
						# Properties

						All properties there are. A time needs its unit (`500ms`, `15m`, `24h`), a size too (`64KB`, `8MB`); a list is
						written with commas or as a list of YAML. An empty default means that nothing is set.
						[Configuration](../configuration.md) tells which ones belong together and what to begin with.
						""");
		records().forEach((prefix, types) -> {
			Map<String, RecordComponent> elements = new LinkedHashMap<>();
			Map<String, String[]> rows = new TreeMap<>();
			types.forEach((type) -> collect(prefix + ".", type, rows, elements));
			text.append("\n## ").append(prefix).append("\n\n").append(table(rows));
			append(text, elements);
		});
		return text.toString();
	}

	/**
	 * Return the names of all properties of the metadata, with their descriptions.
	 */
	Map<String, String> described() {
		Map<String, String> described = new TreeMap<>();
		for (JsonNode property : this.metadata.get("properties")) {
			if (property.get("name").asString().startsWith("rasp.")) {
				described.put(property.get("name").asString(), property.path("description").asString(""));
			}
		}
		return described;
	}

	/**
	 * Return the records that are bound, by the prefix at which they are.
	 */
	private Map<String, List<Class<?>>> records() {
		Map<String, List<Class<?>>> records = new TreeMap<>();
		for (JsonNode group : this.metadata.get("groups")) {
			String prefix = group.get("name").asString();
			if (prefix.startsWith("rasp") && !group.has("sourceMethod")) {
				records.computeIfAbsent(prefix, (name) -> new ArrayList<>()).add(type(group.get("type").asString()));
			}
		}
		return records;
	}

	private static void append(StringBuilder text, Map<String, RecordComponent> elements) {
		elements.forEach((name, component) -> {
			boolean map = Map.class.isAssignableFrom(component.getType());
			String title = name + (map ? ".<name>" : "[]");
			Map<String, RecordComponent> deeper = new LinkedHashMap<>();
			Map<String, String[]> rows = new LinkedHashMap<>();
			collect("", TypePhrase.element(component.getGenericType()), rows, deeper);
			text.append("\n### ").append(title.replace("<", "&lt;")).append("\n\n").append(table(rows));
			Map<String, RecordComponent> named = new LinkedHashMap<>();
			deeper.forEach((inner, element) -> named.put(title + "." + inner, element));
			append(text, named);
		});
	}

	private static String table(Map<String, String[]> rows) {
		Table table = new Table(TITLES);
		rows.values().forEach(table::row);
		return table.toString();
	}

	private static void collect(String prefix, Class<?> type, Map<String, String[]> rows,
			Map<String, RecordComponent> elements) {
		Map<String, String> descriptions = SourceText.of(type).parameters();
		RecordComponent[] components = type.getRecordComponents();
		for (int i = 0; i < components.length; i++) {
			String name = prefix + DataObjectPropertyName.toDashedForm(components[i].getName());
			if (components[i].getType().isRecord()) {
				collect(name + ".", components[i].getType(), rows, elements);
				continue;
			}
			rows.put(name, new String[] { "`" + name + "`", TypePhrase.of(components[i].getGenericType()),
					defaultOf(type, i), descriptions.getOrDefault(components[i].getName(), "") });
			if (TypePhrase.element(components[i].getGenericType()) != null) {
				elements.put(name, components[i]);
			}
		}
	}

	private static String defaultOf(Class<?> type, int index) {
		Class<?>[] components = Stream.of(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(components);
			DefaultValue value = constructor.getParameters()[index].getAnnotation(DefaultValue.class);
			String shown = (value == null) ? "" : String.join(", ", value.value());
			return shown.isEmpty() ? "" : "`" + shown + "`";
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

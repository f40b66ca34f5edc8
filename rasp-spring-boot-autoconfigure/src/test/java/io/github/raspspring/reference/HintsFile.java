package io.github.raspspring.reference;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.raspspring.token.TokenCheck;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * What editors offer while a property is written: the names that the code knows. Modes
 * and other enumerations they find by themselves, and of what is within a list or a map
 * the format of hints can't speak.
 */
final class HintsFile implements ReferencePage {

	private static final String BEHAVIOR = "behavior-";

	private final DetectorsPage detectors;

	HintsFile(DetectorsPage detectors) {
		this.detectors = detectors;
	}

	@Override
	public String file() {
		return "rasp-spring-boot-autoconfigure/src/main/resources/META-INF/"
				+ "additional-spring-configuration-metadata.json";
	}

	@Override
	public String text() {
		Map<String, String> checks = new TreeMap<>();
		for (TokenCheck check : TokenCheck.values()) {
			checks.put(check.rule().id(), check.rule().explanation());
		}
		Map<String, String> usage = new TreeMap<>();
		this.detectors.described().forEach((name, description) -> {
			if (name.startsWith(BEHAVIOR)) {
				usage.put(name.substring(BEHAVIOR.length()), description);
			}
		});
		Map<String, String> algorithms = new TreeMap<>();
		Stream.<JwsAlgorithm>concat(Stream.of(SignatureAlgorithm.values()), Stream.of(MacAlgorithm.values()))
			.sorted(Comparator.comparing(JwsAlgorithm::getName))
			.forEach((algorithm) -> algorithms.put(algorithm.getName(), ""));
		List<Object> hints = List.of(values("rasp.behavior.detectors.keys", usage, false),
				values("rasp.detectors.keys", this.detectors.described(), true), resource("rasp.inventory.baseline"),
				resource("rasp.inventory.openapi"), values("rasp.token.algorithms", algorithms, false),
				values("rasp.token.modes.keys", checks, false));
		return JsonMapper.builder()
			.build()
			.writerWithDefaultPrettyPrinter()
			.writeValueAsString(Map.of("hints", hints))
			.replace("\r\n", "\n") + "\n";
	}

	private static Map<String, Object> values(String name, Map<String, String> values, boolean others) {
		Map<String, Object> hint = new LinkedHashMap<>();
		hint.put("name", name);
		hint.put("values", values.entrySet().stream().map(HintsFile::value).toList());
		if (others) {
			hint.put("providers", List.of(Map.of("name", "any")));
		}
		return hint;
	}

	private static Map<String, String> value(Map.Entry<String, String> entry) {
		Map<String, String> value = new LinkedHashMap<>();
		value.put("value", entry.getKey());
		if (!entry.getValue().isEmpty()) {
			value.put("description", entry.getValue().replace("`", ""));
		}
		return value;
	}

	private static Map<String, Object> resource(String name) {
		Map<String, Object> provider = new LinkedHashMap<>();
		provider.put("name", "handle-as");
		provider.put("parameters", Map.of("target", Resource.class.getName()));
		Map<String, Object> hint = new LinkedHashMap<>();
		hint.put("name", name);
		hint.put("providers", List.of(provider));
		return hint;
	}

}

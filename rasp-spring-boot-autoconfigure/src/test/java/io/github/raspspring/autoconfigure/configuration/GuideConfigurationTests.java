package io.github.raspspring.autoconfigure.configuration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.raspspring.reference.GuideBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The configuration that the README and the guides show is understood: each property is
 * known and each value can be bound.
 */
class GuideConfigurationTests {

	/** Stands for every secret, and is good for those that are Base64. */
	private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

	static Stream<GuideBlock> blocks() {
		return GuideBlock.in("yaml").filter((block) -> !isExportedProfile(block));
	}

	@ParameterizedTest
	@MethodSource("blocks")
	void configurationIsUnderstood(GuideBlock block) throws Exception {
		Map<String, Object> document = new Yaml().load(block.text());
		assertThat(document.keySet()).as("what is configured")
			.allMatch((name) -> name.matches("(rasp|management|spring|server|logging)(\\..*)?"));
		bind(block.text());
	}

	@Test
	void guidesShowConfiguration() {
		assertThat(blocks()).hasSizeGreaterThan(20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp:\n  mdoe: block", "rasp:\n  mode: blok", "rasp.routes[0].patern: /a",
			"rasp:\n  rate-limit:\n    plans:\n      a:\n        capacity: many", "rasp.store.timeout: 50",
			"rasp:\n  token:\n    algorithms: RS257", "rasp:\n  detectors:\n    ssrf:\n      mod: monitor" })
	void configurationThatIsWrongIsTold(String text) {
		assertThatException().isThrownBy(() -> bind(text));
	}

	private static void bind(String text) throws Exception {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((known) -> environment.getPropertySources().remove(known.getName()));
		environment.getPropertySources().addLast(new Secrets());
		List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("guide",
				new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
		sources.forEach(environment.getPropertySources()::addLast);
		assertThat(new ConfigurationSection(environment).gaps()).isEmpty();
		Binder binder = Binder.get(environment);
		PropertyNames.records()
			.forEach((at) -> binder.bindOrCreate(String.join(".", at.prefix()), Bindable.of(at.type())));
	}

	/**
	 * Profiles that were exported have a form of their own.
	 */
	private static boolean isExportedProfile(GuideBlock block) {
		return block.text().startsWith("version: 1\nendpoints:");
	}

	private static final class Secrets extends MapPropertySource {

		private Secrets() {
			super("secrets", Map.of());
		}

		@Override
		public Object getProperty(String name) {
			return name.matches("[A-Z_]+") ? SECRET : null;
		}

	}

}

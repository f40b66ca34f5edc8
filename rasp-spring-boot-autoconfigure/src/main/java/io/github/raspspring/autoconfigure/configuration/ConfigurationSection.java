package io.github.raspspring.autoconfigure.configuration;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.raspspring.engine.EndpointSection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Tells of properties that don't exist. One that is misspelt stops the start, or a
 * protection that is configured would silently be none. An environment variable may be
 * meant for somebody else, so it is a warning and a gap.
 */
final class ConfigurationSection implements EndpointSection {

	private static final Log logger = LogFactory.getLog("rasp");

	private final Environment environment;

	private static final Pattern BARE_NUMBER = Pattern.compile("[+-]?0*[1-9][0-9]*");

	private final List<String> gaps = new ArrayList<>();

	/**
	 * Look through all properties, unless all is switched off.
	 * @throws InvalidConfigurationPropertyValueException if one does not exist, or a
	 * switch is neither on nor off
	 */
	ConfigurationSection(Environment environment) {
		this.environment = environment;
		if ("false".equalsIgnoreCase(environment.getProperty("rasp.enabled"))) {
			return;
		}
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(PropertyNames::concerns).forEach((name) -> check(name, iterable));
			}
		}
		this.gaps.forEach(logger::warn);
	}

	@Override
	public String name() {
		return "configuration";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("unknown", this.gaps.size());
	}

	@Override
	public List<String> gaps() {
		return List.copyOf(this.gaps);
	}

	@Override
	public Object content() {
		return gaps();
	}

	private void check(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		boolean variable = isEnvironment(source.getUnderlyingSource());
		Type type = PropertyNames.typeOf(name, variable);
		if (type != null) {
			checkSwitch(name);
			checkUnit(name, type, source);
			return;
		}
		if (variable) {
			this.gaps.add("An environment variable sets " + name + ", which does not exist. "
					+ mend(name, VariableNames.nearest(name)));
			return;
		}
		String mend = mend(name, PropertyNames.nearest(name));
		ConfigurationProperty property = source.getConfigurationProperty(name);
		throw new InvalidConfigurationPropertyValueException(name.toString(),
				(property != null) ? property.getValue() : null, "There is no such property. " + mend);
	}

	private static String mend(ConfigurationPropertyName name, @Nullable String nearest) {
		return (nearest != null) ? "Did you mean " + nearest + "?"
				: "Known are " + String.join(", ", PropertyNames.siblings(name)) + ". See docs/configuration.md.";
	}

	/**
	 * Conditions take everything but true for off, where binding knows more words.
	 */
	private void checkSwitch(ConfigurationPropertyName name) {
		if (!name.getLastElement(ConfigurationPropertyName.Form.UNIFORM).equals("enabled")) {
			return;
		}
		String value = this.environment.getProperty(name.toString());
		if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
			throw new InvalidConfigurationPropertyValueException(name.toString(), value, "Use true or false.");
		}
	}

	/**
	 * Binding takes a bare number for milliseconds, which nobody means who writes 60.
	 */
	private static void checkUnit(ConfigurationPropertyName name, Type type, ConfigurationPropertySource source) {
		ConfigurationProperty property = (type == Duration.class) ? source.getConfigurationProperty(name) : null;
		String value = (property != null) ? String.valueOf(property.getValue()).strip() : "";
		if (BARE_NUMBER.matcher(value).matches()) {
			throw new InvalidConfigurationPropertyValueException(name.toString(), value,
					"Name the unit of the time, such as " + value + "s or " + value + "ms.");
		}
	}

	private static boolean isEnvironment(@Nullable Object source) {
		return source instanceof SystemEnvironmentPropertySource
				|| (source instanceof PropertySource<?> named && named.getName().equals("systemEnvironment"));
	}

}

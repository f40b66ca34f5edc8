package io.github.raspspring.autoconfigure.configuration;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * What stands in a file, a variable or an argument, before it was read as a value.
 *
 * @param value what is written, or {@code null} if nothing is
 * @param origin where; if nothing is written, where its neighbor is
 */
record WrittenProperty(@Nullable Object value, @Nullable Origin origin) {

	/** Names and passwords in URLs (RFC 3986, 3.2.1). */
	private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]+@");

	/**
	 * Look for a property.
	 * @param environment where to look
	 * @param name what is wrong
	 * @param value the value as it was read
	 */
	static WrittenProperty find(@Nullable Environment environment, String name, @Nullable Object value) {
		ConfigurationPropertyName wanted = ConfigurationPropertyName.ofIfValid(name);
		if (environment == null || wanted == null) {
			return new WrittenProperty(value, null);
		}
		ConfigurationProperty exact = exact(environment, wanted, value);
		if (exact == null && wanted.isLastElementIndexed()) {
			// An element of a list that is written in one line.
			exact = itself(environment, wanted.getParent());
		}
		if (exact != null) {
			return new WrittenProperty(exact.getValue(), exact.getOrigin());
		}
		Origin origin = (wanted.getNumberOfElements() > 1)
				? below(environment, wanted.getParent()).map(ConfigurationProperty::getOrigin)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null)
				: null;
		return new WrittenProperty(value, origin);
	}

	/**
	 * Return the value for a message, without secrets.
	 */
	String quoted() {
		return (this.value != null) ? '"' + USER_INFO.matcher(this.value.toString()).replaceAll("//***@") + '"'
				: "not set";
	}

	/**
	 * Look for the property itself, or for the element of its list that is wrong.
	 */
	private static @Nullable ConfigurationProperty exact(Environment environment, ConfigurationPropertyName name,
			@Nullable Object value) {
		ConfigurationProperty itself = itself(environment, name);
		if (itself != null) {
			return itself;
		}
		String wrong = String.valueOf(value);
		return below(environment, name).filter((property) -> property.getValue().toString().equals(wrong))
			.findFirst()
			.or(() -> below(environment, name).findFirst())
			.orElse(null);
	}

	private static @Nullable ConfigurationProperty itself(Environment environment, ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	private static Stream<ConfigurationProperty> below(Environment environment, ConfigurationPropertyName parent) {
		return sources(environment).flatMap((source) -> source.stream()
			.filter(parent::isAncestorOf)
			.map(source::getConfigurationProperty)
			.filter(Objects::nonNull));
	}

	private static Stream<IterableConfigurationPropertySource> sources(Environment environment) {
		return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.map(IterableConfigurationPropertySource.class::cast);
	}

}

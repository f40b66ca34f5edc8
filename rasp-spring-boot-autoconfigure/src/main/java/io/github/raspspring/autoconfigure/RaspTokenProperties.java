package io.github.raspspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * What is asked of tokens beyond a good signature.
 *
 * @param enabled Whether tokens are held against the rules.
 * @param mode Strictest mode of all token rules, which can only soften that of the route.
 * @param maximumLifetime Longest time from iat to exp that is accepted.
 * @param acceptedTypes Types that the header typ may name.
 * @param typeRequired Whether a token without the header typ is refused.
 * @param audiences Names of this application, one of which aud must contain; not asked
 * for if empty.
 * @param modes Modes of single rules by their id, which can only soften further.
 */
@ConfigurationProperties("rasp.token")
public record RaspTokenProperties(@DefaultValue("true") boolean enabled, @DefaultValue("block") EnforcementMode mode,
		@DefaultValue("24h") Duration maximumLifetime, @DefaultValue( {
				"JWT", "at+jwt" }) List<String> acceptedTypes,
		@DefaultValue("false") boolean typeRequired, @DefaultValue Set<String> audiences,
		@DefaultValue Map<String, EnforcementMode> modes){

	public RaspTokenProperties {
		if (maximumLifetime.isNegative() || maximumLifetime.isZero()) {
			throw new InvalidConfigurationPropertyValueException("rasp.token.maximum-lifetime", maximumLifetime,
					"Set a time longer than zero; set rasp.token.modes.lifetime-too-long=off to accept any.");
		}
		checkNotBlank("rasp.token.accepted-types", acceptedTypes);
		checkNotBlank("rasp.token.audiences", List.copyOf(audiences));
		if (acceptedTypes.isEmpty() && typeRequired) {
			throw new InvalidConfigurationPropertyValueException("rasp.token.accepted-types", acceptedTypes,
					"Name at least one type, or no token can be accepted.");
		}
	}

	private static void checkNotBlank(String property, List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			if (!StringUtils.hasText(names.get(i))) {
				throw new InvalidConfigurationPropertyValueException(property + "[" + i + "]", names.get(i),
						"Name something or remove the entry.");
			}
		}
	}

}

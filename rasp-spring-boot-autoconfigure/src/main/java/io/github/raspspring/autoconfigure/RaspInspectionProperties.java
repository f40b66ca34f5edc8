package io.github.raspspring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * How the values of a request are inspected.
 *
 * @param enabled Whether detectors run on the values of a request. Sinks see the values
 * all the same.
 * @param maxBodySize Size of a body up to which it is judged. Larger ones are refused in
 * mode block.
 */
@ConfigurationProperties("rasp.inspection")
public record RaspInspectionProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("8MB") DataSize maxBodySize) {

	public RaspInspectionProperties {
		if (maxBodySize.toBytes() < 1 || maxBodySize.toBytes() > Integer.MAX_VALUE) {
			throw new InvalidConfigurationPropertyValueException("rasp.inspection.max-body-size", maxBodySize,
					"Set it to a size between 1B and 2047MB.");
		}
	}

}

package io.github.raspspring.autoconfigure;

import java.time.Duration;

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
 * @param maxUploadSize Size up to which the text of an uploaded file is judged: SVG and
 * other XML, JSON, CSV and YAML. What is behind it is not, and other files are not at
 * all.
 * @param budget Time that judging the values of one request may take. What remains then
 * is treated by the failure mode.
 */
@ConfigurationProperties("rasp.inspection")
public record RaspInspectionProperties(@DefaultValue("true") boolean enabled, @DefaultValue("8MB") DataSize maxBodySize,
		@DefaultValue("1MB") DataSize maxUploadSize, @DefaultValue("50ms") Duration budget) {

	public RaspInspectionProperties {
		if (maxBodySize.toBytes() < 1 || maxBodySize.toBytes() > Integer.MAX_VALUE) {
			throw new InvalidConfigurationPropertyValueException("rasp.inspection.max-body-size", maxBodySize,
					"Set it to a size between 1B and 2047MB.");
		}
		if (maxUploadSize.toBytes() < 0 || maxUploadSize.toBytes() > Integer.MAX_VALUE) {
			throw new InvalidConfigurationPropertyValueException("rasp.inspection.max-upload-size", maxUploadSize,
					"Set it to a size between 0B and 2047MB.");
		}
		if (budget.isNegative() || budget.isZero()) {
			throw new InvalidConfigurationPropertyValueException("rasp.inspection.budget", budget,
					"Set it to a time of more than zero, such as 50ms.");
		}
	}

}

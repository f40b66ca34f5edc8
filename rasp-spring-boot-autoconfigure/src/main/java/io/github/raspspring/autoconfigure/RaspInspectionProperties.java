package io.github.raspspring.autoconfigure;

import java.time.Duration;

import io.github.raspspring.engine.pipeline.InspectionBudget;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * How the values of a request are inspected.
 *
 * @param enabled Whether detectors run on the values of a request. Sinks see the values
 * all the same.
 * @param maxBodySize Size of a body up to which it is judged. Larger ones are answered
 * 413 in mode block.
 * @param maxUploadSize Size up to which the text of an uploaded file is judged: SVG and
 * other XML, JSON, CSV and YAML. What is behind it is not, and other files are not at
 * all.
 * @param budget Time that judging may take for each 64 KB of a request. All requests have
 * twenty times as long.
 * @param maxBudget Time that judging one request may take at most, however large it is.
 * What remains then is refused in mode block, unless rasp.unjudged-mode says otherwise.
 * @param maxMemory Memory that bodies which are being judged may take together. What does
 * not fit is treated like a body that is too large. An eighth of the heap if not set.
 */
@ConfigurationProperties("rasp.inspection")
public record RaspInspectionProperties(@DefaultValue("true") boolean enabled, @DefaultValue("8MB") DataSize maxBodySize,
		@DefaultValue("1MB") DataSize maxUploadSize, @DefaultValue("50ms") Duration budget,
		@DefaultValue("2s") Duration maxBudget, @Nullable DataSize maxMemory) {

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
		if (maxBudget.isNegative()) {
			throw new InvalidConfigurationPropertyValueException("rasp.inspection.max-budget", maxBudget,
					"Set it to a time such as 2s; 0s never grows beyond twenty times rasp.inspection.budget.");
		}
		if (maxMemory != null && maxMemory.toBytes() < 1) {
			throw new InvalidConfigurationPropertyValueException("rasp.inspection.max-memory", maxMemory,
					"Set it to a size such as 64MB.");
		}
	}

	InspectionBudget inspectionBudget() {
		return InspectionBudget.of(this.budget, this.maxBudget);
	}

	/**
	 * Return the memory that bodies under judgement may take together.
	 * @return bytes, an eighth of the heap unless configured
	 */
	public long memoryOfBodies() {
		return (this.maxMemory != null) ? this.maxMemory.toBytes() : Runtime.getRuntime().maxMemory() / 8;
	}

}

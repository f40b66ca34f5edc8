package io.github.raspspring.autoconfigure.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of the values in which something was seen.
 *
 * @param keep Values that are kept for a time, besides redacted evidence.
 * @param key Key of 16, 24 or 32 bytes, in Base64, by which values are encrypted.
 */
@ConfigurationProperties("rasp.evidence")
public record RaspEvidenceProperties(@DefaultValue List<Keep> keep, @Nullable String key) {

	/**
	 * Values that are kept for a time.
	 *
	 * @param pattern Path pattern within the application whose values are kept. All if
	 * not set.
	 * @param detector Name of the detector or sink whose values are kept. All if not set.
	 * @param until Last day in UTC, such as 2026-12-31, at most 90 days ahead.
	 * @param form Whether values are kept encrypted, which needs rasp.evidence.key, or
	 * clear.
	 */
	public record Keep(@Nullable String pattern, @Nullable String detector, @Nullable String until,
			@DefaultValue("encrypted") Form form) {

		/**
		 * How values are kept.
		 */
		public enum Form {

			/** Only who has the key can read them. */
			ENCRYPTED,

			/** Everybody who sees the event can read them. */
			CLEAR

		}

	}

}

package io.github.raspspring.autoconfigure.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

import io.github.raspspring.autoconfigure.event.RaspEvidenceProperties.Keep;
import io.github.raspspring.event.evidence.ClearValue;
import io.github.raspspring.event.evidence.EncryptedValue;
import io.github.raspspring.event.evidence.KeptValue;
import io.github.raspspring.event.evidence.ValueForm;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Makes what is kept from the properties, and says which is wrong if one is.
 */
final class KeptValueFactory {

	private static final Duration LONGEST = Duration.ofDays(91);

	private static final String SHAPE = "Set a day such as 2026-12-31, at most 90 days ahead.";

	private final RaspEvidenceProperties properties;

	private final Instant now;

	KeptValueFactory(RaspEvidenceProperties properties, Instant now) {
		this.properties = properties;
		this.now = now;
	}

	List<KeptValue> values() {
		List<KeptValue> values = new ArrayList<>();
		for (int i = 0; i < this.properties.keep().size(); i++) {
			values.add(value(this.properties.keep().get(i), "rasp.evidence.keep[" + i + "]"));
		}
		return values;
	}

	private KeptValue value(Keep keep, String property) {
		if (keep.pattern() == null && keep.detector() == null) {
			throw new InvalidConfigurationPropertyValueException(property + ".pattern", keep.pattern(),
					"Set the pattern of a route, the name of a detector, or both.");
		}
		String label = (keep.pattern() != null) ? keep.pattern() : "all routes";
		label += (keep.detector() != null) ? ", " + keep.detector() : ", all detectors";
		return new KeptValue(label, path(keep.pattern(), property), keep.detector(), until(keep, property),
				form(keep, property));
	}

	private static Predicate<String> path(@Nullable String pattern, String property) {
		if (pattern == null) {
			return (path) -> true;
		}
		try {
			PathPattern parsed = new PathPatternParser().parse(pattern);
			return (path) -> parsed.matches(PathContainer.parsePath(path));
		}
		catch (PatternParseException ex) {
			throw new InvalidConfigurationPropertyValueException(property + ".pattern", pattern,
					"Set a path pattern such as /api/books/**.");
		}
	}

	private Instant until(Keep keep, String property) {
		try {
			String text = (keep.until() != null) ? keep.until() : "";
			Instant until = LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
			if (until.isBefore(this.now.plus(LONGEST))) {
				return until;
			}
		}
		catch (DateTimeException ex) {
			// Told below.
		}
		throw new InvalidConfigurationPropertyValueException(property + ".until", keep.until(), SHAPE);
	}

	private ValueForm form(Keep keep, String property) {
		if (keep.form() == Keep.Form.CLEAR) {
			return new ClearValue();
		}
		if (this.properties.key() == null) {
			throw new InvalidConfigurationPropertyValueException(property + ".form", "encrypted",
					"Set rasp.evidence.key, or the form to clear.");
		}
		return new EncryptedValue(key(this.properties.key()));
	}

	private static byte[] key(String text) {
		try {
			byte[] key = Base64.getDecoder().decode(text);
			if (key.length == 16 || key.length == 24 || key.length == 32) {
				return key;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw new InvalidConfigurationPropertyValueException("rasp.evidence.key", "(not shown)",
				"Set 16, 24 or 32 random bytes in Base64, such as openssl rand -base64 32 writes.");
	}

}

package io.github.raspspring.policy.patch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Predicate;

import io.github.raspspring.policy.pattern.LinearPattern;

/**
 * What kind of text a value has to be. Blanks around it don't count, as Spring trims them
 * before it converts; other ways to write a number that Spring knows, such as
 * hexadecimal, are none here.
 */
public enum ValueType {

	/** A whole number in decimal digits, of any size. */
	INTEGER(like("[+-]?[0-9]{1,60}")),

	/** A decimal number, with or without an exponent. */
	NUMBER(like("[+-]?([0-9]{1,60}(\\.[0-9]{0,60})?|\\.[0-9]{1,60})([eE][+-]?[0-9]{1,4})?")),

	/** True or false. */
	BOOLEAN(like("(?i)true|false")),

	/** An identifier such as 123e4567-e89b-12d3-a456-426614174000 (RFC 9562). */
	UUID(like("(?i)[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")),

	/** A date such as 2026-05-31 (ISO 8601). */
	DATE(ValueType::isDate),

	/** A date and time with its offset, such as 2026-05-31T12:00:00Z (RFC 3339). */
	DATE_TIME(ValueType::isDateTime),

	/** Letters and digits, of any language, and nothing else. */
	ALPHANUMERIC(like("[\\p{L}\\p{Nd}]+"));

	private final Predicate<String> test;

	ValueType(Predicate<String> test) {
		this.test = test;
	}

	boolean accepts(String value) {
		return this.test.test(value.strip());
	}

	private static Predicate<String> like(String pattern) {
		LinearPattern linear = LinearPattern.compile(pattern);
		return linear::matches;
	}

	private static boolean isDate(String value) {
		try {
			return value.length() <= 16 && LocalDate.parse(value) != null;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isDateTime(String value) {
		try {
			return value.length() <= 48 && OffsetDateTime.parse(value) != null;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}

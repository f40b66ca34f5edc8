package io.github.raspspring.autoconfigure;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Checks what routes and plans say of the requests they are about: a pattern or method
 * that matches nothing would leave a protection off without a word.
 */
public final class RouteChecks {

	/**
	 * Those of the IANA registry (RFC 9110, 16.1.1), less the one no application sees.
	 */
	private static final Set<String> METHODS = Set.of("ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT",
			"CONNECT", "COPY", "DELETE", "GET", "HEAD", "LABEL", "LINK", "LOCK", "MERGE", "MKACTIVITY", "MKCALENDAR",
			"MKCOL", "MKREDIRECTREF", "MKWORKSPACE", "MOVE", "OPTIONS", "ORDERPATCH", "PATCH", "POST", "PROPFIND",
			"PROPPATCH", "PUT", "QUERY", "REBIND", "REPORT", "SEARCH", "TRACE", "UNBIND", "UNCHECKOUT", "UNLINK",
			"UNLOCK", "UPDATE", "UPDATEREDIRECTREF", "VERSION-CONTROL");

	/** Paths are matched decoded and normalized, without their query. */
	private static final Pattern NEVER_MATCHES = Pattern
		.compile("//|/\\.{1,2}(/|$)|%[0-9a-fA-F]{2}|\\s$|^[^{]*\\?[^/{]*=");

	private RouteChecks() {
	}

	/**
	 * Check a path pattern.
	 * @param property the name of the property that sets it
	 * @param pattern the pattern as it is written
	 * @return the pattern
	 * @throws InvalidConfigurationPropertyValueException if it is none, or can match no
	 * path
	 */
	public static PathPattern pattern(String property, @Nullable String pattern) {
		if (pattern == null || !pattern.startsWith("/")) {
			throw new InvalidConfigurationPropertyValueException(property, pattern,
					"Set a path pattern that starts with a slash, such as /api/**.");
		}
		if (NEVER_MATCHES.matcher(pattern).find()) {
			throw new InvalidConfigurationPropertyValueException(property, pattern,
					"Set a path pattern that can match: decoded, without query, empty segments, dots for segments and "
							+ "spaces at its end.");
		}
		try {
			return PathPatternParser.defaultInstance.parse(pattern);
		}
		catch (PatternParseException ex) {
			throw new InvalidConfigurationPropertyValueException(property, pattern,
					"Set a path pattern such as /api/books/**. " + ex.getMessage());
		}
	}

	/**
	 * Check names of HTTP methods.
	 * @param property the name of the property that sets them
	 * @param methods the names in any case
	 * @return the names in upper case
	 * @throws InvalidConfigurationPropertyValueException if there is no such method
	 */
	public static Set<String> methods(String property, Collection<String> methods) {
		Set<String> names = new TreeSet<>();
		for (String method : methods) {
			String name = method.strip().toUpperCase(Locale.ROOT);
			if (!METHODS.contains(name)) {
				String nearest = Spelling.nearest(name, METHODS);
				throw new InvalidConfigurationPropertyValueException(property, method,
						"Name HTTP methods, such as POST." + ((nearest != null && !name.isEmpty())
								? " There is no " + name + "; did you mean " + nearest + "?" : ""));
			}
			names.add(name);
		}
		return names;
	}

}

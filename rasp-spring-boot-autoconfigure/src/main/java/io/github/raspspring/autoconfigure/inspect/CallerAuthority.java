package io.github.raspspring.autoconfigure.inspect;

import java.util.function.BooleanSupplier;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/**
 * Tells whether the caller of the current request has an authority, as Spring Security
 * knows it.
 */
final class CallerAuthority implements BooleanSupplier {

	private static final String SECURITY = "org.springframework.security.core.context.SecurityContextHolder";

	private final String authority;

	private CallerAuthority(String authority) {
		this.authority = authority;
	}

	/**
	 * Ask for an authority, and stop the start if nothing could know of any.
	 */
	static BooleanSupplier of(String property, String authority) {
		if (!ClassUtils.isPresent(SECURITY, CallerAuthority.class.getClassLoader())) {
			throw new InvalidConfigurationPropertyValueException(property, authority,
					"Nobody has an authority without Spring Security. Add it to the class path, or remove the property.");
		}
		return new CallerAuthority(authority);
	}

	@Override
	public boolean getAsBoolean() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null && caller.isAuthenticated()
				&& caller.getAuthorities()
					.stream()
					.anyMatch((granted) -> this.authority.equals(granted.getAuthority()));
	}

}

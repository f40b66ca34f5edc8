package io.github.raspspring.profile.declared;

import java.util.Set;

/**
 * Names that honest clients send although the application's own types don't have them:
 * marks of frameworks, links of HATEOAS, trackers and guards against robots.
 */
final class HarmlessNames {

	private static final Set<String> NAMES = Set.of("links", "page", "size", "sort", "projection", "gclid", "fbclid",
			"msclkid", "g-recaptcha-response", "h-captcha-response", "cf-turnstile-response", "submit", "button", "x",
			"y", "ref", "lang", "locale");

	private HarmlessNames() {
	}

	/**
	 * What begins with an underscore is a mark: {@code _csrf}, {@code _method},
	 * {@code _links}, {@code _embedded}, and of a check box that is not checked.
	 */
	static boolean contains(String name) {
		return name.startsWith("_") || name.startsWith("@") || name.startsWith("$") || name.startsWith("utm_")
				|| NAMES.contains(name);
	}

}

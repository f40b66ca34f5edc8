package io.github.raspspring.inventory;

import java.util.List;

/**
 * Who may call an endpoint.
 *
 * @param required what a caller needs
 * @param authorities names of authorities of which one is needed, such as
 * {@code SCOPE_orders}
 * @param source how that is known: by the configuration of Spring Security, or by what
 * was seen
 * @param method rule that is written at the method of the handler, empty if there is none
 */
public record AccessRule(Required required, List<String> authorities, String source, String method) {

	/** By the rules of Spring Security. */
	public static final String CONFIGURED = "configuration";

	/** By requests that were served. */
	public static final String OBSERVED = "observed";

	public AccessRule {
		authorities = List.copyOf(authorities);
	}

	/**
	 * What was seen tells, where nothing else does.
	 */
	static AccessRule observed(TrafficCount seen, String method) {
		Required required = switch (seen.authentication()) {
			case "always" -> Required.AUTHENTICATION;
			case "never", "sometimes" -> Required.NOTHING;
			default -> Required.UNKNOWN;
		};
		return new AccessRule(required, List.of(), OBSERVED, method);
	}

	/**
	 * What a caller needs.
	 */
	public enum Required {

		/** Nobody knows. */
		UNKNOWN,

		/** Nothing: anybody may call. */
		NOTHING,

		/** To be authenticated. */
		AUTHENTICATION,

		/** To have one of the authorities. */
		AUTHORITY,

		/** Something else, or more than that. */
		MORE,

		/** Nobody may call. */
		DENIED

	}

}

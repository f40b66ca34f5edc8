package io.github.raspspring.event.mark;

import java.util.Collection;

/**
 * Port that writes exclusions down as configuration of the application.
 */
@FunctionalInterface
public interface ExclusionWriter {

	/**
	 * Write exclusions of a route, with all that is configured now.
	 * @param policy name of the policy that applies to the route now
	 * @param method the HTTP method
	 * @param template the template of the route
	 * @param exclusions what is left alone there
	 * @return YAML that replaces what is configured under {@code rasp.routes}
	 */
	String exclude(String policy, String method, String template, Collection<Exclusion> exclusions);

}

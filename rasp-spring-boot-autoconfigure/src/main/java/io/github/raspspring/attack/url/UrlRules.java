package io.github.raspspring.attack.url;

import io.github.raspspring.engine.Rule;

/**
 * What can be recognized in a URL that input takes part in.
 */
final class UrlRules {

	private static final String REMEDY = "Let the request choose among targets the application knows, or list "
			+ "the hosts it may name under rasp.sinks.http.allowed-hosts.";

	static final Rule METADATA = rule("metadata",
			"The metadata service of the cloud is called, which hands out credentials.");

	static final Rule DENIED = rule("denied-host", "A host is called that is on the list of denied hosts.");

	static final Rule INTERNAL = rule("internal-address",
			"A value of the request chooses the host, and the host has an address that only insiders reach.");

	static final Rule OBSCURE = rule("obscure-address",
			"A value of the request chooses the host by an address in a notation that hides it from filters.");

	static final Rule SINGLE_LABEL = rule("internal-name",
			"A value of the request chooses the host by a name that exists in internal networks only.");

	static final Rule SCHEME = rule("scheme",
			"A value of the request chooses a scheme that reaches files or services other than HTTP.");

	static final Rule USER_INFO = rule("user-info",
			"A value of the request brings a user part, which makes another host look like the one intended.");

	static final Rule NOT_LISTED = rule("not-listed",
			"A value of the request chooses a host that is not on the list of allowed hosts.");

	static final Rule PATH = rule("path", "A value of the request climbs out of the path it was put into.");

	static final Rule SETTING = rule("driver-setting",
			"A value of the request brings a setting of the database driver, which may run scripts or make objects.");

	private UrlRules() {
	}

	private static Rule rule(String id, String explanation) {
		return new Rule(id, "CWE-918", explanation, REMEDY);
	}

}

package io.github.raspspring.attack.serialization;

import io.github.raspspring.engine.Rule;

/**
 * What can be recognized in objects that are created from data.
 */
final class DeserializationRules {

	private static final String REMEDY = "Read data into one declared type. Where subtypes are needed, list them by "
			+ "logical names, and name the classes that may be created under rasp.sinks.deserialization.allowed.";

	static final Rule GADGET = rule("gadget", "CWE-502",
			"The data names a class that runs code, loads classes or opens connections when it is created.");

	static final Rule DENIED = rule("denied-class", "CWE-502", "The data names a class that is denied by policy.");

	static final Rule NOT_LISTED = rule("not-listed", "CWE-502",
			"The data names a class that is not among those that may be created.");

	static final Rule CHOSEN = rule("chosen-class", "CWE-470",
			"The client names a class of the JVM or of a library, which does more than to hold data.");

	static final Rule SIZE = new Rule("size", "CWE-770",
			"The data holds more, deeper or larger objects than the policy grants.",
			"Refuse large data before it is read, or raise the limits under rasp.sinks.deserialization.");

	private DeserializationRules() {
	}

	private static Rule rule(String id, String cwe, String explanation) {
		return new Rule(id, cwe, explanation, REMEDY);
	}

}

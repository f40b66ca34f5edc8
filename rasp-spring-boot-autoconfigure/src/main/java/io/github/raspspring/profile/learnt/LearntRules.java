package io.github.raspspring.profile.learnt;

import java.util.Map;
import java.util.Objects;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;

/**
 * Rules for values that are far from what was learnt to be usual.
 */
final class LearntRules {

	static final String SOURCE = "profile-learnt";

	private static final String REMEDY = "Declare what the value may be, by its type and by Bean Validation.";

	private static final Map<String, Rule> RULES = Map.of("type",
			rule("type", "A value is of a type that this parameter never has."), "format",
			rule("format", "A value is of a format that this parameter never has."), "range",
			rule("range", "A number is far beyond what this parameter ever is."), "length",
			rule("length", "A value is longer than this parameter ever is."), "characters",
			rule("characters", "A value has characters that this parameter never has."), "enumeration",
			rule("enumeration", "A value is none of the few that this parameter has."), "never-sent",
			rule("never-sent", "A privileged property is set that nobody ever sends."), "more-rows",
			shown("more-rows", "The answer has far more rows than this endpoint ever gives."), "never-shown",
			shown("never-shown", "The answer has a sensitive property that this endpoint never gives."));

	private LearntRules() {
	}

	private static Rule rule(String id, String explanation) {
		return new Rule(id, "CWE-20", explanation, REMEDY);
	}

	private static Rule shown(String id, String explanation) {
		return new Rule(id, "CWE-213", explanation,
				"Bound what a request may ask for, and answer no more than is needed.");
	}

	/**
	 * Report a deviation.
	 * @param deviation what is unusual
	 * @param path where the value stands
	 * @param confidence how sure the profile is
	 */
	static Finding finding(String deviation, String path, double confidence, EnforcementMode cap) {
		InputLocation location = path.startsWith("body.") ? InputLocation.JSON : (path.startsWith("path.")
				? InputLocation.PATH : (path.startsWith("answer.") ? InputLocation.BODY : InputLocation.FORM));
		return Finding.of(SOURCE, Category.BUSINESS_LOGIC, Objects.requireNonNull(RULES.get(deviation)))
			.at(new InputValue(location, path, ""))
			.evidence("profile of " + Math.round(confidence * 1000) / 10.0 + " % confidence")
			.cap(cap)
			.build();
	}

}

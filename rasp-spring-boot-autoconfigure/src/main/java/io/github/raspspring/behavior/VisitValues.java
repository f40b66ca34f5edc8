package io.github.raspspring.behavior;

import java.util.List;

import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at of the values of one request, found in one walk over those that are
 * there before its body.
 */
final class VisitValues {

	private static final String AGENT = "user-agent";

	private static final String AUTHORIZATION = "authorization";

	private final Inspection inspection;

	private List<InputValue> walked = List.of();

	private @Nullable String agent;

	private @Nullable String authorization;

	private boolean query;

	VisitValues(Inspection inspection) {
		this.inspection = inspection;
	}

	@Nullable String agent() {
		walk();
		return this.agent;
	}

	@Nullable String authorization() {
		walk();
		return this.authorization;
	}

	@Nullable String header(String name) {
		walk();
		for (int i = 0; i < this.walked.size(); i++) {
			InputValue value = this.walked.get(i);
			if (value.location() == InputLocation.HEADER && value.lastName().equals(name)) {
				return value.value();
			}
		}
		return null;
	}

	/**
	 * Tell whether the request has parameters in its query.
	 */
	boolean haveQuery() {
		walk();
		return this.query;
	}

	/**
	 * Return the values among which those of the query are.
	 */
	List<InputValue> query() {
		return haveQuery() ? this.walked : List.of();
	}

	private void walk() {
		if (!this.walked.isEmpty()) {
			return;
		}
		List<InputValue> values = this.inspection.valuesWithin(0);
		this.walked = values;
		for (int i = 0; i < values.size(); i++) {
			InputValue value = values.get(i);
			InputLocation location = value.location();
			if (location == InputLocation.HEADER) {
				header(value);
			}
			else if (location == InputLocation.QUERY) {
				this.query = true;
			}
		}
	}

	private void header(InputValue value) {
		String name = value.lastName();
		if (name.length() == AGENT.length() && this.agent == null && name.equals(AGENT)) {
			this.agent = value.value();
		}
		else if (name.length() == AUTHORIZATION.length() && this.authorization == null && name.equals(AUTHORIZATION)) {
			this.authorization = value.value();
		}
	}

}

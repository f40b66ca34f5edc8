package io.github.raspspring.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.raspspring.document.BoundedValues;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.pipeline.Exchange;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The fields of a form, as the container has parsed them: without those that are known
 * already from the query string, or as parts.
 */
final class FormFields {

	private static final Set<InputLocation> PARAMETERS = EnumSet.of(InputLocation.QUERY, InputLocation.FORM,
			InputLocation.MULTIPART);

	private FormFields() {
	}

	static void read(HttpServletRequest request, Map<String, String[]> parameters, Exchange exchange,
			BoundedValues fields) {
		InputLocation location = (BodyKind.of(request.getContentType()) == BodyKind.MULTIPART) ? InputLocation.MULTIPART
				: InputLocation.FORM;
		boolean mixed = request.getQueryString() != null || location == InputLocation.MULTIPART;
		Set<Field> known = mixed ? known(exchange) : Set.of();
		for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
			String name = parameter.getKey();
			boolean named = false;
			for (String value : parameter.getValue()) {
				if (!known.contains(new Field(name, value))) {
					named = named || fields.add(InputValue.ofName(location, name));
					fields.add(new InputValue(location, name, value));
				}
			}
		}
	}

	/**
	 * Add the parameters that came neither with the query nor with a body, such as those
	 * of a test, of a forward or of a filter of the application.
	 */
	static void readOthers(Map<String, String[]> parameters, Exchange exchange, Collection<InputValue> fields) {
		Set<Field> known = known(exchange);
		parameters.forEach((name, values) -> {
			for (String value : values) {
				if (known.add(new Field(name, value))) {
					fields.add(InputValue.ofName(InputLocation.QUERY, name));
					fields.add(new InputValue(InputLocation.QUERY, name, value));
				}
			}
		});
	}

	/**
	 * No parameter is part of a document, of which not all may have been made.
	 */
	private static Set<Field> known(Exchange exchange) {
		Set<Field> known = new HashSet<>();
		for (InputValue value : exchange.valuesWithin(0)) {
			if (PARAMETERS.contains(value.location()) && value.kind() == InputValue.Kind.VALUE) {
				known.add(new Field(value.name(), value.value()));
			}
		}
		return known;
	}

	private record Field(String name, String value) {

	}

}

package io.github.raspspring.inventory;

import java.util.List;

/**
 * What a handler takes from the request.
 *
 * @param location where it comes from: path, query, header, cookie, body, multipart,
 * form, or request for the request itself
 * @param name its name there
 * @param type its declared Java type
 * @param constraints what is declared of its values (Jakarta Validation)
 */
public record EndpointParameter(String location, String name, String type, List<String> constraints) {

	public EndpointParameter {
		constraints = List.copyOf(constraints);
	}

	/**
	 * Create a parameter without constraints.
	 * @param location where it comes from
	 * @param name its name there
	 * @param type its declared Java type
	 */
	public EndpointParameter(String location, String name, String type) {
		this(location, name, type, List.of());
	}

}

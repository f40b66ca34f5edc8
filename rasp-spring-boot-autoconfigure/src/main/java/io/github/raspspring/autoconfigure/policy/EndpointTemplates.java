package io.github.raspspring.autoconfigure.policy;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

import io.github.raspspring.inventory.Endpoint;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Finds the template of the endpoint that a method and path would reach: requests are
 * refused before anybody has asked for that.
 */
final class EndpointTemplates implements BinaryOperator<String> {

	private final Supplier<List<Endpoint>> endpoints;

	EndpointTemplates(Supplier<List<Endpoint>> endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public String apply(String method, String path) {
		PathContainer container = PathContainer.parsePath(path);
		return this.endpoints.get()
			.stream()
			.filter((endpoint) -> endpoint.methods().isEmpty() || endpoint.methods().contains(method))
			.flatMap((endpoint) -> endpoint.patterns().stream())
			.filter((pattern) -> matches(pattern, container))
			.map(PathPatternParser.defaultInstance::parse)
			.min(PathPattern.SPECIFICITY_COMPARATOR)
			.map(PathPattern::getPatternString)
			.orElse(path);
	}

	private static boolean matches(String pattern, PathContainer path) {
		try {
			return PathPatternParser.defaultInstance.parse(pattern).matches(path);
		}
		catch (PatternParseException ex) {
			return false;
		}
	}

}

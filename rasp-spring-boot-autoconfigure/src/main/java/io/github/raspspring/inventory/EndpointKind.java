package io.github.raspspring.inventory;

/**
 * What serves an endpoint.
 */
public enum EndpointKind {

	/** A method of a controller. */
	CONTROLLER,

	/** A functional route. */
	FUNCTIONAL,

	/** A repository that Spring Data REST exports. */
	REPOSITORY,

	/** An endpoint of Actuator. */
	ACTUATOR,

	/** A servlet that is not Spring's. */
	SERVLET,

	/** Static resources. */
	RESOURCE,

	/** A view without a controller, or another handler that has an address. */
	PAGE

}

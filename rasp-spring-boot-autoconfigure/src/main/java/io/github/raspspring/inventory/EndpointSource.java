package io.github.raspspring.inventory;

import java.util.List;
import java.util.function.Supplier;

/**
 * Port to who knows endpoints of some kind. Every bean of this type takes part.
 */
@FunctionalInterface
public interface EndpointSource extends Supplier<List<Endpoint>> {

	/**
	 * Find the endpoints.
	 * @return the endpoints, asked for once, when the application runs
	 */
	@Override
	List<Endpoint> get();

}

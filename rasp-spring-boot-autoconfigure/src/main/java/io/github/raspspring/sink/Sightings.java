package io.github.raspspring.sink;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Texts and the routes on which they were seen. Bounded by the memory the texts take.
 */
public final class Sightings {

	private static final int LONGEST = 8192;

	private final Cache<String, Set<String>> routes;

	public Sightings(int maximumCharacters) {
		this.routes = Caffeine.newBuilder()
			.maximumWeight(maximumCharacters)
			.weigher((String text, Set<String> seen) -> text.length() + 64)
			.build();
	}

	/**
	 * Return whether a text was seen on a route.
	 */
	public boolean contains(String text, String route) {
		Set<String> seen = this.routes.getIfPresent(text);
		return seen != null && seen.contains(route);
	}

	/**
	 * Note a text. What runs outside of all routes is not noted: it would excuse whatever
	 * else does, such as another servlet.
	 */
	public void add(String text, String route) {
		if (text.length() <= LONGEST && !route.isEmpty()) {
			this.routes.get(text, (absent) -> ConcurrentHashMap.newKeySet()).add(route);
		}
	}

	long size() {
		return this.routes.estimatedSize();
	}

}

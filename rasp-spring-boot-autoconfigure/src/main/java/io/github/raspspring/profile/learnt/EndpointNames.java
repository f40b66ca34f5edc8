package io.github.raspspring.profile.learnt;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Names of endpoints by their methods and templates, which each request would put
 * together and hash anew. Those that came last are remembered, by their very texts.
 * Thread-safe.
 */
final class EndpointNames {

	/** A power of two. */
	private static final int PLACES = 256;

	private final AtomicReferenceArray<@Nullable Named> places = new AtomicReferenceArray<>(PLACES);

	/**
	 * Return the name, such as {@code POST /orders}.
	 */
	String of(String method, String template) {
		int hash = 31 * template.hashCode() + method.hashCode();
		int place = (hash ^ hash >>> 16) & PLACES - 1;
		Named recent = this.places.getAcquire(place);
		if (recent != null && recent.template.equals(template) && recent.method.equals(method)) {
			return recent.name;
		}
		String name = method + ' ' + template;
		this.places.setRelease(place, new Named(method, template, name));
		return name;
	}

	private record Named(String method, String template, String name) {

	}

}

package io.github.raspspring.ratelimit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import org.jspecify.annotations.Nullable;

/**
 * By what a plan counts: one part, or several that count together.
 *
 * @param parts at least one
 */
public record RateLimitKey(List<RateLimitKeyResolver> parts) {

	public RateLimitKey {
		if (parts.isEmpty()) {
			throw new IllegalArgumentException("A key has at least one part");
		}
		parts = List.copyOf(parts);
	}

	/**
	 * Read a key.
	 * @param names names of parts: {@code ip}, {@code site}, {@code subject},
	 * {@code client-id}, {@code tenant}, {@code claim:org}, {@code api-key},
	 * {@code route}, {@code global}, an input such as {@code json:/user},
	 * {@code form:user} or {@code header:x-tenant}, or the name of a resolver
	 * @param resolvers parts that the application adds
	 * @return the key
	 * @throws IllegalArgumentException if a name is unknown
	 */
	public static RateLimitKey of(List<String> names, List<RateLimitKeyResolver> resolvers) {
		List<RateLimitKeyResolver> known = new ArrayList<>(resolvers);
		known.addAll(FactKey.ALL);
		return new RateLimitKey(names.stream().map((name) -> part(name, known)).toList());
	}

	/**
	 * Return when all parts are known.
	 * @return the latest of their phases
	 */
	public Phase phase() {
		Phase latest = Phase.REQUEST;
		for (RateLimitKeyResolver part : this.parts) {
			latest = (part.phase().compareTo(latest) > 0) ? part.phase() : latest;
		}
		return latest;
	}

	/**
	 * Return the names of the parts.
	 * @return the names in order
	 */
	public List<String> names() {
		return this.parts.stream().map(RateLimitKeyResolver::name).toList();
	}

	/**
	 * Find the key of one request.
	 * @return the hash, or {@code null} if the plan does not concern this request
	 */
	@Nullable KeyHash hash(Inspection inspection, KeyHasher hasher) {
		String[] values = new String[this.parts.size()];
		for (int i = 0; i < values.length; i++) {
			String value = this.parts.get(i).resolve(inspection);
			if (value == null) {
				return null;
			}
			values[i] = value;
		}
		return hasher.hash(values);
	}

	/**
	 * Find the keys besides {@link #hash} that a request counts for because a part of it
	 * is ambiguous.
	 * @return the hashes, empty for requests that are not
	 */
	List<KeyHash> alternatives(Inspection inspection, KeyHasher hasher) {
		for (RateLimitKeyResolver part : this.parts) {
			if (!part.alternatives(inspection).isEmpty()) {
				return combine(inspection, hasher);
			}
		}
		return List.of();
	}

	private List<KeyHash> combine(Inspection inspection, KeyHasher hasher) {
		List<String[]> keys = Collections.singletonList(new String[this.parts.size()]);
		for (int i = 0; i < this.parts.size(); i++) {
			RateLimitKeyResolver part = this.parts.get(i);
			List<String> readings = part.alternatives(inspection);
			String only = readings.isEmpty() ? part.resolve(inspection) : null;
			if (readings.isEmpty() && only == null) {
				return List.of();
			}
			keys = extend(keys, i, (only != null) ? List.of(only) : readings);
		}
		return keys.stream().map(hasher::hash).toList();
	}

	private static List<String[]> extend(List<String[]> keys, int index, List<String> readings) {
		List<String[]> extended = new ArrayList<>();
		for (String[] key : keys) {
			for (String reading : readings) {
				String[] longer = key.clone();
				longer[index] = reading;
				extended.add(longer);
			}
		}
		return extended;
	}

	private static RateLimitKeyResolver part(String name, List<RateLimitKeyResolver> known) {
		for (RateLimitKeyResolver resolver : known) {
			if (resolver.name().equals(name)) {
				return resolver;
			}
		}
		RateLimitKeyResolver part = FactKey.of(name);
		part = (part != null) ? part : InputKey.of(name);
		if (part == null) {
			throw new IllegalArgumentException("Unknown part of a key: use "
					+ String.join(", ", known.stream().map(RateLimitKeyResolver::name).toList())
					+ ", json:/<pointer>, form:<name>, query:<name>, header:<name>, cookie:<name>, path:<name>, claim:<name> or api-key:<header>");
		}
		return part;
	}

}

package io.github.raspspring.inventory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of each endpoint by this instance, and of requests that meet none. Kept
 * by patterns of handlers, never by paths. Thread-safe.
 */
public final class EndpointTraffic implements InspectionListener {

	private static final int MOST = 4_000;

	/** Values of so many requests of an endpoint are classified. */
	private static final int CLASSIFIED = 500;

	private final Cache<Called, Seen> endpoints = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Seen shadow = new Seen();

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		String template = inspection.route();
		if (template == null || template.isEmpty() || template.equals("/**")) {
			this.shadow.add(inspection, outcome);
		}
		else {
			String method = inspection.method().equals("HEAD") ? "GET" : inspection.method();
			this.endpoints.get(new Called(method, template), (unknown) -> new Seen()).add(inspection, outcome);
		}
	}

	/**
	 * Return what was seen of requests for which the application has no handler.
	 */
	Seen shadow() {
		return this.shadow;
	}

	/**
	 * Return what was seen of an endpoint, all of its methods and patterns together.
	 */
	Seen of(Endpoint endpoint) {
		Seen all = new Seen();
		this.endpoints.asMap().forEach((called, seen) -> {
			List<String> methods = endpoint.methods();
			if ((methods.isEmpty() || methods.contains(called.method))
					&& endpoint.patterns().stream().anyMatch((pattern) -> isOf(pattern, called.template))) {
				all.add(seen);
			}
		});
		return all;
	}

	/**
	 * The pattern of a functional route stands in its predicate.
	 */
	private static boolean isOf(String pattern, String template) {
		return pattern.equals(template) || pattern.contains(" " + template + ")");
	}

	/**
	 * An endpoint as it is called.
	 */
	private record Called(String method, String template) {

	}

	/**
	 * What was seen.
	 */
	static final class Seen {

		private final Set<SensitiveKind> kinds = EnumSet.noneOf(SensitiveKind.class);

		private long requests;

		private long authenticated;

		private long findings;

		private long refused;

		private @Nullable Instant last;

		private synchronized void add(Inspection inspection, Outcome outcome) {
			this.requests++;
			this.authenticated += (inspection.subject() != null) ? 1 : 0;
			this.findings += outcome.decision().findings().size();
			this.refused += outcome.decision().refuses() ? 1 : 0;
			this.last = inspection.startedAt();
			if (this.requests <= CLASSIFIED && this.kinds.size() < SensitiveKind.values().length) {
				classify(inspection);
			}
		}

		private void classify(Inspection inspection) {
			for (InputValue value : inspection.values()) {
				SensitiveKind kind = switch (value.location()) {
					case HEADER, COOKIE -> null;
					default -> SensitiveKind.of(value.value());
				};
				if (kind != null) {
					this.kinds.add(kind);
				}
			}
		}

		private synchronized void add(Seen other) {
			synchronized (other) {
				this.requests += other.requests;
				this.authenticated += other.authenticated;
				this.findings += other.findings;
				this.refused += other.refused;
				this.kinds.addAll(other.kinds);
				if (this.last == null || other.last != null && other.last.isAfter(this.last)) {
					this.last = other.last;
				}
			}
		}

		synchronized long requests() {
			return this.requests;
		}

		synchronized long findings() {
			return this.findings;
		}

		synchronized Set<SensitiveKind> kinds() {
			return Set.copyOf(this.kinds);
		}

		/**
		 * Return whether callers were authenticated, as far as was seen.
		 */
		synchronized String authentication() {
			if (this.requests == 0) {
				return "unknown";
			}
			return (this.authenticated == 0) ? "never" : (this.authenticated == this.requests) ? "always" : "sometimes";
		}

		synchronized Map<String, Object> describe() {
			Map<String, Object> description = new LinkedHashMap<>();
			description.put("requests", this.requests);
			description.put("authenticated", authentication());
			description.put("findings", this.findings);
			description.put("refused", this.refused);
			description.put("lastSeen", (this.last != null) ? this.last.toString() : "never");
			return description;
		}

	}

}

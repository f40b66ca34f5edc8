package io.github.raspspring.policy.admission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.policy.RequestPattern;

/**
 * Who reaches a route.
 *
 * @param requests the route
 * @param known kinds of evidence that are known from the start: network, API key,
 * session, certificate
 * @param subject kinds that are known after authentication
 * @param any whether one kind is enough
 * @param scopes scopes that are all needed besides
 */
public record ClientRule(RequestPattern requests, List<Evidence> known, List<Evidence> subject, boolean any,
		Set<String> scopes) {

	private static final String SCOPE = "scope ";

	public ClientRule {
		known = List.copyOf(known);
		subject = List.copyOf(subject);
		scopes = Set.copyOf(scopes);
	}

	/**
	 * Return whether anybody is asked anything.
	 */
	boolean isOpen() {
		return this.known.isEmpty() && this.subject.isEmpty() && this.scopes.isEmpty();
	}

	/**
	 * Return what is missing before authentication, empty if nothing can be said yet or
	 * nothing is.
	 */
	String missingAtFirst(Inspection inspection) {
		return (this.any && !this.subject.isEmpty()) ? "" : missing(inspection, this.known);
	}

	/**
	 * Return what is missing after authentication, empty if nothing is.
	 */
	String missingOfSubject(Inspection inspection) {
		String scope = missingScope(inspection);
		if (!scope.isEmpty() || this.subject.isEmpty()) {
			return scope;
		}
		return this.any ? missingOfAll(inspection) : missing(inspection, this.subject);
	}

	/**
	 * Return what is missing of everything.
	 */
	String missingOfAll(Inspection inspection) {
		String known = missing(inspection, this.known);
		String subject = missing(inspection, this.subject);
		if (this.any && (known.isEmpty() && !this.known.isEmpty() || subject.isEmpty() && !this.subject.isEmpty())) {
			return missingScope(inspection);
		}
		String missing = known.isEmpty() ? subject : known;
		return missing.isEmpty() ? missingScope(inspection) : missing;
	}

	/**
	 * What the application grants by a scope, or what the verified token says of it where
	 * the application grants by other names.
	 */
	private String missingScope(Inspection inspection) {
		Subject shown = inspection.subject();
		for (String scope : this.scopes) {
			if (shown == null || !shown.authorities().contains("SCOPE_" + scope) && !isClaimed(shown.claims(), scope)) {
				return SCOPE + scope;
			}
		}
		return "";
	}

	/**
	 * Return whether what is missing is a scope and nothing else.
	 */
	static boolean isScope(String missing) {
		return missing.startsWith(SCOPE);
	}

	private static boolean isClaimed(Map<String, Object> claims, String scope) {
		Object claimed = claims.containsKey("scope") ? claims.get("scope") : claims.get("scp");
		return (claimed instanceof String text) ? List.of(text.split(" ")).contains(scope)
				: claimed instanceof Collection<?> all && all.contains(scope);
	}

	private String missing(Inspection inspection, List<Evidence> kinds) {
		String missing = "";
		for (Evidence evidence : kinds) {
			boolean shown = evidence.isShown().test(inspection);
			if (shown && this.any) {
				return "";
			}
			missing = (shown || !missing.isEmpty()) ? missing : evidence.kind();
		}
		return missing;
	}

	/**
	 * One kind of evidence.
	 *
	 * @param kind what it is called in reports
	 * @param isShown tells whether the client of an exchange shows it
	 */
	public record Evidence(String kind, Predicate<Inspection> isShown) {

		/**
		 * Create evidence that the exchange does not know but the thread of the request.
		 * @param kind what it is called in reports
		 * @param isShown tells whether it is there right now
		 * @return the evidence
		 */
		public static Evidence ofThread(String kind, BooleanSupplier isShown) {
			return new Evidence(kind, (inspection) -> isShown.getAsBoolean());
		}

	}

}

package io.github.raspspring.policy.patch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.policy.RequestPattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for code that is not fixed yet: says what a field of a route has to be like,
 * and refuses what is not. Immutable.
 */
public final class VirtualPatch {

	private final String id;

	private final RequestPattern requests;

	private final List<PatchTarget> targets;

	private final PatchCondition condition;

	private final EnforcementMode mode;

	private final String reference;

	private final @Nullable Instant expires;

	private final Rule rule;

	private final boolean graphQl;

	/**
	 * Create a patch.
	 * @param id its name in reports: a few lower-case words
	 * @param requests which requests it is for
	 * @param targets which values of them, at least one; the condition is for all of them
	 * @param condition what the values have to be like
	 * @param mode how far it may go; can only soften the mode of the route
	 * @param reference what it stands in for, such as the number of a CVE or a ticket;
	 * empty if that is not told
	 * @param expires when the code should be fixed, or {@code null}; the patch is
	 * enforced behind it all the same, and reports itself
	 */
	public VirtualPatch(String id, RequestPattern requests, List<PatchTarget> targets, PatchCondition condition,
			EnforcementMode mode, String reference, @Nullable Instant expires) {
		this.id = Objects.requireNonNull(id, "id");
		this.requests = requests;
		this.targets = List.copyOf(targets);
		this.graphQl = this.targets.stream().anyMatch((target) -> target.place() == PatchTarget.Place.GRAPHQL_VARIABLE);
		this.condition = condition;
		this.mode = mode;
		this.reference = Redaction.line(reference);
		this.expires = expires;
		String repairs = this.reference.isEmpty() ? "" : " for " + this.reference;
		this.rule = new Rule(id, "CWE-20",
				"A value is not what the virtual patch " + id + repairs
						+ " lets through to code that is not fixed yet.",
				"Fix the code, then remove the patch" + repairs + ".");
	}

	/**
	 * Return the name.
	 * @return the name
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return which requests it is for.
	 * @return the requests
	 */
	public RequestPattern requests() {
		return this.requests;
	}

	/**
	 * Return when it should have gone.
	 * @return the time, or {@code null} if that is not set
	 */
	public @Nullable Instant expires() {
		return this.expires;
	}

	/**
	 * Return what it stands in for.
	 * @return the number of a CVE or a ticket, may be empty
	 */
	public String reference() {
		return this.reference;
	}

	/**
	 * Return how far it may go.
	 * @return the mode
	 */
	public EnforcementMode mode() {
		return this.mode;
	}

	List<PatchTarget> targets() {
		return this.targets;
	}

	PatchCondition condition() {
		return this.condition;
	}

	Rule rule() {
		return this.rule;
	}

	boolean isOverdue(Instant now) {
		return this.expires != null && now.isAfter(this.expires);
	}

	boolean isAbout(InputValue value) {
		for (PatchTarget target : this.targets) {
			if (target.names(value)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the values of a request that it may be about, those included that only its
	 * GraphQL document shows.
	 */
	Collection<InputValue> candidates(Collection<InputValue> values) {
		if (!this.graphQl) {
			return values;
		}
		List<InputValue> all = new ArrayList<>(values);
		all.addAll(GraphQlArguments.of(values));
		return all;
	}

	/**
	 * Return whether it is about what a document and its variables say together.
	 */
	boolean isAboutGraphQl() {
		return this.graphQl;
	}

	/**
	 * Return whether the values may come with the body.
	 */
	boolean isAboutBody() {
		return this.targets.stream().anyMatch((target) -> switch (target.place()) {
			case PARAMETER, DOCUMENT, FILE, GRAPHQL_VARIABLE -> true;
			default -> false;
		});
	}

}

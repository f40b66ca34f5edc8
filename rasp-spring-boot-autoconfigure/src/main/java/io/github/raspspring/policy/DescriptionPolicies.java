package io.github.raspspring.policy;

import java.util.HashSet;
import java.util.Set;

import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.PolicyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators describe a request to have it explained, also one that would be refused:
 * where the operation of the endpoint takes a description, detectors leave the two fields
 * alone that hold it. The operation judges what it is told and executes nothing, sinks
 * see these values as all others, and every other value is judged. Thread-safe.
 */
public final class DescriptionPolicies implements PolicyResolver {

	private static final Set<String> DESCRIPTION = Set.of("/target", "/rule");

	private final PolicyResolver policies;

	private final Operation operation;

	private volatile @Nullable Spared spared;

	/**
	 * Create the policies.
	 * @param policies finds what applies otherwise
	 * @param operation the operation that takes descriptions
	 */
	public DescriptionPolicies(PolicyResolver policies, Operation operation) {
		this.policies = policies;
		this.operation = operation;
	}

	@Override
	public Policy resolve(String method, String path) {
		return applied(this.policies.resolve(method, path), method, path);
	}

	@Override
	public Policy resolve(String method, String path, ClientIdentity client) {
		return applied(this.policies.resolve(method, path, client), method, path);
	}

	private Policy applied(Policy policy, String method, String path) {
		return this.operation.isAskedBy(method, path) ? spared(policy) : policy;
	}

	/**
	 * Policies are compared by identity, so the same is handed out for the same.
	 */
	private Policy spared(Policy policy) {
		Spared known = this.spared;
		if (known == null || known.of != policy) {
			known = new Spared(policy, without(policy));
			this.spared = known;
		}
		return known.policy;
	}

	private static Policy without(Policy policy) {
		Set<String> excluded = new HashSet<>(policy.excludedParameters());
		excluded.addAll(DESCRIPTION);
		return new Policy(policy.id(), policy.mode(), policy.blockScore(), policy.failureMode(),
				policy.excludedDetectors(), policy.detectorModes(), policy.jsonRouteModes(), excluded,
				policy.unjudgedMode(), policy.excludedValues(), policy.limits());
	}

	/**
	 * The operation that takes descriptions.
	 */
	@FunctionalInterface
	public interface Operation {

		/**
		 * Tell whether a request is for the operation.
		 * @param method the HTTP method
		 * @param path the path within the application, as sent
		 * @return {@code false} as well where the operation is not open to operators
		 */
		boolean isAskedBy(String method, String path);

	}

	/**
	 * What was made last.
	 */
	private record Spared(Policy of, Policy policy) {

	}

}

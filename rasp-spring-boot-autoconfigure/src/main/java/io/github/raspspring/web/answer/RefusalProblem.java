package io.github.raspspring.web.answer;

import java.util.Map;
import java.util.stream.Collectors;

import io.github.raspspring.web.RefusalWriter.Body;
import io.github.raspspring.web.RefusalWriter.Refusal;

/**
 * A refusal as a problem detail (RFC 9457), with a member {@code reference}, and where
 * limits refuse the member {@code violated-policies} of the IETF draft "RateLimit header
 * fields for HTTP".
 */
final class RefusalProblem {

	private RefusalProblem() {
	}

	static Body of(Refusal refusal) {
		String policies = refusal.violatedPolicies().isEmpty() ? ""
				: refusal.violatedPolicies()
					.stream()
					.map((name) -> '"' + name + '"')
					.collect(Collectors.joining(",", ",\"violated-policies\":[", "]"));
		return new Body("application/problem+json",
				"{\"type\":\"" + refusal.type() + "\",\"title\":\"" + refusal.title() + "\",\"status\":"
						+ refusal.status() + ",\"detail\":\"" + refusal.detail() + '"' + policies + ",\"reference\":\""
						+ refusal.reference() + "\"}",
				Map.of());
	}

}

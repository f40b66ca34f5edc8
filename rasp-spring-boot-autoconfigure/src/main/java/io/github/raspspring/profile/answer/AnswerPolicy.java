package io.github.raspspring.profile.answer;

import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Inspection;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What becomes of the answers of a route.
 *
 * @param pattern which paths are meant
 * @param methods HTTP methods; empty for all
 * @param mode block to keep back an answer that leaks, monitor to report it
 * @param redacted names of JSON properties whose values are left out
 */
public record AnswerPolicy(PathPattern pattern, Set<String> methods, EnforcementMode mode, Set<String> redacted) {

	public AnswerPolicy {
		methods = Set.copyOf(methods);
		redacted = Set.copyOf(redacted);
	}

	boolean matches(Inspection inspection) {
		return (this.methods.isEmpty() || this.methods.contains(inspection.method()))
				&& this.pattern.matches(PathContainer.parsePath(inspection.path()));
	}

	/**
	 * Return whether an answer has to be complete before it leaves.
	 */
	boolean holdsBack() {
		return this.mode == EnforcementMode.BLOCK || !this.redacted.isEmpty();
	}

}

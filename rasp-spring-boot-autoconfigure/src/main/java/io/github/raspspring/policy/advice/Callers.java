package io.github.raspspring.policy.advice;

import java.util.HashSet;
import java.util.Set;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;

/**
 * Counts distinct callers up to a bound. Keeps hashes, no names. Not thread-safe.
 */
final class Callers {

	private static final int MOST = 1_000;

	private final Set<Integer> hashes = new HashSet<>();

	void add(Inspection inspection) {
		if (this.hashes.size() < MOST) {
			this.hashes.add(hash(inspection));
		}
	}

	static int hash(Inspection inspection) {
		Subject subject = inspection.subject();
		return (subject != null) ? 31 * subject.name().hashCode() + 1 : 31 * inspection.client().network().hashCode();
	}

	int count() {
		return this.hashes.size();
	}

}

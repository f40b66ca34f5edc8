package io.github.raspspring.ownership.learnt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionListener;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.Subject;

/**
 * Notices a subject on a route that only subjects with other authorities use. What a
 * route is used with are sets of authorities: whoever has all of one of them may be there
 * too. Thread-safe.
 */
public final class FunctionUseDetector implements Detector, InspectionListener {

	/** The name of the detector. */
	public static final String NAME = "function-level-authorization";

	private static final int MAX_ROUTES = 5000;

	private static final int MAX_SETS = 8;

	private static final int MAX_AUTHORITIES = 32;

	private static final Rule FOREIGN_FUNCTION = new Rule("foreign-function", "CWE-285",
			"The subject uses a route that only subjects with other authorities use.",
			"Ask for the authority of the function, such as by @PreAuthorize or authorizeHttpRequests.");

	private final EnforcementMode mode;

	private final int uses;

	private final Cache<String, RouteUse> routes = Caffeine.newBuilder().maximumSize(MAX_ROUTES).build();

	/**
	 * Create the detector.
	 * @param mode strictest mode
	 * @param uses uses of a route before it is known whose function it is
	 */
	public FunctionUseDetector(EnforcementMode mode, int uses) {
		this.mode = mode;
		this.uses = uses;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Category category() {
		return Category.BUSINESS_LOGIC;
	}

	@Override
	public boolean supports(Inspection inspection) {
		return this.mode != EnforcementMode.OFF && inspection.subject() != null && inspection.route() != null;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		Subject subject = inspection.subject();
		RouteUse use = this.routes.getIfPresent(function(inspection));
		if (subject != null && use != null && use.isOfOthers(subject, this.uses)) {
			findings.add(Finding.of(this, FOREIGN_FUNCTION)
				.confidence((this.mode == EnforcementMode.BLOCK) ? Confidence.STRONG : Confidence.WEAK)
				.cap(this.mode)
				.evidence("all " + use.count() + " uses were by subjects with other authorities")
				.build());
		}
	}

	@Override
	public boolean isImmediate() {
		return true;
	}

	@Override
	public void completed(Inspection inspection, Outcome outcome) {
		Subject subject = inspection.subject();
		if (subject != null && supports(inspection) && outcome.status() / 100 == 2
				&& outcome.decision().findings().isEmpty()) {
			this.routes.get(function(inspection), (absent) -> new RouteUse()).add(subject);
		}
	}

	private static String function(Inspection inspection) {
		return inspection.method() + ' ' + inspection.route();
	}

	/**
	 * The smallest sets of authorities that a route was used with.
	 */
	private static final class RouteUse {

		private final List<Set<String>> sets = new ArrayList<>();

		private int count;

		private boolean open;

		synchronized void add(Subject subject) {
			this.count += (this.count < Integer.MAX_VALUE) ? 1 : 0;
			if (this.open) {
				return;
			}
			Set<String> authorities = authorities(subject);
			if (covers(authorities)) {
				return;
			}
			this.sets.removeIf((known) -> known.containsAll(authorities));
			this.sets.add(authorities);
			this.open = authorities.isEmpty() || authorities.size() > MAX_AUTHORITIES || this.sets.size() > MAX_SETS;
		}

		synchronized boolean isOfOthers(Subject subject, int uses) {
			return !this.open && this.count >= uses && !covers(authorities(subject));
		}

		synchronized int count() {
			return this.count;
		}

		private boolean covers(Set<String> authorities) {
			for (Set<String> known : this.sets) {
				if (authorities.containsAll(known)) {
					return true;
				}
			}
			return false;
		}

		/**
		 * A subject may look its authorities up each time it is asked, so they are walked
		 * over once.
		 */
		private static Set<String> authorities(Subject subject) {
			Set<String> authorities = new HashSet<>();
			for (String authority : subject.authorities()) {
				authorities.add(authority);
			}
			return authorities;
		}

	}

}

package io.github.raspspring.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a detector saw. Holds redacted evidence only and is safe to store and to show.
 *
 * @param detector name of the detector
 * @param category kind of threat
 * @param rule what was recognized
 * @param confidence how sure the detector is
 * @param score points towards the threshold of the policy
 * @param location where the value was found, or {@code null} if no single value shows it
 * @param name name of the value there, shortened and free of control characters, or
 * {@code null}
 * @param evidence the redacted text around what was seen, may be empty
 * @param cap the strictest mode this finding may cause, whatever the route says
 * @param retryAfter set by limits: when to come back; {@code null} for all others
 * @param reading in which reading of the value it was seen, such as {@code as sent}
 * @param call the call that the value reached, {@code null} for what is seen at the edge
 */
public record Finding(String detector, Category category, Rule rule, Confidence confidence, int score,
		@Nullable InputLocation location, @Nullable String name, String evidence, EnforcementMode cap,
		@Nullable Duration retryAfter, String reading, @Nullable ReachedCall call) {

	/** The reading of what is judged without removing an encoding. */
	public static final String AS_SENT = "as sent";

	/**
	 * Whatever a detector hands in, what is kept can be written to a line.
	 */
	public Finding {
		name = (name != null) ? Redaction.name(name) : null;
		evidence = Redaction.evidence(evidence);
	}

	/**
	 * Create a finding of which neither reading nor call is told.
	 * @param detector name of the detector
	 * @param category kind of threat
	 * @param rule what was recognized
	 * @param confidence how sure the detector is
	 * @param score points towards the threshold of the policy
	 * @param location where the value was found, or {@code null}
	 * @param name name of the value there, or {@code null}
	 * @param evidence the redacted text around what was seen, may be empty
	 * @param cap the strictest mode this finding may cause
	 * @param retryAfter set by limits; {@code null} for all others
	 */
	public Finding(String detector, Category category, Rule rule, Confidence confidence, int score,
			@Nullable InputLocation location, @Nullable String name, String evidence, EnforcementMode cap,
			@Nullable Duration retryAfter) {
		this(detector, category, rule, confidence, score, location, name, evidence, cap, retryAfter, AS_SENT, null);
	}

	/**
	 * Start a finding.
	 * @param detector who saw it
	 * @param rule what was recognized
	 * @return a builder for the rest
	 */
	public static Builder of(Detector detector, Rule rule) {
		return of(detector.name(), detector.category(), rule);
	}

	/**
	 * Start a finding of a source that is not a {@link Detector}, such as a sink.
	 * @param source name of the source
	 * @param category kind of threat
	 * @param rule what was recognized
	 * @return a builder for the rest
	 */
	public static Builder of(String source, Category category, Rule rule) {
		return new Builder(source, category, rule);
	}

	/**
	 * Return whether the client is to be slowed down rather than refused.
	 * @return {@code true} for limits
	 */
	public boolean throttles() {
		return this.retryAfter != null;
	}

	/**
	 * Return whether this hints at hostility. What is used after it has expired (CWE-672)
	 * does not: clients whose clock or refresh is late do so. Nor does a request without
	 * credentials: clients whose session has ended send it.
	 * @return {@code false} if it is merely late or anonymous
	 */
	public boolean isHostile() {
		return !this.rule.cwe().equals("CWE-672") && !asksForAuthentication();
	}

	/**
	 * Return whether all that is wrong is that nobody is authenticated (CWE-306): the
	 * client is asked who it is, as Spring Security does.
	 * @return whether authentication is asked for
	 */
	public boolean asksForAuthentication() {
		return this.rule.cwe().equals("CWE-306");
	}

	/**
	 * Copy this finding with a softer cap.
	 * @param softer the strictest mode the copy may cause
	 * @return the copy
	 */
	public Finding cappedAt(EnforcementMode softer) {
		return new Finding(this.detector, this.category, this.rule, this.confidence, this.score, this.location,
				this.name, this.evidence, this.cap.softenedBy(softer), this.retryAfter, this.reading, this.call);
	}

	/**
	 * Copy this finding with the reading of the value that revealed it.
	 * @param reading what was done to the value before it was seen
	 * @return the copy
	 */
	public Finding readAs(String reading) {
		return new Finding(this.detector, this.category, this.rule, this.confidence, this.score, this.location,
				this.name, this.evidence, this.cap, this.retryAfter, reading, this.call);
	}

	/**
	 * Copy this finding with more evidence.
	 * @param more what is added behind a blank
	 * @return the copy
	 */
	public Finding withEvidence(String more) {
		return new Finding(this.detector, this.category, this.rule, this.confidence, this.score, this.location,
				this.name, this.evidence + ' ' + more, this.cap, this.retryAfter, this.reading, this.call);
	}

	/**
	 * Return this finding as one that further evidence has confirmed.
	 * @return the same finding, {@link Confidence#STRONG} and with the points of that if
	 * it was weaker
	 */
	public Finding confirmed() {
		if (this.confidence != Confidence.WEAK) {
			return this;
		}
		return new Finding(this.detector, this.category, this.rule, Confidence.STRONG,
				Math.max(this.score, Confidence.STRONG.score()), this.location, this.name, this.evidence, this.cap,
				this.retryAfter, this.reading, this.call);
	}

	/**
	 * Collects the parts of a finding. Not thread-safe.
	 */
	public static final class Builder {

		private final String source;

		private final Category category;

		private final Rule rule;

		private Confidence confidence = Confidence.STRONG;

		private @Nullable Integer score;

		private @Nullable InputLocation location;

		private @Nullable String name;

		private String evidence = "";

		private @Nullable CharSequence text;

		private int start;

		private int end;

		private EnforcementMode cap = EnforcementMode.BLOCK;

		private @Nullable Duration retryAfter;

		private @Nullable ReachedCall call;

		private Builder(String source, Category category, Rule rule) {
			this.source = source;
			this.category = category;
			this.rule = rule;
		}

		/**
		 * Set how sure the detector is; {@link Confidence#STRONG} if never called.
		 * @param confidence the confidence
		 * @return this builder
		 */
		public Builder confidence(Confidence confidence) {
			this.confidence = confidence;
			return this;
		}

		/**
		 * Set the points; those of the confidence if never called.
		 * @param score points towards the threshold
		 * @return this builder
		 */
		public Builder score(int score) {
			this.score = score;
			return this;
		}

		/**
		 * Set where the value was found.
		 * @param value the value
		 * @return this builder
		 */
		public Builder at(InputValue value) {
			this.location = value.location();
			this.name = value.name();
			return this;
		}

		/**
		 * Set the text that shows it. It is redacted before it is kept.
		 * @param text the whole text that was judged
		 * @param start index of the first character of interest
		 * @param end index behind the last character of interest
		 * @return this builder
		 */
		public Builder evidence(CharSequence text, int start, int end) {
			this.text = text;
			this.start = start;
			this.end = end;
			return this;
		}

		/**
		 * Set evidence that is no input, such as a count. It is kept as one line.
		 * @param evidence text made by the detector, free of input
		 * @return this builder
		 */
		public Builder evidence(String evidence) {
			this.evidence = evidence;
			return this;
		}

		/**
		 * Set the strictest mode this finding may cause.
		 * @param cap mode of the rule or plan
		 * @return this builder
		 */
		public Builder cap(EnforcementMode cap) {
			this.cap = cap;
			return this;
		}

		/**
		 * Make this a throttling finding.
		 * @param retryAfter when to come back
		 * @return this builder
		 */
		public Builder retryAfter(Duration retryAfter) {
			this.retryAfter = retryAfter;
			return this;
		}

		/**
		 * Set the call that the value reached.
		 * @param call the call, free of values
		 * @return this builder
		 */
		public Builder call(ReachedCall call) {
			this.call = call;
			return this;
		}

		/**
		 * Build the finding.
		 * @return the finding
		 */
		public Finding build() {
			int points = (this.score != null) ? this.score : this.confidence.score();
			return new Finding(this.source, this.category, this.rule, this.confidence, points, this.location, this.name,
					evidence(), this.cap, this.retryAfter, AS_SENT, this.call);
		}

		private String evidence() {
			if (this.text == null) {
				return this.evidence;
			}
			return SecretShape.isHeldBy(this.location, this.name)
					? EvidenceText.ofSecret(this.text, this.start, this.end)
					: Redaction.evidence(this.rule, this.text, this.start, this.end);
		}

	}

}

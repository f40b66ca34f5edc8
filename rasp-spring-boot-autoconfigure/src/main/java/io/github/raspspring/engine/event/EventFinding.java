package io.github.raspspring.engine.event;

import io.github.raspspring.engine.ReachedCall;
import org.jspecify.annotations.Nullable;

/**
 * What was seen, as it is kept: redacted, and with what to do about it.
 *
 * @param detector name of the detector or sink
 * @param rule what was recognized
 * @param category kind of threat
 * @param cwe the weakness it hints at
 * @param owasp the entry of the OWASP API Security Top 10, such as {@code API7:2023}
 * @param confidence how sure the detector is
 * @param score points towards the threshold of the policy
 * @param location where the value was found, or {@code null}
 * @param name name of the value there, or {@code null}
 * @param reading in which reading of the value it was seen, such as {@code as sent}
 * @param evidence the redacted text
 * @param explanation what was seen and why it is dangerous
 * @param remedy what to fix in the application
 * @param hint how the mended code looks, empty if there is no general answer
 * @param call the call that it reached, {@code null} for what was seen at the edge
 */
public record EventFinding(String detector, String rule, String category, String cwe, String owasp, String confidence,
		int score, @Nullable String location, @Nullable String name, String reading, String evidence,
		String explanation, String remedy, String hint, @Nullable ReachedCall call) {

	/**
	 * Return the name under which findings of this kind are counted.
	 * @return detector and rule, joined by a dot
	 */
	public String ruleName() {
		return this.detector + '.' + this.rule;
	}

	/**
	 * Return where the value was found in one word.
	 * @return location and name, joined by a colon, {@code null} if no value shows it
	 */
	public @Nullable String parameter() {
		return (this.location != null) ? this.location + ':' + this.name : null;
	}

}

package io.github.raspspring.profile.declared;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.pipeline.JsonTokens;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaves;
import io.github.raspspring.profile.sealed.SignedValues;
import org.jspecify.annotations.Nullable;

/**
 * What a walk over a request has found so far. For one request and one thread.
 */
final class DeclaredReading {

	private static final int MOST_FINDINGS = 8;

	/** What is learnt of one request at most. */
	private static final int MOST_LEAVES = 256;

	private final Inspection inspection;

	private final InputLocation location;

	private final SignedValues signed;

	private final @Nullable RequestLeaves leaves;

	private final List<Finding> findings = new ArrayList<>(0);

	private int taken;

	/** Whether something depends on who sends the request, and when. */
	private boolean signs;

	/**
	 * Begin to read.
	 * @param leaves takes the values, {@code null} if nobody does
	 */
	DeclaredReading(Inspection inspection, InputLocation location, SignedValues signed,
			@Nullable RequestLeaves leaves) {
		this.inspection = inspection;
		this.location = location;
		this.signed = signed;
		this.leaves = leaves;
	}

	/**
	 * Return whether the request makes something new: who changes what is there may send
	 * back what was shown.
	 */
	boolean creates() {
		return this.inspection.method().equals("POST");
	}

	/**
	 * Return whether the request may change anything.
	 */
	boolean changes() {
		return !this.inspection.method().equals("GET") && !this.inspection.method().equals("HEAD");
	}

	void found(Rule rule, Confidence confidence, String name) {
		if (this.findings.size() < MOST_FINDINGS) {
			this.findings.add(DeclaredRules.finding(rule, confidence, this.location, name));
		}
	}

	/**
	 * Take the value that was read last.
	 */
	void leaf(DeclaredPath path, LeafType type, JsonTokens value) {
		if (this.leaves != null && this.taken++ < MOST_LEAVES) {
			byte[] body = (type == LeafType.TEXT || type == LeafType.INTEGER) ? value.written() : null;
			if (body != null) {
				this.leaves.add(path.leaf(), type, body, value.start());
			}
			else {
				this.leaves.add(path.leaf(), type, value.text());
			}
		}
		if (path.limits() != Limits.NONE) {
			judge(path.text(), value.text(), path.limits());
		}
	}

	/**
	 * Take a value of a parameter.
	 */
	void leaf(FormShape.Field field, String text) {
		if (this.leaves != null && this.taken++ < MOST_LEAVES) {
			this.leaves.add(field.leaf(), LeafType.TEXT, text);
		}
		if (field.limits() != Limits.NONE) {
			judge(field.path(), text, field.limits());
		}
	}

	private void judge(String path, String text, Limits limits) {
		if (limits.isFarOff(text)) {
			found(DeclaredRules.FAR_OFF_LIMITS, Confidence.STRONG, path);
		}
		String name = limits.signed();
		if (name != null) {
			this.signs = true;
			switch (this.signed.state(name, text, this.inspection)) {
				case FORGED -> found(DeclaredRules.FORGED_VALUE, Confidence.CERTAIN, path);
				case EXPIRED -> found(DeclaredRules.EXPIRED_VALUE, Confidence.STRONG, path);
				case INTACT -> {
					// As it was issued.
				}
			}
		}
	}

	/**
	 * Return whether nothing was found, nor would be if the same came in another request.
	 */
	boolean isPlain() {
		return this.findings.isEmpty() && !this.signs;
	}

	List<Finding> findings() {
		return this.findings;
	}

	/**
	 * Hand on what was taken, once the findings are known.
	 */
	void end() {
		if (this.leaves != null) {
			this.leaves.end();
		}
	}

}

package io.github.raspspring.profile.declared;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaf;
import io.github.raspspring.profile.sealed.SignedValues;

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

	private final List<Finding> findings = new ArrayList<>(0);

	private final List<RequestLeaf> leaves = new ArrayList<>();

	/**
	 * Begin to read.
	 */
	DeclaredReading(Inspection inspection, InputLocation location, SignedValues signed) {
		this.inspection = inspection;
		this.location = location;
		this.signed = signed;
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

	void leaf(DeclaredPath path, LeafType type, String text, Shape shape) {
		if (this.leaves.size() < MOST_LEAVES) {
			this.leaves.add(new RequestLeaf(path.leaf(), type, text));
		}
		if (shape instanceof Shape.Scalar scalar && scalar.limits() != Limits.NONE) {
			judge(path.text(), text, scalar.limits());
		}
	}

	/**
	 * Take a value by a path as it is declared.
	 * @param prefix what its path begins with
	 */
	void leaf(String prefix, String path, String text, Shape shape) {
		if (this.leaves.size() < MOST_LEAVES) {
			this.leaves.add(new RequestLeaf(prefix + path, LeafType.TEXT, text));
		}
		if (shape instanceof Shape.Scalar scalar) {
			judge(path, text, scalar.limits());
		}
	}

	private void judge(String path, String text, Limits limits) {
		if (limits.isFarOff(text)) {
			found(DeclaredRules.FAR_OFF_LIMITS, Confidence.STRONG, path);
		}
		String name = limits.signed();
		if (name != null) {
			switch (this.signed.state(name, text, this.inspection)) {
				case FORGED -> found(DeclaredRules.FORGED_VALUE, Confidence.CERTAIN, path);
				case EXPIRED -> found(DeclaredRules.EXPIRED_VALUE, Confidence.STRONG, path);
				case INTACT -> {
					// As it was issued.
				}
			}
		}
	}

	List<Finding> findings() {
		return this.findings;
	}

	List<RequestLeaf> leaves() {
		return this.leaves;
	}

}

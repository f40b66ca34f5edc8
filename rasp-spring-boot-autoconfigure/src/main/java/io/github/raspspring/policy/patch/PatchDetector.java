package io.github.raspspring.policy.patch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.pipeline.ArrivalDetector;

/**
 * Enforces virtual patches: on each value as soon as it is known, and on what only the
 * whole request shows, such as a value that is missing, when everything is bound. CWE-20.
 */
public final class PatchDetector implements ArrivalDetector {

	private final PatchCatalog patches;

	/**
	 * Create the detector.
	 * @param patches the patches, which may change while the application runs
	 */
	public PatchDetector(PatchCatalog patches) {
		this.patches = patches;
	}

	@Override
	public String name() {
		return "virtual-patch";
	}

	@Override
	public Category category() {
		return Category.BUSINESS_LOGIC;
	}

	@Override
	public Phase phase() {
		return Phase.HANDLER;
	}

	@Override
	public boolean supports(Inspection inspection) {
		return follows(inspection);
	}

	@Override
	public boolean follows(Inspection inspection) {
		for (VirtualPatch patch : this.patches.all()) {
			if (this.patches.applies(patch, inspection)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void arrived(Inspection inspection, Collection<InputValue> arrivals, Findings findings) {
		for (VirtualPatch patch : this.patches.all()) {
			if (this.patches.applies(patch, inspection)) {
				this.patches.used(patch, inspection.startedAt());
				judge(patch, patch.isAboutGraphQl() ? inspection.values() : arrivals, findings);
				if (inspection.phase() == Phase.HANDLER && isBody(arrivals)) {
					judgeWhole(patch, inspection, findings);
				}
			}
		}
	}

	/**
	 * Everything is bound. What was not known to be of the route before is judged now.
	 */
	@Override
	public void detect(Inspection inspection, Findings findings) {
		for (VirtualPatch patch : this.patches.all()) {
			if (this.patches.applies(patch, inspection)) {
				this.patches.used(patch, inspection.startedAt());
				if (patch.requests().matchesByHandlerOnly(inspection)) {
					judge(patch, inspection.values(), findings);
				}
				if (!patch.isAboutBody() || !isBodyUnread(inspection)) {
					judgeWhole(patch, inspection, findings);
				}
			}
		}
	}

	private void judge(VirtualPatch patch, Collection<InputValue> values, Findings findings) {
		for (InputValue value : patch.candidates(values)) {
			if (patch.isAbout(value)) {
				String violation = patch.condition().violation(value.value());
				if (violation != null) {
					findings.add(finding(patch).at(value)
						.evidence(value.value(), 0, Math.min(value.value().length(), 16))
						.build());
				}
			}
		}
	}

	private void judgeWhole(VirtualPatch patch, Inspection inspection, Findings findings) {
		PatchCondition condition = patch.condition();
		if (!condition.needsTheWhole()) {
			return;
		}
		List<String> texts = new ArrayList<>();
		boolean present = false;
		for (InputValue value : patch.candidates(inspection.values())) {
			if (patch.isAbout(value)) {
				texts.add(value.value());
				present = present || !value.value().isBlank();
			}
		}
		int size = condition.sizeOf(texts);
		if (condition.presence() == PatchCondition.Presence.REQUIRED && !present) {
			findings.add(finding(patch).evidence("missing: " + patch.targets().get(0)).build());
		}
		else if (size > condition.maxSize() || size < condition.minSize()) {
			findings.add(finding(patch).evidence(size + " values").build());
		}
	}

	private Finding.Builder finding(VirtualPatch patch) {
		return Finding.of(this, patch.rule()).confidence(Confidence.CERTAIN).cap(patch.mode());
	}

	private static boolean isBody(Collection<InputValue> values) {
		for (InputValue value : values) {
			if (isOfBody(value)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOfBody(InputValue value) {
		return switch (value.location()) {
			case PATH, QUERY, HEADER, COOKIE -> false;
			default -> true;
		};
	}

	/**
	 * Return whether a body is announced of which nothing is known: the handler will read
	 * it.
	 */
	private static boolean isBodyUnread(Inspection inspection) {
		String length = inspection.value(InputLocation.HEADER, "content-length");
		boolean announced = length != null && !length.strip().equals("0")
				|| inspection.value(InputLocation.HEADER, "transfer-encoding") != null;
		List<InputValue> values = inspection.values();
		return announced && !isBody(values);
	}

}

package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.profile.KeptLeaves;
import io.github.raspspring.profile.LeafType;
import io.github.raspspring.profile.RequestLeaves;
import org.jspecify.annotations.Nullable;

/**
 * Values of one part of a request: judged when they are complete, and learnt once the
 * request has turned out to be honest. Holds nothing of the values themselves.
 */
final class LeafBatch implements RequestLeaves {

	private final LearntProfiles profiles;

	private final Inspection inspection;

	private final EndpointSketch endpoint;

	private final Principal principal;

	private final long now;

	private final boolean learning;

	private final FeatureReader value = new FeatureReader();

	/** What is known of the place of the last value, if anything is. */
	private @Nullable ParameterSketch before;

	private KeptFeatures.@Nullable Keeper keeper;

	private List<Leaf> leaves = Collections.emptyList();

	LeafBatch(LearntProfiles profiles, Inspection inspection, EndpointSketch endpoint, Principal principal, long now) {
		this.profiles = profiles;
		this.inspection = inspection;
		this.endpoint = endpoint;
		this.principal = principal;
		this.now = now;
		this.learning = endpoint.stage() == ProfileStage.LEARN;
	}

	@Override
	public void add(String path, LeafType type, String text) {
		this.value.read(type, text);
		add(path);
	}

	@Override
	public void add(String path, LeafType type, byte[] body, int start) {
		this.value.read(type, body, start);
		add(path);
	}

	/**
	 * Most values are like those that the same principal has sent within the hour:
	 * nothing is to be judged of them, and nothing to be learnt.
	 */
	private void add(String path) {
		ParameterSketch sketch = this.endpoint.find(path, this.before);
		this.before = sketch;
		if (sketch == null || !sketch.isUsualOf(this.value.low(), this.value.high(), this.value.hash(), this.principal,
				this.learning, this.now)) {
			add(new Leaf(path, this.value.features(), sketch));
		}
		if (this.keeper != null) {
			this.keeper.add(path, this.value.features());
		}
	}

	private void add(Leaf leaf) {
		this.leaves = this.leaves.isEmpty() ? new ArrayList<>() : this.leaves;
		this.leaves.add(leaf);
	}

	@Override
	public void keep() {
		this.keeper = new KeptFeatures.Keeper();
	}

	@Override
	public @Nullable KeptLeaves kept() {
		return (this.keeper != null) ? this.keeper.kept() : null;
	}

	/**
	 * Where all values of a place are usual together, none is to be looked at.
	 */
	@Override
	public void addAll(KeptLeaves kept) {
		KeptFeatures all = (KeptFeatures) kept;
		@Nullable ParameterSketch[] sketches = new ParameterSketch[all.places()];
		boolean[] unusual = new boolean[sketches.length];
		boolean any = false;
		for (int i = 0; i < sketches.length; i++) {
			KeptFeatures.Place place = all.place(i);
			ParameterSketch sketch = this.endpoint.find(place.path());
			sketches[i] = sketch;
			unusual[i] = sketch == null || !sketch.areUsualOf(place, this.principal, this.learning, this.now);
			any |= unusual[i];
		}
		for (int i = 0; any && i < all.size(); i++) {
			int place = all.placeOf(i);
			if (unusual[place]) {
				add(all.place(place).path(), all.value(i), sketches[place]);
			}
		}
	}

	private void add(String path, ValueFeatures value, @Nullable ParameterSketch sketch) {
		if (sketch == null || !sketch.isUsualOf(value.low(), value.high(), value.hash(), this.principal, this.learning,
				this.now)) {
			add(new Leaf(path, value, sketch));
		}
	}

	@Override
	public void end() {
		if (!this.leaves.isEmpty()) {
			this.profiles.taken(this.inspection, this.endpoint, this.leaves);
		}
	}

	/**
	 * One value.
	 *
	 * @param path where it stands
	 * @param features what is learnt and judged of it
	 * @param sketch what is known of others at this place, {@code null} if nothing is
	 */
	record Leaf(String path, ValueFeatures features, @Nullable ParameterSketch sketch) {

	}

}

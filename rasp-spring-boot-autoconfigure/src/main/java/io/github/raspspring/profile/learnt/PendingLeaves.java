package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.List;

/**
 * What waits for the end of its request to be learnt. Its parts may come from several
 * threads.
 *
 * @param endpoint what the request was for
 * @param parts the values of each part
 */
record PendingLeaves(EndpointSketch endpoint, List<List<LeafBatch.Leaf>> parts) {

	PendingLeaves(EndpointSketch endpoint) {
		this(endpoint, new ArrayList<>(2));
	}

	void add(List<LeafBatch.Leaf> part) {
		synchronized (this.parts) {
			this.parts.add(part);
		}
	}

	@Override
	public List<List<LeafBatch.Leaf>> parts() {
		synchronized (this.parts) {
			return List.copyOf(this.parts);
		}
	}

}

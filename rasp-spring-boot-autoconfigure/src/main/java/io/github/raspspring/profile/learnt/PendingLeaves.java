package io.github.raspspring.profile.learnt;

import java.util.ArrayList;
import java.util.List;

import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the end of its request to be learnt, and who sends it. Its parts may
 * come from several threads.
 */
final class PendingLeaves {

	private final EndpointSketch endpoint;

	/** Most requests show nothing that is to be learnt. */
	private List<List<LeafBatch.Leaf>> parts = List.of();

	/** In one piece, as parts may ask at once. */
	private @Nullable Sender sender;

	/**
	 * Begin to wait.
	 * @param endpoint what the request is for
	 */
	PendingLeaves(EndpointSketch endpoint) {
		this.endpoint = endpoint;
	}

	EndpointSketch endpoint() {
		return this.endpoint;
	}

	/**
	 * Return who sends the request, found once as long as nothing else becomes known.
	 * @param secret hides names of principals
	 */
	@SuppressWarnings("ReferenceEquality")
	Principal principal(Inspection inspection, long secret) {
		Sender known = this.sender;
		Subject subject = inspection.subject();
		if (known == null || known.subject != subject || known.secret != secret) {
			known = new Sender(subject, secret, Principal.of(inspection, secret));
			this.sender = known;
		}
		return known.principal;
	}

	synchronized void add(List<LeafBatch.Leaf> part) {
		if (this.parts.isEmpty()) {
			this.parts = new ArrayList<>(2);
		}
		this.parts.add(part);
	}

	/**
	 * Return the values of each part.
	 */
	synchronized List<List<LeafBatch.Leaf>> parts() {
		return List.copyOf(this.parts);
	}

	/**
	 * Who sends the request, and what that was told by.
	 */
	private record Sender(@Nullable Subject subject, long secret, Principal principal) {

	}

}

package io.github.raspspring.sink;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How calls of one kind get to the guard, and what goes past it.
 *
 * @param kind the kind of call
 * @param carriedBy what brings calls to the guard, empty if nothing does
 * @param open sentences that say what stays unseen
 */
public record SinkCoverage(SinkKind kind, List<String> carriedBy, List<String> open) {

	public SinkCoverage {
		carriedBy = List.copyOf(carriedBy);
		open = List.copyOf(open);
	}

	/**
	 * Return whether calls of this kind are seen at all.
	 * @return {@code true} if something carries them
	 */
	public boolean carried() {
		return !this.carriedBy.isEmpty();
	}

	/**
	 * Describe all kinds, those that nothing carries included.
	 * @param carriers all carriers of the application
	 * @return one entry per kind, in the order of {@link SinkKind}
	 */
	public static List<SinkCoverage> of(Collection<? extends SinkCarrier> carriers) {
		List<SinkCoverage> parts = carriers.stream().flatMap((carrier) -> carrier.coverage().stream()).toList();
		return Stream.of(SinkKind.values()).map((kind) -> merge(kind, parts)).toList();
	}

	private static SinkCoverage merge(SinkKind kind, List<SinkCoverage> parts) {
		List<SinkCoverage> matching = parts.stream().filter((part) -> part.kind() == kind).toList();
		List<String> carriedBy = matching.stream().flatMap((part) -> part.carriedBy().stream()).distinct().toList();
		List<String> open = matching.stream().flatMap((part) -> part.open().stream()).distinct().toList();
		if (carriedBy.isEmpty() && open.isEmpty()) {
			open = List.of("Not carried: calls are judged only where the application asks for it.");
		}
		return new SinkCoverage(kind, carriedBy, open);
	}

}

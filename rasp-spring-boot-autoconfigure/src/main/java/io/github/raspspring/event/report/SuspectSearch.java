package io.github.raspspring.event.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.raspspring.engine.event.EventFinding;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.report.SecurityReport.Suspect;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what may be false alarms: an attacker sends many things to many fields, and
 * honest callers one thing to one. Not thread-safe.
 */
final class SuspectSearch {

	private static final int FEWEST_CLIENTS = 3;

	private static final int MOST = 10;

	private static final int MOST_PLACES = 2_000;

	private final Map<Place, Seen> places = new HashMap<>();

	private final Map<String, Set<Place>> byClient = new HashMap<>();

	void add(EventRecord event) {
		String client = event.where().client();
		String route = event.where().target();
		for (EventFinding finding : event.findings()) {
			String parameter = finding.parameter();
			if (client != null && route != null && parameter != null) {
				add(new Place(finding.ruleName(), route, parameter), client, event);
			}
		}
	}

	private void add(Place place, String client, EventRecord event) {
		Seen seen = this.places.get(place);
		if (seen == null) {
			if (this.places.size() == MOST_PLACES) {
				return;
			}
			seen = new Seen(event.reference());
			this.places.put(place, seen);
		}
		seen.clients.add(client);
		seen.count += event.times();
		this.byClient.computeIfAbsent(client, (key) -> new HashSet<>()).add(place);
	}

	List<Suspect> found() {
		return this.places.entrySet()
			.stream()
			.map((entry) -> suspect(entry.getKey(), entry.getValue()))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingInt(Suspect::clients).reversed())
			.limit(MOST)
			.toList();
	}

	private @Nullable Suspect suspect(Place place, Seen seen) {
		int honest = (int) seen.clients.stream()
			.filter((client) -> this.byClient.getOrDefault(client, Set.of()).size() == 1)
			.count();
		return (honest < FEWEST_CLIENTS || honest * 2 < seen.clients.size()) ? null
				: new Suspect(place.rule, place.route, place.parameter, honest, seen.count, seen.reference);
	}

	private record Place(String rule, String route, String parameter) {

	}

	private static final class Seen {

		private final Set<String> clients = new HashSet<>();

		private final String reference;

		private long count;

		private Seen(String reference) {
			this.reference = reference;
		}

	}

}

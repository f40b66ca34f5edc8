package io.github.raspspring.event.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventCount;
import io.github.raspspring.engine.event.EventDimension;
import io.github.raspspring.engine.event.EventPage;
import io.github.raspspring.engine.event.EventQuery;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.mark.FalseAlarms;
import io.github.raspspring.event.report.SecurityReport.Incident;
import io.github.raspspring.event.report.SecurityReport.Total;
import org.jspecify.annotations.Nullable;

/**
 * Collects a report from the events that are kept and from what the rooms say. Looks at a
 * bounded number of events. Thread-safe.
 */
final class ReportCollector {

	static final String ATTACKS = "threat-detected";

	private static final int TOP = 10;

	private static final int PAGE = 500;

	private static final int MOST_INCIDENTS = 50;

	private static final int MOST_EVENTS = 10_000;

	private final EventArchive archive;

	private final Supplier<List<EndpointSection>> sections;

	private final @Nullable FalseAlarms marks;

	ReportCollector(EventArchive archive, Supplier<List<EndpointSection>> sections, @Nullable FalseAlarms marks) {
		this.archive = archive;
		this.sections = sections;
		this.marks = marks;
	}

	SecurityReport collect(Instant from, Instant to) {
		Duration length = Duration.between(from, to);
		ReportTrend trend = new ReportTrend(from, to);
		SuspectSearch suspects = new SuspectSearch();
		boolean complete = forEach(from, to, (event) -> {
			trend.add(event);
			suspects.add(event);
		});
		List<EndpointSection> known = this.sections.get();
		List<EventRecord> alarms = this.archive.find(query(from, to, PAGE))
			.events()
			.stream()
			.filter(EventRecord::alarming)
			.toList();
		return new SecurityReport(from, to, totals(from, to, length), trend.parts(), top(from, to, EventDimension.RULE),
				top(from, to, EventDimension.ROUTE), top(from, to, EventDimension.PARAMETER),
				top(from, to, EventDimension.CLIENT), top(from, to, EventDimension.SUBJECT), incidents(alarms),
				suspects.found(), marks(),
				known.stream().filter((section) -> !isPatches(section)).flatMap((s) -> s.gaps().stream()).toList(),
				known.stream().filter(ReportCollector::isPatches).flatMap((s) -> s.gaps().stream()).toList(),
				advice(alarms, known), complete);
	}

	private static boolean isPatches(EndpointSection section) {
		return section.name().equals("patches");
	}

	private boolean forEach(Instant from, Instant to, Consumer<EventRecord> reader) {
		EventQuery query = query(from, to, PAGE);
		for (int seen = 0; seen < MOST_EVENTS;) {
			EventPage page = this.archive.find(query);
			page.events().forEach(reader);
			seen += page.events().size();
			if (page.next() == null || page.events().isEmpty()) {
				return true;
			}
			query = query.after(page.next());
		}
		return false;
	}

	private List<Total> totals(Instant from, Instant to, Duration length) {
		Map<String, Long> before = byKey(
				this.archive.count(query(from.minus(length), from, TOP), EventDimension.OUTCOME));
		Map<String, Long> now = byKey(this.archive.count(query(from, to, TOP), EventDimension.OUTCOME));
		Set<String> outcomes = new LinkedHashSet<>(now.keySet());
		outcomes.addAll(before.keySet());
		return outcomes.stream()
			.map((outcome) -> new Total(outcome, now.getOrDefault(outcome, 0L), before.getOrDefault(outcome, 0L)))
			.toList();
	}

	private static Map<String, Long> byKey(List<EventCount> counts) {
		Map<String, Long> byKey = new LinkedHashMap<>();
		counts.forEach((count) -> byKey.put(count.key(), count.count()));
		return byKey;
	}

	private List<EventCount> top(Instant from, Instant to, EventDimension dimension) {
		return this.archive.count(query(from, to, TOP), dimension);
	}

	private List<EventCount> marks() {
		return (this.marks == null) ? List.of()
				: this.marks.byRule()
					.entrySet()
					.stream()
					.map((entry) -> new EventCount(entry.getKey(), entry.getValue()))
					.toList();
	}

	/**
	 * What the rooms advise, and what mends what was attacked.
	 */
	private static List<String> advice(List<EventRecord> alarms, List<EndpointSection> known) {
		List<String> advice = new ArrayList<>();
		known.forEach((section) -> advice.addAll(section.nextSteps()));
		Set<String> remedies = new LinkedHashSet<>();
		alarms.forEach((event) -> remedies.addAll(event.fix()));
		remedies.stream().limit(TOP).forEach(advice::add);
		return advice;
	}

	private static List<Incident> incidents(List<EventRecord> alarms) {
		return alarms.stream()
			.limit(MOST_INCIDENTS)
			.map((event) -> new Incident(event.reference(), event.occurredAt(), event.outcome().label(), event.rules(),
					Objects.requireNonNullElse(event.where().target(), "-"), event.times()))
			.toList();
	}

	private static EventQuery query(Instant from, Instant to, int limit) {
		return new EventQuery(from, to, ATTACKS, null, null, null, null, null, null, null, null, limit);
	}

}

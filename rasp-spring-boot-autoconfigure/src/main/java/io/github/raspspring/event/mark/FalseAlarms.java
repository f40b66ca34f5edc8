package io.github.raspspring.event.mark;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Redaction;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.engine.event.EventRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes marks of false alarms from operators, answers with the configuration that ends
 * them, and counts them per rule. Keeps the latest 1000 of this instance; each is an
 * event as well. Thread-safe.
 */
public final class FalseAlarms implements EndpointSection {

	private static final int MOST = 1_000;

	private static final String OPERATIONS = "Events can be marked and unmarked, by their reference";

	private final Map<String, Mark> marks = new LinkedHashMap<>();

	private final EventArchive archive;

	private final ExclusionWriter writer;

	private final BinaryOperator<String> templates;

	private final Clock clock;

	/**
	 * Create it.
	 * @param archive finds events
	 * @param writer writes exclusions down
	 * @param templates finds the template of a route by a method and a path; the path
	 * itself if there is none
	 * @param clock tells the time
	 */
	public FalseAlarms(EventArchive archive, ExclusionWriter writer, BinaryOperator<String> templates, Clock clock) {
		this.archive = archive;
		this.writer = writer;
		this.templates = templates;
		this.clock = clock;
	}

	/**
	 * Return the marks.
	 * @return a snapshot, the latest first
	 */
	public synchronized List<Mark> marks() {
		List<Mark> latest = new ArrayList<>(this.marks.values());
		latest.sort(Comparator.comparing(Mark::markedAt).reversed());
		return latest;
	}

	/**
	 * Return how often each rule was marked.
	 * @return counts by detector and rule
	 */
	public synchronized Map<String, Integer> byRule() {
		Map<String, Integer> counts = new TreeMap<>();
		this.marks.values().forEach((mark) -> mark.rules().forEach((rule) -> counts.merge(rule, 1, Integer::sum)));
		return counts;
	}

	@Override
	public String name() {
		return "marks";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("falseAlarms", marks().size());
	}

	@Override
	public Object content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("byRule", byRule());
		content.put("marks", marks());
		return content;
	}

	@Override
	public @Nullable Object item(String reference) {
		return marks().stream().filter((mark) -> mark.reference().equals(reference)).findFirst().orElse(null);
	}

	@Override
	public Object operate(SectionOperation operation) {
		return switch (operation.name()) {
			case "mark" -> mark(operation);
			case "unmark" -> unmark(operation.target());
			default -> throw new IllegalArgumentException(OPERATIONS);
		};
	}

	private Map<String, Object> mark(SectionOperation operation) {
		EventRecord event = this.archive.get(operation.target());
		if (event == null) {
			throw new NoSuchElementException("There is no event of this reference, or it is no longer kept");
		}
		String rule = operation.argument("rule");
		Set<Exclusion> exclusions = Exclusion.of(event, rule);
		if (exclusions.isEmpty()) {
			throw new IllegalArgumentException(
					(rule == null) ? "The event has no findings" : "rule is one of " + event.rules());
		}
		String where = Objects.requireNonNullElse(event.where().target(), "/");
		String reason = Objects.requireNonNullElse(operation.argument("reason"), "");
		keep(new Mark(operation.target(), this.clock.instant(), where, List.copyOf(Exclusion.rules(event, rule)),
				Redaction.line(reason)));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("marked", operation.target());
		answer.put("rules", Exclusion.rules(event, rule));
		String method = Objects.requireNonNullElse(event.where().method(), "GET");
		String template = (event.where().route() != null) ? where : this.templates.apply(method, where);
		answer.put("exclude", this.writer.exclude(event.why().policy(), method, template, exclusions));
		answer.put("note", note(event.where().route() != null || !template.equals(where), exclusions));
		return answer;
	}

	private static String note(boolean known, Set<Exclusion> exclusions) {
		if (!known) {
			return "The request was refused before its route was known: put the template of the route in place of "
					+ "the path.";
		}
		return exclusions.stream().anyMatch((exclusion) -> exclusion.parameter() == null)
				? "What no single value shows, or whose name is redacted, is watched on the route from now on."
				: "Only this detector leaves only this value alone, on this route.";
	}

	private synchronized void keep(Mark mark) {
		this.marks.remove(mark.reference());
		if (this.marks.size() == MOST) {
			this.marks.remove(this.marks.keySet().iterator().next());
		}
		this.marks.put(mark.reference(), mark);
	}

	private synchronized Map<String, Object> unmark(String reference) {
		if (this.marks.remove(reference) == null) {
			throw new NoSuchElementException("The event is not marked");
		}
		return Map.of("unmarked", reference);
	}

}

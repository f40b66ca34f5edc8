package io.github.raspspring.event.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.SectionQuery;
import io.github.raspspring.engine.event.EventArchive;
import io.github.raspspring.event.mark.FalseAlarms;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * Shows the report: {@code period=7d} says how much time, {@code format=json},
 * {@code markdown} or {@code html} in which form. Thread-safe.
 */
public final class ReportSection implements EndpointSection {

	private static final Duration LONGEST = Duration.ofDays(366);

	private static final String PERIOD = "period is a time of at most 366d, such as 24h or 7d";

	private final ReportCollector collector;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param archive the events that are kept
	 * @param sections what the rooms say
	 * @param marks false alarms that are marked, {@code null} if nobody can
	 * @param clock tells the time
	 */
	public ReportSection(EventArchive archive, Supplier<List<EndpointSection>> sections, @Nullable FalseAlarms marks,
			Clock clock) {
		this.collector = new ReportCollector(archive, sections, marks);
		this.clock = clock;
	}

	@Override
	public String name() {
		return "report";
	}

	@Override
	public Map<String, Object> overview() {
		return Map.of("formats", List.of("json", "markdown", "html"));
	}

	@Override
	public Object content() {
		return content(SectionQuery.ALL);
	}

	@Override
	public Object content(SectionQuery query) {
		Duration period = period(Objects.requireNonNullElse(query.argument("period"), "7d"));
		String format = Objects.requireNonNullElse(query.argument("format"), "json");
		if (!List.of("json", "markdown", "html").contains(format)) {
			throw new IllegalArgumentException("format is json, markdown or html");
		}
		Instant now = this.clock.instant();
		SecurityReport report = this.collector.collect(now.minus(period), now);
		return switch (format) {
			case "markdown" -> new Page("text/markdown;charset=UTF-8", MarkdownReport.of(report));
			case "html" -> new Page("text/html;charset=UTF-8", HtmlReport.of(report));
			default -> report;
		};
	}

	private static Duration period(String text) {
		try {
			Duration period = DurationStyle.SIMPLE.parse(text);
			if (period.compareTo(Duration.ofMinutes(1)) >= 0 && period.compareTo(LONGEST) <= 0) {
				return period;
			}
		}
		catch (RuntimeException ex) {
			// Told below.
		}
		throw new IllegalArgumentException(PERIOD);
	}

}

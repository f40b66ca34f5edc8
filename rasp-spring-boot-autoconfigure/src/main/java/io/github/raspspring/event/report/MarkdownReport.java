package io.github.raspspring.event.report;

import java.util.List;
import java.util.function.Function;

import io.github.raspspring.engine.event.EventCount;
import io.github.raspspring.event.report.SecurityReport.Incident;
import io.github.raspspring.event.report.SecurityReport.Suspect;
import io.github.raspspring.event.report.SecurityReport.Total;

/**
 * The report as Markdown (CommonMark, with tables). What was not written by the product
 * is escaped, so that it is text wherever it is rendered.
 */
final class MarkdownReport {

	private static final String MARKS = "\\`*_{}[]()#+-.!|~>\"'=:/@^$";

	private final StringBuilder text = new StringBuilder(4_096);

	private MarkdownReport() {
	}

	static String of(SecurityReport report) {
		return new MarkdownReport().write(report).text.toString();
	}

	private MarkdownReport write(SecurityReport report) {
		this.text.append("# Security report\n\nFrom ")
			.append(report.from())
			.append(" to ")
			.append(report.to())
			.append("\n");
		if (!report.complete()) {
			this.text.append("\nThere are too many events: the trend and the suspects tell of the latest only.\n");
		}
		table("What came of it", List.of("outcome", "count", "before"), report.totals(), MarkdownReport::total);
		counts("What was attacked", "rule", report.rules());
		counts("Where", "route", report.routes());
		counts("In which values", "value", report.parameters());
		counts("From where", "client", report.clients());
		counts("By whom", "subject", report.subjects());
		table("Trend", List.of("from", "passed", "refused"),
				report.trend().stream().filter((part) -> part.passed() + part.refused() > 0).toList(),
				(part) -> List.of(part.from().toString(), part.passed(), part.refused()));
		table("Latest incidents", List.of("reference", "at", "outcome", "rules", "where", "count"), report.incidents(),
				MarkdownReport::incident);
		table("Suspected false alarms", List.of("rule", "route", "value", "clients", "count", "look at"),
				report.suspects(), MarkdownReport::suspect);
		counts("Marked as false alarms", "rule", report.marks());
		list("Coverage gaps", report.gaps());
		list("Overdue patches", report.overdue());
		list("Advice", report.advice());
		return this;
	}

	private static List<Object> total(Total total) {
		return List.of(total.outcome(), total.count(), total.before());
	}

	private static List<Object> incident(Incident incident) {
		return List.of(incident.reference(), incident.at(), incident.outcome(), String.join(", ", incident.rules()),
				incident.where(), incident.count());
	}

	private static List<Object> suspect(Suspect suspect) {
		return List.of(suspect.rule(), suspect.route(), suspect.parameter(), suspect.clients(), suspect.count(),
				suspect.reference());
	}

	private void counts(String title, String key, List<EventCount> counts) {
		table(title, List.of(key, "count"), counts, (count) -> List.of(count.key(), count.count()));
	}

	private <T> void table(String title, List<String> head, List<T> rows, Function<T, List<Object>> cells) {
		this.text.append("\n## ").append(title).append("\n\n");
		if (rows.isEmpty()) {
			this.text.append("Nothing.\n");
			return;
		}
		this.text.append("| ").append(String.join(" | ", head)).append(" |\n|").append(" --- |".repeat(head.size()));
		for (T row : rows) {
			this.text.append("\n|");
			cells.apply(row).forEach((cell) -> this.text.append(' ').append(escaped(cell.toString())).append(" |"));
		}
		this.text.append('\n');
	}

	private void list(String title, List<String> lines) {
		this.text.append("\n## ").append(title).append("\n\n");
		lines.forEach((line) -> this.text.append("- ").append(escaped(line)).append('\n'));
		if (lines.isEmpty()) {
			this.text.append("Nothing.\n");
		}
	}

	static String escaped(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '<') {
				escaped.append("&lt;");
			}
			else if (c == '&') {
				escaped.append("&amp;");
			}
			else if (MARKS.indexOf(c) >= 0) {
				escaped.append('\\').append(c);
			}
			else {
				boolean shown = c >= ' ' && c < 0x7F || c > 0x7F && Character.isLetterOrDigit(c);
				escaped.append(shown ? c : '?');
			}
		}
		return escaped.toString();
	}

}

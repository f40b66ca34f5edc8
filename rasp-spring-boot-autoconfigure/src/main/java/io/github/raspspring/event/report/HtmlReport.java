package io.github.raspspring.event.report;

import java.util.List;
import java.util.function.Function;

import io.github.raspspring.engine.event.EventCount;

import org.springframework.web.util.HtmlUtils;

/**
 * The report as one page to print: no script, nothing to load, charts as inline SVG. It
 * is well-formed XML as well, and what was not written by the product is escaped.
 */
final class HtmlReport {

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8"/>
			<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
			<meta name="viewport" content="width=device-width, initial-scale=1"/>
			<title>Security report</title>
			<style>
			body { font: 15px/1.5 sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
			table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem }
			th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere }
			td.number { text-align: right; font-variant-numeric: tabular-nums }
			svg { width: 100%; height: auto }
			@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr, svg { break-inside: avoid } }
			</style>
			</head>
			<body>
			<main>
			<h1>Security report</h1>
			""";

	private final StringBuilder page = new StringBuilder(8_192).append(HEAD);

	private HtmlReport() {
	}

	static String of(SecurityReport report) {
		return new HtmlReport().write(report).page.append("</main>\n</body>\n</html>\n").toString();
	}

	private HtmlReport write(SecurityReport report) {
		this.page.append("<p>From ").append(report.from()).append(" to ").append(report.to()).append("</p>\n");
		if (!report.complete()) {
			this.page.append("<p>There are too many events: the trend and the suspects tell of the latest only.</p>\n");
		}
		table("What came of it", List.of("outcome", "count", "before"), report.totals(),
				(total) -> List.of(total.outcome(), total.count(), total.before()));
		this.page.append("<h2>Trend</h2>\n").append(TrendChart.of(report.trend()));
		counts("What was attacked", "rule", report.rules());
		counts("Where", "route", report.routes());
		counts("In which values", "value", report.parameters());
		counts("From where", "client", report.clients());
		counts("By whom", "subject", report.subjects());
		table("Latest incidents", List.of("reference", "at", "outcome", "rules", "where", "count"), report.incidents(),
				(incident) -> List.of(incident.reference(), incident.at(), incident.outcome(),
						String.join(", ", incident.rules()), incident.where(), incident.count()));
		table("Suspected false alarms", List.of("rule", "route", "value", "clients", "count", "look at"),
				report.suspects(), (suspect) -> List.of(suspect.rule(), suspect.route(), suspect.parameter(),
						suspect.clients(), suspect.count(), suspect.reference()));
		counts("Marked as false alarms", "rule", report.marks());
		list("Coverage gaps", report.gaps());
		list("Overdue patches", report.overdue());
		list("Advice", report.advice());
		return this;
	}

	private void counts(String title, String key, List<EventCount> counts) {
		table(title, List.of(key, "count"), counts, (count) -> List.of(count.key(), count.count()));
	}

	private <T> void table(String title, List<String> head, List<T> rows, Function<T, List<Object>> cells) {
		this.page.append("<h2>").append(title).append("</h2>\n");
		if (rows.isEmpty()) {
			this.page.append("<p>Nothing.</p>\n");
			return;
		}
		this.page.append("<table>\n<thead><tr>");
		head.forEach((name) -> this.page.append("<th scope=\"col\">").append(name).append("</th>"));
		this.page.append("</tr></thead>\n<tbody>\n");
		for (T row : rows) {
			this.page.append("<tr>");
			cells.apply(row)
				.forEach((cell) -> this.page.append((cell instanceof Number) ? "<td class=\"number\">" : "<td>")
					.append(escaped(cell.toString()))
					.append("</td>"));
			this.page.append("</tr>\n");
		}
		this.page.append("</tbody>\n</table>\n");
	}

	private void list(String title, List<String> lines) {
		this.page.append("<h2>").append(title).append("</h2>\n");
		if (lines.isEmpty()) {
			this.page.append("<p>Nothing.</p>\n");
			return;
		}
		this.page.append("<ul>\n");
		lines.forEach((line) -> this.page.append("<li>").append(escaped(line)).append("</li>\n"));
		this.page.append("</ul>\n");
	}

	/**
	 * Characters that XML and browsers don't take are replaced before.
	 */
	static String escaped(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			plain.append((c >= ' ' && c < 0x7F || c > 0x7F && Character.isLetterOrDigit(c)) ? c : '?');
		}
		return HtmlUtils.htmlEscape(plain.toString(), "UTF-8");
	}

}

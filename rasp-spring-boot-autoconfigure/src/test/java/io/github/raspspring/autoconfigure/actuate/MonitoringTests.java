package io.github.raspspring.autoconfigure.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.raspspring.actuate.RaspMeters;
import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.autoconfigure.store.RaspStoreAutoConfiguration;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.FailureMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Outcome;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.StoreCalls;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.event.DetectorFailed;
import io.github.raspspring.engine.event.InspectionBudgetExceeded;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.github.raspspring.store.Circuit;
import io.github.raspspring.store.CircuitListener;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard, the alert rules and the guide speak of meters that there are.
 */
class MonitoringTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

	private static final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private static final Map<String, Set<String>> labels = new HashMap<>();

	@BeforeAll
	static void meter() {
		new WebApplicationContextRunner().withBean(PrometheusMeterRegistry.class, () -> registry)
			.withBean(StoreCalls.class,
					() -> new Circuit("redis", Duration.ofSeconds(1), System::nanoTime, new Unheard()))
			.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspStoreAutoConfiguration.class,
					RaspActuatorAutoConfiguration.class))
			.run(MonitoringTests::meter);
	}

	private static void meter(AssertableWebApplicationContext context) {
		context.getBeansOfType(MeterBinder.class).values().forEach((binder) -> binder.bindTo(registry));
		RaspMeters meters = context.getBean(RaspMeters.class);
		Finding finding = Finding.of("sql-injection", Category.INJECTION, new Rule("tautology", "CWE-89", "a", "b"))
			.build();
		Decision decision = new Decision(Decision.Action.BLOCK, 5, List.of(finding), "default", "r", null);
		meters.completed(inspection(), new Outcome(403, Duration.ZERO, decision));
		meters.count(new InspectionBudgetExceeded("b", Instant.EPOCH, "GET", "/", 1, 2, FailureMode.CLOSED));
		meters
			.count(new DetectorFailed("f", Instant.EPOCH, "sql-injection", "java.lang.Error", FailureMode.OPEN, null));
		for (String line : registry.scrape().split("\n")) {
			Matcher sample = Pattern.compile("(rasp_\\w+)(?:\\{(.*)})? .*").matcher(line);
			if (sample.matches()) {
				Set<String> names = labels.computeIfAbsent(sample.group(1), (key) -> new HashSet<>());
				Matcher label = Pattern.compile("(\\w+)=\"").matcher((sample.group(2) != null) ? sample.group(2) : "");
				while (label.find()) {
					names.add(label.group(1));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource({ "queriesOfTheDashboard", "queriesOfTheAlerts" })
	void queryAsksForMetersAndLabelsThatThereAre(String query) {
		Set<String> known = new TreeSet<>();
		Matcher metric = Pattern.compile("\\brasp_\\w+").matcher(query);
		while (metric.find()) {
			assertThat(labels).containsKey(metric.group());
			known.addAll(labels.get(metric.group()));
		}
		assertThat(query).contains("rasp_");
		Matcher selectors = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"").matcher(query);
		while (selectors.find()) {
			assertThat(known).contains(selectors.group(1));
		}
		Matcher groups = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)").matcher(query);
		while (groups.find()) {
			for (String label : groups.group(1).split(",")) {
				assertThat(Stream.concat(known.stream(), OF_PROMETHEUS.stream())).contains(label.strip());
			}
		}
		assertThat(query.chars().filter((c) -> c == '(').count())
			.isEqualTo(query.chars().filter((c) -> c == ')').count());
	}

	@Test
	void everyMeterIsOnTheDashboard() {
		String queries = String.join("\n", queriesOfTheDashboard().toList());
		assertThat(labels.keySet()).allSatisfy((name) -> assertThat(queries).contains(name));
	}

	@Test
	void everyMeterAndTagIsInTheGuide() throws IOException {
		String guide = Files.readString(DOCS.resolve("guides/monitoring.md"));
		for (Meter meter : registry.getMeters()) {
			assertThat(guide).contains("`" + meter.getId().getName() + "`");
			meter.getId().getTags().forEach((tag) -> assertThat(guide).contains("`" + tag.getKey() + "`"));
		}
	}

	@Test
	void alertsSayWhatToDo() {
		assertThat(alerts()).hasSizeGreaterThan(5).allSatisfy((rule) -> {
			assertThat(rule).containsKeys("alert", "expr", "labels", "annotations");
			assertThat(((Map<?, ?>) rule.get("annotations")).get("summary").toString()).isNotBlank();
		});
		assertThat(alerts()).extracting((rule) -> ((Map<?, ?>) rule.get("annotations")).get("runbook"))
			.filteredOn((book) -> book != null)
			.allSatisfy((book) -> assertThat(Path.of("..", book.toString())).exists());
	}

	@Test
	void noTagIsChosenByAClient() {
		labels.forEach((name, tags) -> assertThat(Set.of("route", "action", "detector", "rule", "confidence", "type",
				"outlet", "source", "failure_mode", "store", "outcome"))
			.containsAll(tags));
	}

	static Stream<String> queriesOfTheDashboard() {
		JsonNode dashboard = new JsonMapper().readTree(DOCS.resolve("monitoring/grafana-dashboard.json").toFile());
		return dashboard.findValuesAsString("expr").stream();
	}

	static Stream<String> queriesOfTheAlerts() {
		return alerts().stream().map((rule) -> rule.get("expr").toString());
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> alerts() {
		try {
			Map<String, List<Map<String, Object>>> file = new Yaml()
				.load(Files.readString(DOCS.resolve("monitoring/prometheus-rules.yml")));
			return file.get("groups")
				.stream()
				.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Inspection inspection() {
		return new InspectionPipeline((method, path) -> Policy.of(EnforcementMode.BLOCK), List.of(),
				ValueReader.AS_ARRIVED, List.of(), (event) -> {
				}, () -> "r", Clock.systemUTC())
			.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
	}

	private static final class Unheard implements CircuitListener {

		@Override
		public void lost(Throwable cause) {
			// Nobody is told.
		}

		@Override
		public void recovered() {
			// Nobody is told.
		}

	}

}

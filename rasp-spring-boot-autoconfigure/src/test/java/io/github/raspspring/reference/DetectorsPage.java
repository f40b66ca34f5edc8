package io.github.raspspring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.raspspring.behavior.BehaviorDetector;
import io.github.raspspring.behavior.BehaviorMonitor;
import io.github.raspspring.behavior.UsageRule;
import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.event.ThreatDetected;
import io.github.raspspring.engine.pipeline.DetectorCatalog;
import io.github.raspspring.event.EventRecorder;
import io.github.raspspring.event.Pseudonyms;
import io.github.raspspring.sink.SinkJudge;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * All that findings come from, by the name under which it is configured.
 */
final class DetectorsPage implements ReferencePage {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Pattern CWE = Pattern.compile("\"(CWE-\\d+)\"");

	private static final Pattern APART = Pattern
		.compile("implements [^{]*\\b(\\w*Detector|SinkJudge<\\w+>|UsageRule)\\b|extends TextJudge");

	private static final EventRecorder RECORDER = new EventRecorder(Pseudonyms.none(), () -> null);

	private final Map<String, Source> sources = new TreeMap<>();

	private final Policy policy;

	/**
	 * Create the page.
	 * @param application a running application in mode block
	 * @param names all names that can be configured
	 */
	DetectorsPage(ApplicationContext application, Set<String> names) {
		DetectorCatalog catalog = application.getBean(DetectorCatalog.class);
		this.policy = catalog.policies().get(0);
		for (Detector detector : catalog.all()) {
			if (!(detector instanceof BehaviorDetector)) {
				add(detector.name(), detector, detector.category(), detector.phase().name());
			}
		}
		for (UsageRule rule : application.getBean(BehaviorMonitor.class).rules()) {
			add(rule.name(), rule, Category.ABUSE,
					rule.phases().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
		}
		application.getBeanProvider(SinkJudge.class)
			.orderedStream()
			.forEach((judge) -> add(judge.kind().source(), judge, judge.kind().category(), "EXECUTION"));
		List<SourceText> code = SourceText.all().toList();
		List<String> others = names.stream().filter((name) -> !this.sources.containsKey(name)).toList();
		List<String> silent = others.stream().filter((name) -> !addOther(name, code)).toList();
		if (!silent.isEmpty()) {
			throw new IllegalStateException("Nothing reports as " + silent);
		}
	}

	@Override
	public String file() {
		return "docs/reference/detectors.md";
	}

	@Override
	public String text() {
		Table table = new Table("name", "what it does", "category", "phase", "at most", "CWE", "OWASP API", "more");
		this.sources.forEach((name, source) -> table.row("`" + name + "`", source.text().firstSentence(),
				source.category().name(), source.phase(),
				source.mode().softenedBy(this.policy.modeOf(name)).name().toLowerCase(Locale.ROOT),
				String.join(", ", source.weaknesses()), owasp(source), pages(name)));
		return """
				# Detectors and sinks

				All that findings come from. The name is what `rasp.detectors.<name>`, `excluded-detectors`, `detector-modes` and
				`excluded-values` of a route take, and what stands in events and meters. *At most* is how far it goes in mode `block`
				unless it is configured otherwise; in mode `monitor`, which is the default, nothing goes further than that. The
				numbers of OWASP are those of the API Security Top 10 of 2023, and of 2019 for injection, which the later edition
				leaves out. What is learnt refuses nothing before a route is named for it
				(`rasp.profile.learnt.enforce`), and answers are kept back only where a route says so.

				`REQUEST` is before authentication, `IDENTITY` behind it, `HANDLER` when the handler and its arguments are known,
				`EXECUTION` right before a call runs. `-` is whenever there is something to say, without a phase.

				"""
				+ table
				+ """

						Three kinds have names that the application chooses: `rate-limit-` and the name of a plan, `client-list-` and the name
						of a list of blocked clients, and detectors of your own.
						""";
	}

	/**
	 * Return what each does, by its name.
	 */
	Map<String, String> described() {
		Map<String, String> described = new TreeMap<>();
		this.sources.forEach((name, source) -> described.put(name, source.text().firstSentence()));
		return described;
	}

	private void add(String name, Object bean, Category category, String phase) {
		SourceText text = SourceText.of(bean.getClass());
		boolean reportsOnly = phase.isEmpty();
		this.sources.put(name, new Source(text, category, reportsOnly ? "-" : phase,
				reportsOnly ? EnforcementMode.MONITOR : strictest(bean), weaknesses(text)));
	}

	/**
	 * A detector that may go less far than its route has a mode, or settings with one.
	 * Modes of other names are those of single rules.
	 */
	private static EnforcementMode strictest(Object bean) {
		EnforcementMode strictest = EnforcementMode.BLOCK;
		for (Field field : bean.getClass().getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers())) {
				continue;
			}
			ReflectionUtils.makeAccessible(field);
			Object value = ReflectionUtils.getField(field, bean);
			if (value instanceof EnforcementMode mode && field.getName().equals("mode")) {
				strictest = strictest.softenedBy(mode);
			}
			else if (value instanceof Record settings) {
				strictest = strictest.softenedBy(strictest(settings));
			}
		}
		return strictest;
	}

	/**
	 * Return what rules name, or else what the comment does.
	 */
	private static Set<String> weaknesses(SourceText text) {
		Set<String> named = text.find(CWE, APART);
		if (named.isEmpty()) {
			named = new TreeSet<>();
			for (Matcher cwe = Pattern.compile("CWE-\\d+").matcher(text.description()); cwe.find();) {
				named.add(cwe.group());
			}
		}
		return named;
	}

	/**
	 * Add what is no bean: the class says under which name it reports.
	 */
	private boolean addOther(String name, List<SourceText> code) {
		Pattern declared = Pattern.compile("SOURCE = \"" + name + "\"|failed\\(\"" + name + "\"");
		SourceText text = code.stream()
			.filter((source) -> declared.matcher(source.text()).find())
			.findFirst()
			.orElse(null);
		if (text == null) {
			return false;
		}
		Pattern report = Pattern.compile("\\(SOURCE, Category\\.([A-Z_]+)|\\(" + text.name()
				+ "\\.SOURCE, Category\\.([A-Z_]+)|failed\\(\"" + name);
		List<SourceText> reporters = code.stream()
			.filter((source) -> source.file().equals(text.file()) || source.text().contains(text.name() + ".SOURCE"))
			.filter((source) -> report.matcher(source.text()).find())
			.toList();
		Set<String> weaknesses = new TreeSet<>();
		reporters.forEach((reporter) -> weaknesses.addAll(weaknesses(reporter)));
		Matcher reported = report.matcher(reporters.get(0).text());
		String category = reported.find() ? Stream.of(reported.group(1), reported.group(2))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse("PROTOCOL") : "PROTOCOL";
		this.sources.put(name,
				new Source(named(name, code), Category.valueOf(category), "-", EnforcementMode.BLOCK, weaknesses));
		return true;
	}

	/**
	 * Return the class that bears the name, or else the one that reports under it.
	 */
	private static SourceText named(String name, List<SourceText> code) {
		String type = Stream.of(name.split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
		return code.stream()
			.filter((source) -> source.name().equals(type))
			.findFirst()
			.orElseGet(() -> code.stream()
				.filter((source) -> source.text().contains("SOURCE = \"" + name + "\""))
				.findFirst()
				.orElseThrow());
	}

	private static String owasp(Source source) {
		return source.weaknesses()
			.stream()
			.map((cwe) -> owasp(cwe, source.category()))
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
	}

	private static String owasp(String cwe, Category category) {
		Finding finding = Finding.of("x", category, new Rule("x", cwe, "x", "x")).build();
		Decision decision = new Decision(Decision.Action.BLOCK, 5, List.of(finding), "default", "x", null);
		return RECORDER.record(new ThreatDetected("x", Instant.EPOCH, "GET", null, "/", "192.0.2.1", null, decision))
			.findings()
			.get(0)
			.owasp();
	}

	private static String pages(String name) {
		Path rules = DOCS.resolve("rules");
		List<Path> pages = new ArrayList<>(Stream.of(name, name.endsWith("-sink") ? "sinks" : name)
			.distinct()
			.map((page) -> rules.resolve(page + ".md"))
			.filter(Files::exists)
			.toList());
		if (pages.isEmpty()) {
			String behavior = name.startsWith("behavior-") ? "`" + name.substring("behavior-".length()) + "`"
					: "`" + name + "`";
			pages.addAll(Stream.of(DOCS.resolve("guides"), rules, DOCS)
				.flatMap(DetectorsPage::markdown)
				.filter((page) -> read(page).contains(behavior))
				.limit(1)
				.toList());
		}
		Function<Path, String> link = (page) -> "[" + page.getFileName().toString().replace(".md", "") + "](../"
				+ DOCS.relativize(page).toString().replace('\\', '/') + ")";
		return pages.stream().map(link).collect(Collectors.joining(", "));
	}

	private static Stream<Path> markdown(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is told of a source of findings.
	 */
	private record Source(SourceText text, Category category, String phase, EnforcementMode mode,
			Set<String> weaknesses) {

	}

}

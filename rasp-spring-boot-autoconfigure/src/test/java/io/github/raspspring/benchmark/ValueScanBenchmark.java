package io.github.raspspring.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.raspspring.attack.command.CommandInjectionDetector;
import io.github.raspspring.attack.expression.ExpressionInjectionDetector;
import io.github.raspspring.attack.http.GraphQlLimits;
import io.github.raspspring.attack.http.GraphQlLimitsDetector;
import io.github.raspspring.attack.http.HeaderInjectionDetector;
import io.github.raspspring.attack.http.LogForgingDetector;
import io.github.raspspring.attack.http.ScannerClientDetector;
import io.github.raspspring.attack.lookup.JndiInjectionDetector;
import io.github.raspspring.attack.markup.CrossSiteScriptingDetector;
import io.github.raspspring.attack.markup.ServerSideIncludeDetector;
import io.github.raspspring.attack.path.PathTraversalDetector;
import io.github.raspspring.attack.query.LdapInjectionDetector;
import io.github.raspspring.attack.query.NoSqlInjectionDetector;
import io.github.raspspring.attack.query.XPathInjectionDetector;
import io.github.raspspring.attack.serialization.ClassAccessDetector;
import io.github.raspspring.attack.serialization.DeserializationDetector;
import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.attack.url.ForwardDetector;
import io.github.raspspring.attack.url.ServerSideRequestForgeryDetector;
import io.github.raspspring.attack.xml.XmlExternalEntityDetector;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What it costs to read values and to run the detectors on them. Run {@link #main}, with
 * the name of a benchmark to run that one only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValueScanBenchmark implements ValueReader.Visitor, Findings {

	private static final List<String> SHORT_VALUES = List.of("42", "Ann Example", "ann@example.com",
			"2026-11-23T10:15:30Z", "550e8400-e29b-41d4-a716-446655440000", "the hitchhiker's guide to the galaxy",
			"19.99", "EUR", "en-US", "https://example.com/books/42?page=2&sort=title", "+49 30 1234567",
			"12 Main Street, 3rd floor", "true", "paid", "O'Reilly Media, Inc.", "size=large; color=blue", "3 of 5",
			"created_at desc", "a-slug-of-some-words", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2ln",
			"Thanks a lot, it arrived on time and we like it (really)!", "SKU-2041-B", "DE", "null");

	private static final String PROSE = "We ordered two of them last week; they arrived on time, and the quality is "
			+ "better than expected. It's the third order, and I'd like to know if there are others (say, in blue). ";

	/** Name of the only detector to run, or {@code all}. */
	@Param("all")
	private String detector = "all";

	private ValueDetector[] detectors = {};

	private long[] triggers = {};

	private final ValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	private final List<Finding> findings = new ArrayList<>();

	private final List<InputValue> kilobyte = new ArrayList<>();

	private long interest;

	@Param({ "1", "16", "256", "1024" })
	private int kilobytes;

	private InputValue large = new InputValue(InputLocation.BODY, "text", "");

	@Setup
	public void prepare() {
		this.detectors = Stream
			.of(new SqlInjectionDetector(), new CrossSiteScriptingDetector(), new PathTraversalDetector(),
					new CommandInjectionDetector(), new ExpressionInjectionDetector(), new JndiInjectionDetector(),
					new ServerSideRequestForgeryDetector(), new NoSqlInjectionDetector(), new LdapInjectionDetector(),
					new XPathInjectionDetector(), new XmlExternalEntityDetector(), new DeserializationDetector(),
					new HeaderInjectionDetector(), new ClassAccessDetector(),
					new GraphQlLimitsDetector(GraphQlLimits.defaults()), new ScannerClientDetector(),
					new ServerSideIncludeDetector(), new ForwardDetector(), new LogForgingDetector())
			.filter((candidate) -> this.detector.equals("all") || this.detector.equals(candidate.name()))
			.map(ValueDetector.class::cast)
			.toArray(ValueDetector[]::new);
		this.triggers = Stream.of(this.detectors).mapToLong(ValueDetector::triggers).toArray();
		int length = 0;
		for (int i = 0; length < 1024; i++) {
			String value = SHORT_VALUES.get(i % SHORT_VALUES.size());
			this.kilobyte.add(new InputValue(InputLocation.JSON, "/value", value));
			length += value.length();
		}
		String text = PROSE.repeat(this.kilobytes * 1024 / PROSE.length() + 1).substring(0, this.kilobytes * 1024);
		this.large = new InputValue(InputLocation.BODY, "text", text);
		for (ValueDetector candidate : this.detectors) {
			this.interest |= candidate.triggers();
		}
	}

	/**
	 * Read one kilobyte of short values, as API requests have them. The parameter has no
	 * influence.
	 */
	@Benchmark
	public List<Finding> shortValues() {
		this.findings.clear();
		for (InputValue value : this.kilobyte) {
			this.reader.read(value, this.interest, this);
		}
		return this.findings;
	}

	/**
	 * Read one value of so many kilobytes of prose.
	 */
	@Benchmark
	public List<Finding> largeValue() {
		this.findings.clear();
		this.reader.read(this.large, this.interest, this);
		return this.findings;
	}

	@Override
	public void add(Finding finding) {
		this.findings.add(finding);
	}

	@Override
	public void visit(ValueView view) {
		long traits = view.traits();
		for (int i = 0; i < this.triggers.length; i++) {
			if ((this.triggers[i] & traits) != 0 && this.detectors[i].supports(view.input())) {
				this.detectors[i].detect(view, this);
			}
		}
	}

	/**
	 * Run the benchmarks.
	 * @param args names of benchmarks, all if there is none
	 * @throws RunnerException if one fails
	 */
	public static void main(String[] args) throws RunnerException {
		String include = (args.length > 0) ? args[0] : ".*";
		Options options = new OptionsBuilder().include(ValueScanBenchmark.class.getName() + "." + include)
			.addProfiler("gc")
			.build();
		new Runner(options).run();
	}

}

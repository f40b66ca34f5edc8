package io.github.raspspring.engine.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.raspspring.attack.Judgement;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Policy;
import io.github.raspspring.inspect.CanonicalValueReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever came before, a request is judged as if it were the first one.
 */
class KnownVerdictTests {

	private static final List<String> PIECES = List.of("Maria O'Neill", "select the larger size",
			"SELECT name FROM users ", "' OR 1=1 --", "<b>bold</b> ", "<script>alert(1)</script>", "; rm -rf /tmp/x",
			"tar xf a.tgz && ls -l\n", "${user.name}", "../../etc/passwd", "http://localhost:8080/",
			"&lt;a href=&quot;x&quot;&gt;", "%27%20or", "java.lang.Runtime", "{\"$ne\":1}", "query { a { b } }",
			"at com.example.Main.run(Main.java:7)\n", "UPDATE t SET a = 'b' WHERE id = 4;",
			"ordinary words of a note. ", "#{1+1}", "\u65e5\u672c\u8a9e ");

	private static final List<String> NAMES = List.of("/note", "/query", "/text", "/url", "/password", "/code");

	private final List<Detector> detectors = List.copyOf(Judgement.byAll().detectors());

	private final Random random = new Random(23);

	@Test
	void findingsWhenMuchWasJudgedBeforeThenAreThoseOfTheFirstTime() {
		InspectionPipeline pipeline = pipeline();
		List<InputValue> pool = new ArrayList<>();
		for (int i = 0; i < 150; i++) {
			pool.add(value());
		}
		int weak = 0;
		int sure = 0;
		for (int i = 0; i < 4_000; i++) {
			List<InputValue> values = new ArrayList<>();
			for (int n = this.random.nextInt(24); n >= 0; n--) {
				values.add(pool.get(this.random.nextInt(pool.size())));
			}
			List<Finding> found = judged(pipeline, values);
			assertThat(found).as("Request %d", i).isEqualTo(judged(pipeline(), values));
			weak += found.stream().anyMatch((finding) -> finding.confidence() == Confidence.WEAK) ? 1 : 0;
			sure += found.stream().anyMatch((finding) -> finding.confidence() != Confidence.WEAK) ? 1 : 0;
			pool.set(this.random.nextInt(pool.size()), value());
		}
		assertThat(weak).isGreaterThan(1_000);
		assertThat(sure).isGreaterThan(1_000);
	}

	private InputValue value() {
		StringBuilder text = new StringBuilder();
		int pieces = (this.random.nextInt(3) == 0) ? 40 : 2;
		for (int i = this.random.nextInt(pieces); i >= 0; i--) {
			text.append(PIECES.get(this.random.nextInt((this.random.nextInt(3) == 0) ? PIECES.size() : 3)));
		}
		InputLocation[] locations = { InputLocation.JSON, InputLocation.FORM, InputLocation.HEADER };
		return new InputValue(locations[this.random.nextInt(locations.length)],
				NAMES.get(this.random.nextInt(NAMES.size())), text.toString());
	}

	private static List<Finding> judged(InspectionPipeline pipeline, List<InputValue> values) {
		Exchange exchange = pipeline.begin(new RequestFacts("POST", "/notes", new ClientIdentity("192.0.2.1"), false));
		pipeline.enter(exchange, Phase.REQUEST, values);
		pipeline.complete(exchange, 200);
		return exchange.findings();
	}

	private InspectionPipeline pipeline() {
		Policy policy = Policy.of(EnforcementMode.BLOCK);
		return new InspectionPipeline((method, path) -> policy, this.detectors,
				new CanonicalValueReader(FamilyTraits.reader()), List.of(), (event) -> {
				}, () -> "reference", Clock.systemUTC());
	}

}

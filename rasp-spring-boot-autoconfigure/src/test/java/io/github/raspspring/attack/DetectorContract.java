package io.github.raspspring.attack;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import io.github.raspspring.text.TraitReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every detector that judges text: it catches its own attacks, lets its
 * look-alikes pass, survives any text, and costs an honest request no memory.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DetectorContract {

	private static final TraitReader TRAITS = FamilyTraits.reader();

	private static final int MEBIBYTE = 1 << 20;

	private final ValueDetector detector;

	protected DetectorContract(ValueDetector detector) {
		this.detector = detector;
	}

	Stream<String> attacks() {
		return Corpus.read(this.detector.name() + "/attacks.txt").stream();
	}

	Stream<String> benign() {
		return Corpus.read(this.detector.name() + "/benign.txt").stream();
	}

	Stream<String> hostile() {
		return Stream
			.of("(", "<", "'", "\"", "`", ";", "|", "&", "$", "${", "{{", "#{", "$(", "${${", "<!--", "<a ", "\n", "\\",
					"\0", "\uD800", "\uDC00", "; cat ", "T(", "__${", "<a b=", "<a b='", "<svg/onload=", "on", "&#",
					"&#x", "java", "${jndi:", "${lower:", "${::-", ":-", "}", "@java.", "*/", "/*", "';", ";ls ",
					"$IFS", "`ls", "|id", "() {", "/???/", "'a'", "[#", "<%", "<#", "javascript:", "=", "<esi:",
					"<!--#exec ", "%", "/")
			.map((unit) -> unit.repeat(MEBIBYTE / unit.length()));
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenTextIsAttackThenReportsFinding(String payload) {
		assertThat(this.detector.triggers() & TRAITS.read(payload)).as("triggers").isNotZero();
		assertThat(findings(payload)).as(payload).anyMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

	@ParameterizedTest
	@MethodSource("benign")
	void detectWhenTextIsInnocentThenReportsNothingThatBlocks(String payload) {
		assertThat(findings(payload)).as(payload).noneMatch((finding) -> finding.confidence() != Confidence.WEAK);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("hostile")
	void detectWhenTextIsHugeAndHostileThenReturns(String text) {
		assertThat(findings(text)).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void detectWhenTextIsEmptyThenReportsNothing() {
		assertThat(findings("")).isEmpty();
	}

	@Test
	void detectWhenAttackIsCutAnywhereThenReturns() {
		attacks().forEach((payload) -> {
			for (int i = 0; i <= payload.length(); i++) {
				assertThat(findings(payload.substring(0, i))).hasSizeLessThanOrEqualTo(1);
				assertThat(findings(payload.substring(i))).hasSizeLessThanOrEqualTo(1);
			}
		});
	}

	@Test
	void detectWhenAttackIsFoundThenFindingTellsWhere() {
		String payload = attacks().findFirst().orElseThrow();
		assertThat(findings(payload)).allSatisfy((finding) -> {
			assertThat(finding.detector()).isEqualTo(this.detector.name());
			assertThat(finding.location()).isEqualTo(InputLocation.QUERY);
			assertThat(finding.name()).isEqualTo("q");
			assertThat(finding.evidence()).isNotEmpty();
			assertThat(finding.rule().cwe()).startsWith("CWE-");
		});
	}

	@Test
	void detectWhenTextIsInnocentThenAllocatesNothing() {
		List<ValueView> views = Corpus.read("api-values.txt").stream().map(DetectorContract::view).toList();
		List<Finding> found = new ArrayList<>();
		Findings findings = found::add;
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		judgeAll(views, findings);
		long before = threads.getCurrentThreadAllocatedBytes();
		judgeAll(views, findings);
		long allocated = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(found).isEmpty();
		// Asking for the number takes some bytes itself, far less than one object a
		// value.
		assertThat(allocated).isLessThan(8L * views.size());
	}

	private void judgeAll(List<ValueView> views, Findings findings) {
		for (int i = 0; i < views.size(); i++) {
			this.detector.detect(views.get(i), findings);
		}
	}

	protected final List<Finding> findings(String text) {
		List<Finding> found = new ArrayList<>();
		this.detector.detect(view(text), found::add);
		return found;
	}

	private static ValueView view(String text) {
		return ValueView.asArrived(new InputValue(InputLocation.QUERY, "q", text));
	}

}

package io.github.raspspring.attack;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.inspect.CanonicalValueReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text at any place: nothing is thrown, and the work is bounded. In a usual build the
 * inputs of the folder {@code DetectorFuzzTestsInputs} are run, those that were once
 * found among them; {@code docs/CONTRIBUTING.md} has the command that looks for more.
 */
class DetectorFuzzTests {

	private static final Judgement JUDGEMENT = Judgement.byAll();

	private static final CanonicalValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private static final int READINGS = 4;

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
			StandardCharsets.UTF_16BE);

	private static final List<String> NAMES = List.of("q", "url", "file", "query", "user-agent", "/comment", "@type");

	/**
	 * The first three bytes choose the place, the name and the charset, the others are
	 * the text.
	 */
	@FuzzTest(maxDuration = "3m")
	void judgeWhenTextIsAnyThenReturns(byte[] data) {
		if (data.length < 3) {
			return;
		}
		InputLocation location = pick(List.of(InputLocation.values()), data[0]);
		String name = pick(NAMES, data[1]);
		String text = new String(data, 3, data.length - 3, pick(CHARSETS, data[2]));
		InputValue value = new InputValue(location, name, text);
		assertReadingsAreBounded(value);
		assertThat(JUDGEMENT.of(value)).doesNotContainNull().allSatisfy(DetectorFuzzTests::assertComplete);
		assertThat(JUDGEMENT.of(InputValue.ofName(location, text))).doesNotContainNull();
	}

	/**
	 * A layer that is removed never makes a text longer, so that all readings together
	 * are no more than a fixed number of times the text.
	 */
	private static void assertReadingsAreBounded(InputValue value) {
		List<Integer> lengths = new ArrayList<>();
		READER.read(value, -1L, (view) -> lengths.add(view.text().length()));
		assertThat(lengths).hasSizeLessThanOrEqualTo(READINGS).allMatch((length) -> length <= value.value().length());
	}

	private static void assertComplete(Finding finding) {
		assertThat(finding.detector()).isNotEmpty();
		assertThat(finding.rule().cwe()).startsWith("CWE-");
		assertThat(finding.score()).isPositive();
	}

	private static <T> T pick(List<T> choices, byte choice) {
		return choices.get((choice & 0xFF) % choices.size());
	}

}

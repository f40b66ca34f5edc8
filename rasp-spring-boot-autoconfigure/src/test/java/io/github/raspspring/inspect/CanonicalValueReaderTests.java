package io.github.raspspring.inspect;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.raspspring.attack.sql.SqlInjectionDetector;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.text.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalValueReaderTests {

	private static final long EVERYTHING = -1L;

	private final CanonicalValueReader reader = new CanonicalValueReader(FamilyTraits.reader());

	@Test
	void readWhenNothingIsEncodedThenVisitsTheTextAsItArrivedOnly() {
		assertThat(texts("a < b", EVERYTHING)).containsExactly("a < b");
	}

	@Test
	void readWhenEncodedThenVisitsEachLayerOnce() {
		assertThat(texts("%2527", EVERYTHING)).containsExactly("%2527", "%27", "'");
	}

	@Test
	void readWhenEncodedDeeperThanTheBoundThenStopsThere() {
		assertThat(texts("%2525252527", EVERYTHING)).hasSize(4).endsWith("%2527");
	}

	@Test
	void readWhenViewIsVisitedThenTellsValueDepthAndTraits() {
		InputValue value = new InputValue(InputLocation.FORM, "f", "%2527");
		this.reader.read(value, Traits.SINGLE_QUOTE, (view) -> {
			assertThat(view.input()).isSameAs(value);
			assertThat(view.encodings()).isEqualTo(2);
			assertThat(view.traits() & Traits.SINGLE_QUOTE).isNotZero();
			assertThat(view.unusualEncoding()).isFalse();
		});
	}

	@Test
	void readWhenTraitsDontMeetInterestThenVisitsNothing() {
		assertThat(texts("plain text", Traits.SINGLE_QUOTE)).isEmpty();
	}

	@Test
	void readWhenOnlyADecodedLayerMeetsInterestThenVisitsThatLayerOnly() {
		assertThat(texts("%27", Traits.SINGLE_QUOTE)).containsExactly("'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%c0%a7", "%u0027", "\\u0027", "\\x27", "&#39", "\uFF07", "\u02BC", "%e0%80%a7" })
	void readWhenEncodingIsUnusualThenViewTells(String text) {
		List<Boolean> unusual = new ArrayList<>();
		this.reader.read(new InputValue(InputLocation.QUERY, "q", text), Traits.SINGLE_QUOTE, (view) -> {
			assertThat(view.text()).isEqualTo("'");
			unusual.add(view.unusualEncoding());
		});
		assertThat(unusual).containsExactly(true);
	}

	@Test
	void readWhenBase64HidesTextThenVisitsIt() {
		assertThat(texts("JyBvciAxPTEtLSA7IHNlbGVjdA==", Traits.SINGLE_QUOTE)).containsExactly("' or 1=1-- ; select");
	}

	@ParameterizedTest
	@ValueSource(strings = { "550e8400-e29b-41d4-a716-446655440000", "c2VjcmV0", "dGhpc2lzbm90YmFzZTY0IQ-x_y+z/",
			"a-perfectly-normal-slug-of-words", "5f4dcc3b5aa765d61d8327deb882cf99" })
	void readWhenTokenOnlyLooksLikeBase64ThenVisitsNoView(String text) {
		assertThat(texts(text, Traits.SINGLE_QUOTE)).isEmpty();
	}

	@Test
	void readWhenHeaderCarriesUtf8BytesThenVisitsTheirCharacters() {
		List<String> texts = new ArrayList<>();
		this.reader.read(new InputValue(InputLocation.HEADER, "x-name", "\u00CA\u00BC or 1=1"), Traits.SINGLE_QUOTE,
				(view) -> texts.add(view.text()));
		assertThat(texts).containsExactly("' or 1=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u4f60\u597d\uff0c\u4e16\u754c\uff01", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
			"\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "caf\u00e9", "100% cotton", "AT&T", "C:\\dir" })
	void readWhenScriptOrSignIsOrdinaryThenMakesNoView(String text) {
		assertThat(texts(text, EVERYTHING)).containsExactly(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "42", "a1b2-c3d4_e5f6", "Ann Example", "ann@example.com", "2026-11-23T10:15:30Z",
			"100% cotton", "O'Reilly and 3 more", "the best, or 2 of them (at least)", "https://example.com/a?b=c&d=e",
			"\u4f60\u597d\uff0c\u4e16\u754c" })
	void readWhenValueIsBenignThenAllocatesNothing(String text) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		InputValue value = new InputValue(InputLocation.QUERY, "q", text);
		SqlInjectionDetector detector = new SqlInjectionDetector();
		ValueReader.Visitor visitor = (view) -> {
			if ((view.traits() & detector.triggers()) != 0) {
				detector.detect(view, (finding) -> {
					throw new AssertionError(finding);
				});
			}
		};
		int rounds = 2_000;
		for (int i = 0; i < rounds; i++) {
			this.reader.read(value, detector.triggers(), visitor);
		}
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < rounds; i++) {
			this.reader.read(value, detector.triggers(), visitor);
		}
		long perValue = (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
		assertThat(perValue).isZero();
	}

	private List<String> texts(String text, long interest) {
		List<String> texts = new ArrayList<>();
		this.reader.read(new InputValue(InputLocation.QUERY, "q", text), interest, (view) -> texts.add(view.text()));
		return texts;
	}

}

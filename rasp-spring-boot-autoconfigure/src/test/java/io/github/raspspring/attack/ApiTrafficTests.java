package io.github.raspspring.attack;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Honest requests, each field at its place: all detectors together refuse none.
 */
class ApiTrafficTests {

	private static final Judgement JUDGEMENT = Judgement.byAll();

	static Stream<ApiRequest> requests() {
		return Stream.of("clients", "queries", "bodies", "comments")
			.flatMap((name) -> Corpus.read("api-traffic/" + name + ".txt").stream())
			.map(ApiRequest::of);
	}

	@ParameterizedTest
	@MethodSource("requests")
	void detectWhenRequestIsHonestThenReportsNothingThatBlocks(ApiRequest request) {
		List<Finding> refusals = request.values()
			.stream()
			.flatMap((value) -> JUDGEMENT.of(value).stream())
			.filter((finding) -> finding.confidence() != Confidence.WEAK)
			.toList();
		assertThat(refusals).isEmpty();
	}

	@Test
	void requestsWhenReadThenAreManyAndDiffer() {
		assertThat(requests().map(ApiRequest::line)).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
	}

}

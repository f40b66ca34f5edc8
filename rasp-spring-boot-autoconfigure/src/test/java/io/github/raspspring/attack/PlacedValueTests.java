package io.github.raspspring.attack;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values whose place decides what they are: all detectors together pass the honest ones
 * and refuse the attacks.
 */
class PlacedValueTests {

	private static final Judgement JUDGEMENT = Judgement.byAll();

	static Stream<ApiRequest> honest() {
		return requests("placed/benign.txt");
	}

	static Stream<ApiRequest> attacks() {
		return requests("placed/attacks.txt");
	}

	@ParameterizedTest
	@MethodSource("honest")
	void detectWhenPlaceMakesValueHonestThenPasses(ApiRequest request) {
		assertThat(request.values()).noneMatch((value) -> Judgement.refuses(JUDGEMENT.of(value)));
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void detectWhenPlaceMakesValueAnAttackThenRefuses(ApiRequest request) {
		assertThat(request.values()).anyMatch((value) -> Judgement.refuses(JUDGEMENT.of(value)));
	}

	private static Stream<ApiRequest> requests(String path) {
		List<String> lines = Corpus.read(path);
		return lines.stream().map(ApiRequest::of);
	}

}

package io.github.raspspring.attack.query;

import java.util.List;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.InputLocation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoSqlInjectionDetector}.
 */
class NoSqlInjectionDetectorTests extends QueryDetectorContract {

	NoSqlInjectionDetectorTests() {
		super(new NoSqlInjectionDetector(), "$", "$ne", "{\"$", "'", "\"'", "' ;", "(", "{", " ", "1", "1;", "[$",
				"\uD800", "\0", "'}");
	}

	@Test
	void detectWhenNameIsOperatorThenRefuses() {
		for (String name : List.of("u[$gt]", "/user/$ne", "$where", "a.$regex", "filter[user][$in][]", "/$or/0/$NE")) {
			assertThat(judgement().at(InputLocation.QUERY, name).ofName(name)).extracting(Finding::confidence)
				.anyMatch((confidence) -> confidence != Confidence.WEAK);
		}
	}

	@Test
	void detectWhenNameBelongsToOtherConventionThenPasses() {
		for (String name : List.of("$filter", "$top", "$select", "/$schema", "/$ref", "/$id", "price$", "$", "/$type",
				"/$defs/a", "us$ne", "/events/0/$browser")) {
			assertThat(judgement().ofName(name)).isEmpty();
		}
	}

	@Test
	void detectWhenNameIsUpdateOperatorThenIsWeak() {
		assertThat(judgement().ofName("/$set")).singleElement()
			.extracting(Finding::confidence)
			.isEqualTo(Confidence.WEAK);
	}

}

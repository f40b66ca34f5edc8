package io.github.raspspring.autoconfigure.token;

import java.util.List;
import java.util.Set;

import io.github.raspspring.token.RouteRequirement.Binding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a route asks for is never left out because of how it is written.
 */
class TokenRouteFactoryTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "api/payments", "/api/{" })
	void patternThatWouldMatchNothingIsNamed(@Nullable String pattern) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> TokenRouteFactory.routes(List.of(route(pattern, Set.of()))))
			.withMessageContaining("rasp.token.routes[0].pattern");
	}

	@Test
	void methodsAreReadInAnyCase() {
		assertThat(TokenRouteFactory.routes(List.of(route("/api/**", Set.of("post", "Get"))))).singleElement()
			.satisfies((route) -> assertThat(route.methods()).containsExactlyInAnyOrder("POST", "GET"));
	}

	private static RaspTokenProperties.Route route(@Nullable String pattern, Set<String> methods) {
		return new RaspTokenProperties.Route(pattern, methods, Set.of("a"), List.of(), Set.of(), null, null,
				Binding.NONE, false);
	}

}

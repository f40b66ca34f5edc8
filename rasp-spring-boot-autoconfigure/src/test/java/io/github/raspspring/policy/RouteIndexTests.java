package io.github.raspspring.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.Policy;
import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

class RouteIndexTests {

	private static final String[] PATTERNS = { "a", "b", "{x}", "*", "a-b", "a?", "{y:[ab]}", "c.d" };

	private static final String[] SEGMENTS = { "a", "b", "a-b", "ab", "c.d", "%61", "a;v=1", "", "x y", "A" };

	/**
	 * The same as trying one route after the other.
	 */
	@Test
	void findWhenRoutesAndPathsAreRandomThenIsTheFirstThatMatches() {
		Random random = new Random(18);
		for (int i = 0; i < 300; i++) {
			List<RoutePolicy> routes = routes(random);
			RouteIndex index = new RouteIndex(routes);
			for (int j = 0; j < 60; j++) {
				String path = path(random);
				String method = random.nextBoolean() ? "GET" : "HEAD";
				RoutePolicy expected = routes.stream()
					.filter((route) -> route.pattern().matches(PathContainer.parsePath(path)) && route.isAsked(method))
					.findFirst()
					.orElse(null);
				assertThat(index.find(method, path)).as(path + " in " + routes).isSameAs(expected);
				assertThat(index.find(method, path)).as("remembered").isSameAs(expected);
			}
		}
	}

	@Test
	void findWhenPathIsLongerThanWhatIsRememberedThenIsFoundAsWell() {
		RoutePolicy route = RoutePolicy.of("/a/**", Set.of(), Policy.of(EnforcementMode.BLOCK));
		assertThat(new RouteIndex(List.of(route)).find("GET", "/a/" + "b".repeat(1000))).isSameAs(route);
	}

	private static List<RoutePolicy> routes(Random random) {
		List<RoutePolicy> routes = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			StringBuilder pattern = new StringBuilder();
			for (int j = 0; j <= random.nextInt(3); j++) {
				pattern.append('/')
					.append(PATTERNS[random.nextInt(PATTERNS.length)].replace("{x", "{x" + j).replace("{y", "{y" + j));
			}
			pattern.append((random.nextInt(4) == 0) ? "/**" : "");
			pattern.insert(0, (random.nextInt(8) == 0 && pattern.indexOf("**") < 0) ? "/**" : "");
			routes.add(RoutePolicy.of(pattern.toString(), random.nextBoolean() ? Set.of() : Set.of("GET"),
					Policy.of(EnforcementMode.BLOCK)));
		}
		return routes;
	}

	private static String path(Random random) {
		StringBuilder path = new StringBuilder();
		for (int i = 0; i <= random.nextInt(4); i++) {
			path.append('/').append(SEGMENTS[random.nextInt(SEGMENTS.length)]);
		}
		return path.toString();
	}

}

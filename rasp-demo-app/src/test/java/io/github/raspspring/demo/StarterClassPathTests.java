package io.github.raspspring.demo;

import io.github.raspspring.engine.InspectionScope;
import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter brings nothing that Spring Boot would make the application's own. Whatever
 * is built together with it sees its dependencies nevertheless.
 */
class StarterClassPathTests {

	@Test
	void parserWhenStarterIsPackagedThenIsPrivate() {
		String location = InspectionScope.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		boolean packaged = location.endsWith(".jar");
		assertThat(ClassUtils.isPresent("io.github.raspspring.jsqlparser.parser.CCJSqlParser", null))
			.isEqualTo(packaged);
	}

	@Test
	void caffeineWhenStarterIsPackagedThenIsPrivate() {
		String location = InspectionScope.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		boolean packaged = location.endsWith(".jar");
		assertThat(ClassUtils.isPresent("io.github.raspspring.caffeine.cache.Caffeine", null)).isEqualTo(packaged);
	}

}

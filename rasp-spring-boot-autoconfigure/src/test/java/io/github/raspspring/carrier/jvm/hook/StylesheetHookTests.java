package io.github.raspspring.carrier.jvm.hook;

import java.util.Arrays;
import java.util.List;

import io.github.raspspring.carrier.jvm.HookPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Imports and inclusions. The compiler of stylesheets keeps no cause of a failure, so
 * that the tests in hooked JVMs can't tell a refusal of these from any other failure.
 */
class StylesheetHookTests {

	private final StylesheetHook hook = new StylesheetHook();

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/hostname", "FILE:/etc/hostname", "/etc/hostname", "http://127.0.0.1:9/x",
			"../../x.xsl", "a/../../x.xsl", "\\\\host\\x" })
	void addressWhenItLeadsAwayThenIsJudged(String address) {
		assertThat(this.hook.describe(address, null)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "common.xsl", "parts/head.xsl", "./head.xsl", "#part", "a b.xsl" })
	void addressWhenItLiesBesideTheStylesheetThenIsLeftAlone(String address) {
		assertThat(this.hook.describe(address, null)).isNull();
	}

	@Test
	void pointsOfTheJdkAreThere() throws Exception {
		List<HookPoint> points = this.hook.points()
			.stream()
			.filter((point) -> point.type().startsWith("com.sun."))
			.toList();
		assertThat(points).hasSize(3);
		for (HookPoint point : points) {
			assertThat(Arrays.stream(Class.forName(point.type()).getDeclaredMethods()))
				.anyMatch((method) -> method.getName().equals(point.method())
						&& ("(" + point.parameters() + ")").equals(descriptorOf(method.getParameterTypes())));
		}
	}

	private static String descriptorOf(Class<?>[] parameters) {
		StringBuilder descriptor = new StringBuilder("(");
		Arrays.stream(parameters).map(Class::descriptorString).forEach(descriptor::append);
		return descriptor.append(')').toString();
	}

}

package io.github.raspspring.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.raspspring.actuate.RaspEndpoint;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of modes is what they come to.
 */
@ExtendWith(OutputCaptureExtension.class)
class EffectiveModeTests {

	private static final String ROUTE = "rasp.routes[0].pattern=/api/**";

	@ParameterizedTest
	@CsvSource({ "'', monitor", "rasp.mode=monitor, monitor", "rasp.mode=block, block",
			"rasp.routes[0].mode=block, monitor", "rasp.routes[0].mode=monitor, monitor",
			"rasp.detectors.sql-injection.mode=block, monitor" })
	void lineWhenSomethingIsJudgedThenSaysActive(String property, String mode, CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(property)) {
			assertThat(active(context)).contains("sql-injection", "ssrf");
		}
		assertThat(output.getAll()).contains("RASP is active: mode " + mode);
	}

	@ParameterizedTest
	@CsvSource({ "rasp.mode=off", "rasp.mode=OFF", "'rasp.mode=off,rasp.routes[0].mode=off'",
			"'rasp.mode=off,rasp.token.mode=block'", "'rasp.mode=off,rasp.detectors.ssrf.mode=block'",
			"'rasp.mode=off,rasp.rate-limit.plans.a.capacity=1,rasp.rate-limit.plans.a.period=1s'" })
	void lineWhenAllIsOffThenSaysOff(String properties, CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(properties.split(","))) {
			assertThat(active(context)).isEmpty();
			assertThat(mode(context, "ssrf")).isEqualTo("OFF");
		}
		assertThat(output.getAll()).contains("RASP is off: mode off", ", 0 detectors").doesNotContain("RASP is active");
	}

	@ParameterizedTest
	@CsvSource({ "'rasp.mode=off,rasp.routes[0].mode=monitor'", "'rasp.mode=off,rasp.routes[0].mode=block'" })
	void lineWhenOneRouteIsJudgedThenSaysActive(String properties, CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(properties.split(","))) {
			assertThat(active(context)).contains("sql-injection");
			assertThat(mode(context, "sql-injection")).isEqualTo("OFF");
		}
		assertThat(output.getAll()).contains("RASP is active: mode off and 1 route");
	}

	@ParameterizedTest
	@CsvSource({ "rasp.mode=monitor, MONITOR, true", "rasp.mode=block, BLOCK, true",
			"'rasp.mode=block,rasp.detectors.ssrf.mode=monitor', MONITOR, true",
			"'rasp.mode=monitor,rasp.detectors.ssrf.mode=block', MONITOR, true",
			"'rasp.mode=block,rasp.detectors.ssrf.mode=off', OFF, false",
			"'rasp.mode=off,rasp.detectors.ssrf.mode=monitor', OFF, false" })
	void detectorIsShownByWhatItMayDo(String properties, String mode, boolean active) {
		try (ConfigurableApplicationContext context = start(properties.split(","))) {
			assertThat(mode(context, "ssrf")).isEqualTo(mode);
			assertThat(active(context).contains("ssrf")).isEqualTo(active);
		}
	}

	@SuppressWarnings("unchecked")
	private static List<String> active(ConfigurableApplicationContext context) {
		Map<String, Object> detectors = (Map<String, Object>) context.getBean(RaspEndpoint.class)
			.summary()
			.get("detectors");
		return (List<String>) detectors.get("active");
	}

	@SuppressWarnings("unchecked")
	private static String mode(ConfigurableApplicationContext context, String detector) {
		Map<String, List<Map<String, Object>>> section = (Map<String, List<Map<String, Object>>>) context
			.getBean(RaspEndpoint.class)
			.section("detectors");
		return section.get("detectors")
			.stream()
			.filter((shown) -> shown.get("name").equals(detector))
			.map((shown) -> shown.get("mode").toString())
			.findFirst()
			.orElse("OFF");
	}

	private static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(PlainApplication.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "management.endpoints.web.exposure.include=*")
			.properties(routed(properties))
			.run();
	}

	private static String[] routed(String... properties) {
		String all = String.join(",", properties);
		return (all.contains("routes[0]") ? all + "," + ROUTE : all).split(",");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PlainApplication {

	}

}

package io.github.raspspring.autoconfigure.policy;

import java.util.Arrays;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.policy.patch.PatchCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RaspPatchPropertiesTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspPolicyAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "id=A|.id", "pattern=orders|.pattern", "methods=FETCH|.methods", "parameter=|.parameter",
					"type=|.type", "value-pattern=(a+|.value-pattern", "forbidden-pattern=(?<=a)b|.forbidden-pattern",
					"value-pattern=(a)\\1|.value-pattern", "json-pointer=items|.json-pointer", "max=1|.max",
					"min-length=-1|.min-length", "expires=tomorrow|.expires", "file-types=png|.file", "id=second|.id" })
	void startWhenPatchIsInvalidThenStopsAndNamesTheProperty(String changed, String property) {
		this.runner
			.withPropertyValues("rasp.patches[0].id=second", "rasp.patches[0].pattern=/a",
					"rasp.patches[0].parameter=p", "rasp.patches[0].type=uuid")
			.withPropertyValues(patch(1, "id=first", "pattern=/orders", "parameter=quantity", "type=integer",
					changed.startsWith("max=") ? "min=5" : "mode=block"))
			.withPropertyValues(patch(1, changed.equals("type=") ? new String[] { "type=" } : new String[] { changed }))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("rasp.patches[1]" + property));
	}

	@Test
	void startWhenPatchIsValidThenItIsInTheCatalog() {
		this.runner
			.withPropertyValues(patch(0, "id=cve-2026-1", "pattern=/orders", "parameter=quantity", "type=integer"))
			.run((context) -> assertThat(context.getBean(PatchCatalog.class).overview()).containsEntry("patches", 1)
				.containsEntry("overdue", 0L));
	}

	private static String[] patch(int index, String... properties) {
		return Arrays.stream(properties)
			.map((property) -> "rasp.patches[" + index + "]." + property)
			.toArray(String[]::new);
	}

}

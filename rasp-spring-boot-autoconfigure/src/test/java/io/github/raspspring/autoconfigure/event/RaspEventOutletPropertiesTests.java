package io.github.raspspring.autoconfigure.event;

import java.util.Map;

import io.github.raspspring.autoconfigure.RaspEventsProperties;
import io.github.raspspring.event.form.PlainForm;
import io.github.raspspring.event.ocsf.OcsfForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class RaspEventOutletPropertiesTests {

	@ParameterizedTest
	@CsvSource({ "access-sample, 0, access-sample", "file.max-size, 1B, file.max-size", "file.max-files, 0, max-files",
			"file.key, short, file.key", "webhook.url, ftp://host/x, webhook.url", "webhook.url, nothing, webhook.url",
			"webhook.url, https://siem.example.com/x, webhook.secret", "webhook.timeout, 0s, webhook.timeout",
			"database.retention, 0s, retention", "database.max-events, 0, max-events",
			"database.timeout, 0s, database.timeout", "fold-window, -1s, fold-window", "fold-window, 2h, fold-window",
			"pseudonym-key, short, pseudonym-key", "history-size, 0, history-size", "queue-size, 0, queue-size" })
	void bindWhenValueIsInvalidThenNamesThePropertyAndTheMend(String name, String value, String property) {
		assertThatException().isThrownBy(() -> {
			bind(Map.of("rasp.events." + name, value), RaspEventOutletProperties.class);
			bind(Map.of("rasp.events." + name, value), RaspEventsProperties.class);
		}).havingRootCause().isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
			assertThat(ex.getName()).contains(property);
			assertThat(ex.getReason()).startsWith("Set it to");
			assertThat(String.valueOf(ex.getValue())).isNotEqualTo("short");
		});
	}

	@Test
	void bindWhenNothingIsSetThenNothingIsWrittenElsewhere() {
		RaspEventOutletProperties properties = bind(Map.of(), RaspEventOutletProperties.class);
		assertThat(properties.file().path()).isNull();
		assertThat(properties.webhook().url()).isNull();
		assertThat(properties.database().enabled()).isFalse();
		assertThat(properties.form()).isInstanceOf(PlainForm.class);
	}

	@Test
	void bindWhenSecretsAreSetThenTextDoesNotShowThem() {
		String secret = "never to be shown at all";
		RaspEventOutletProperties properties = bind(
				Map.of("rasp.events.file.key", secret, "rasp.events.webhook.secret", secret, "rasp.events.webhook.url",
						"https://user:token@siem.example.com/x", "rasp.events.format", "ocsf"),
				RaspEventOutletProperties.class);
		assertThat(properties.toString()).doesNotContain(secret, "user:token");
		assertThat(properties.webhook().settings().toString()).doesNotContain(secret);
		assertThat(properties.form()).isInstanceOf(OcsfForm.class);
	}

	private static <T> T bind(Map<String, String> properties, Class<T> type) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("rasp.events", type);
	}

}

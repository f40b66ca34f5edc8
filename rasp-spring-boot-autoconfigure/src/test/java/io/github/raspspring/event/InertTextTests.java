package io.github.raspspring.event;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.raspspring.engine.event.EventRecord;
import io.github.raspspring.event.form.EventForm;
import io.github.raspspring.event.form.JsonLine;
import io.github.raspspring.event.form.PlainForm;
import io.github.raspspring.event.ocsf.OcsfForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an attacker chose ends no line, colors no terminal and is no markup, wherever an
 * event is written.
 */
class InertTextTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("rasp.audit");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Level before = this.logger.getLevel();

	private final EventRecord hostile = EventSamples.recorder().record(EventSamples.hostile("hostile"));

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void leave() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(this.before);
	}

	@Test
	void formsWhenTextIsHostileThenAreOneLineOfPlainAscii() {
		for (EventForm form : List.of(new PlainForm(), new OcsfForm())) {
			String json = JsonLine.of(form.of(this.hostile));
			assertThat(json).matches("[\\x20-\\x7e]+").doesNotContain("<", ">", "&");
			assertThat(new JsonMapper().readTree(json).isObject()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "it's \"quoted\"", "a\\b", "\r\n", "\u001b[31mred", "<b>", "\u2028\u2029\u0085",
			"\u0000", "\ud83d\ude00 smile", "\ud800 alone", "{\"a\":1}", "\u202egnp.exe", "grün" })
	void jsonWhenReadBackThenIsTheSameText(String text) {
		String json = JsonLine.of(Map.of("text", text, text, List.of(1, true, text)));
		assertThat(json).matches("[\\x20-\\x7e]+");
		JsonNode read = new JsonMapper().readTree(json);
		assertThat(read.path("text").asString()).isEqualTo(text);
		assertThat(read.path(text).get(2).asString()).isEqualTo(text);
	}

	@Test
	void logWhenTextIsHostileThenIsOneLineWithoutMarkup() {
		new AuditLog().write(List.of(this.hostile));
		assertThat(this.lines.list).singleElement().satisfies((event) -> {
			assertThat(event.getFormattedMessage()).doesNotContain("\n", "\r", "\u001b", "\u2028", "\u0000")
				.contains("reference=hostile");
			assertThat(event.getKeyValuePairs()).allSatisfy((pair) -> assertThat(String.valueOf(pair.value))
				.doesNotContain("\n", "\r", "\u001b", "<", "\u2028", "\u0000"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "gelf", "logstash" })
	void logWhenStructuredThenHasTheFields(String format) {
		new AuditLog().write(List.of(EventSamples.record("structured"), this.hostile));
		String[] printed = encoder(format).lines().toArray(String[]::new);
		assertThat(printed).hasSize(2);
		JsonNode event = new JsonMapper().readTree(printed[0]);
		String prefix = format.equals("gelf") ? "_" : "";
		assertThat(event.path(prefix + "rasp_reference").asString()).isEqualTo("structured");
		assertThat(event.path(prefix + "rasp_outcome").asString()).isEqualTo("blocked");
		assertThat(event.path(prefix + "rasp_client").asString()).isEqualTo("192.0.2.1");
		assertThat(event.path(prefix + "rasp_subject").asString()).isEqualTo("alice");
		assertThat(event.path(prefix + "rasp_rules").asString()).isEqualTo("sql-sink.tautology");
	}

	private String encoder(String format) {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		Object environment = context.getObject(Environment.class.getName());
		context.putObject(Environment.class.getName(), new StandardEnvironment());
		try {
			StructuredLogEncoder encoder = new StructuredLogEncoder();
			encoder.setContext(context);
			encoder.setFormat(format);
			encoder.start();
			StringBuilder printed = new StringBuilder();
			this.lines.list.forEach((event) -> printed.append(new String(encoder.encode(event))));
			return printed.toString();
		}
		finally {
			if (environment != null) {
				context.putObject(Environment.class.getName(), environment);
			}
		}
	}

}

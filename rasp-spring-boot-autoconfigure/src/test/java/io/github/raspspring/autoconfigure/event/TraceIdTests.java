package io.github.raspspring.autoconfigure.event;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.event.SecurityEventPublisher;
import io.github.raspspring.event.EventHistory;
import io.github.raspspring.event.EventSamples;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.test.simple.SimpleTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events name the trace: that of Micrometer Tracing, else what other tools put into the
 * MDC.
 */
class TraceIdTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class))
		.withPropertyValues("rasp.events.fold-window=0s");

	@AfterEach
	void forget() {
		MDC.clear();
	}

	@Test
	void eventWhenASpanIsOpenThenNamesItsTrace() {
		SimpleTracer tracer = new SimpleTracer();
		this.runner.withBean(Tracer.class, () -> tracer).run((context) -> {
			Span outer = tracer.nextSpan().name("request").start();
			try (Tracer.SpanInScope scope = tracer.withSpan(outer)) {
				assertThat(scope).isNotNull();
				assertThat(traceOf(context, "a")).isEqualTo(outer.context().traceId()).isNotBlank();
				Span inner = tracer.nextSpan(outer).name("query").start();
				try (Tracer.SpanInScope within = tracer.withSpan(inner)) {
					assertThat(within).isNotNull();
					assertThat(traceOf(context, "b")).isEqualTo(inner.context().traceId());
				}
				MDC.put("traceId", "of-the-log");
				assertThat(traceOf(context, "c")).isEqualTo(outer.context().traceId());
			}
		});
	}

	@Test
	void eventWhenNoSpanIsOpenThenNamesWhatIsInTheLog() {
		this.runner.withBean(Tracer.class, SimpleTracer::new).run(TraceIdTests::assertNamesWhatIsInTheLog);
		this.runner.withBean(Tracer.class, () -> Tracer.NOOP).run(TraceIdTests::assertNamesWhatIsInTheLog);
		this.runner.run(TraceIdTests::assertNamesWhatIsInTheLog);
		this.runner.withClassLoader(new FilteredClassLoader(Tracer.class)).run(TraceIdTests::assertNamesWhatIsInTheLog);
	}

	private static void assertNamesWhatIsInTheLog(ApplicationContext context) {
		MDC.clear();
		assertThat(traceOf(context, "a")).isNull();
		MDC.put("trace_id", "of-an-agent");
		assertThat(traceOf(context, "b")).isEqualTo("of-an-agent");
		MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(traceOf(context, "c")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		MDC.put("traceId", "forged\r\nevent=\u001b[31m");
		assertThat(traceOf(context, "d")).doesNotContain("\r", "\n", "\u001b");
	}

	private static String traceOf(ApplicationContext context, String reference) {
		context.getBean(SecurityEventPublisher.class).publish(EventSamples.attack(reference, "192.0.2.1"));
		return context.getBean(EventHistory.class).get(reference).trace();
	}

}

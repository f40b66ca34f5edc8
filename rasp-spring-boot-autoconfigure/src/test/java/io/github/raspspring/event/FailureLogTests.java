package io.github.raspspring.event;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureLog}.
 */
class FailureLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("rasp");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final FailureLog log = new FailureLog();

	@BeforeEach
	void listen() {
		this.lines.start();
		this.logger.addAppender(this.lines);
		// Applications of other tests may have switched logs off.
		this.logger.setLevel(Level.WARN);
	}

	@AfterEach
	void leave() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(null);
	}

	static Stream<Supplier<Throwable>> failures() {
		return Stream.of(() -> new IllegalStateException("broken"), () -> new AssertionError("broken"),
				() -> new IOException("broken"), () -> new NoClassDefFoundError("broken"),
				() -> new StackOverflowError("broken"), () -> new RuntimeException("broken", new Error("within")));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void writeWhenSourceFailsOftenThenTellsTheStackOnce(Supplier<Throwable> failure) {
		for (int i = 0; i < 5; i++) {
			this.log.write("mine", failure.get());
		}
		assertThat(this.lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getLevel()).isEqualTo(Level.WARN);
			assertThat(line.getFormattedMessage()).contains("mine");
			assertThat(stack(line)).contains(failure.get().getClass().getName() + ": broken",
					"at " + FailureLogTests.class.getName());
		});
	}

	@Test
	void writeWhenSourcesAreSeveralThenTellsOfEach() {
		this.log.write("one", new IllegalStateException());
		this.log.write("two", new IllegalStateException());
		this.log.write("one", new IllegalArgumentException());
		assertThat(this.lines.list).hasSize(2);
	}

	@Test
	void writeWhenSourcesAreWithoutEndThenStaysBounded() {
		for (int i = 0; i < 10_000; i++) {
			this.log.write("source" + i, new IllegalStateException());
		}
		assertThat(this.lines.list).hasSizeLessThan(300);
	}

	@Test
	void writeWhenCausesGoInACircleThenEnds() {
		IllegalStateException one = new IllegalStateException("one");
		one.initCause(new IllegalStateException("two", one));
		this.log.write("mine", one);
		assertThat(this.lines.list).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "For input string: \"hunter2\" | For input string: \"...\"",
					"no class com/shop/Order | no class com/shop/Order",
					"Text 'hunter2' could not be parsed | Text '...' could not be parsed",
					"unbalanced `hunter2 and more | unbalanced `...",
					"begin 0, end -1, length 5 | begin 0, end -1, length 5",
					"'hunter2'hunter3'hunter4' | '...'hunter3'...'" })
	void writeWhenMessageQuotesTheRequestThenLeavesItOut(String message, String shown) {
		this.log.write("mine", new IllegalArgumentException(message, new IllegalStateException(message)));
		assertThat(stack(this.lines.list.get(0))).contains("IllegalArgumentException: " + shown,
				"IllegalStateException: " + shown);
	}

	@Test
	void writeWhenMessageHasLineBreaksThenForgesNoLine() {
		this.log.write("mine", new IllegalArgumentException("broken\nevent=forged\r\u2028x\u001b[2J"));
		assertThat(List.of(stack(this.lines.list.get(0)).split("\\R"))).noneMatch((line) -> line.startsWith("event="));
	}

	private static String stack(ILoggingEvent line) {
		return ThrowableProxyUtil.asString(line.getThrowableProxy());
	}

}

package io.github.raspspring.autoconfigure.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.raspspring.store.Circuit;
import io.github.raspspring.store.CircuitListener;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Meters tell whether the store is asked, and how many requests were decided without it.
 */
class StoreMeterTests {

	private static final Duration TIMEOUT = Duration.ofMillis(20);

	private final AtomicLong now = new AtomicLong();

	private final Circuit circuit = new Circuit("redis", TIMEOUT, this.now::get, new CircuitListener() {

		@Override
		public void lost(Throwable cause) {
			// Is told by a meter here.
		}

		@Override
		public void recovered() {
			// Is told by a meter here.
		}

	});

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspStoreAutoConfiguration.class));

	static Stream<Named<Supplier<CompletionStage<String>>>> answering() {
		return Stream.of(call("at once", () -> CompletableFuture.completedFuture("a")),
				call("with nothing", () -> CompletableFuture.completedFuture(null)),
				call("by another thread", () -> CompletableFuture.supplyAsync(() -> "a")),
				call("as a stage", () -> CompletableFuture.completedStage("a")),
				call("behind another call", () -> CompletableFuture.completedFuture("a").thenApply(String::trim)),
				call("instead of a failure",
						() -> CompletableFuture.<String>failedFuture(new IOException()).exceptionally((ex) -> "a")));
	}

	static Stream<Named<Supplier<CompletionStage<String>>>> failing() {
		return Stream.of(call("no connection", () -> CompletableFuture.failedFuture(new IOException("refused"))),
				call("no answer in time", CompletableFuture::new), call("throws at once", () -> {
					throw new IllegalStateException("not connected");
				}), call("library is missing", () -> {
					throw new NoClassDefFoundError("io/netty");
				}), call("an error of its own", () -> CompletableFuture.failedFuture(new Error("own"))),
				call("canceled", () -> CompletableFuture.failedFuture(new CancellationException())),
				call("no call at all", () -> null),
				call("a stage that fails", () -> CompletableFuture.failedStage(new IOException())));
	}

	private static Named<Supplier<CompletionStage<String>>> call(String name, Supplier<CompletionStage<String>> call) {
		return Named.of(name, call);
	}

	@ParameterizedTest
	@MethodSource("answering")
	void callThatIsAnsweredIsNoneThatWasDecidedWithoutTheStore(Supplier<CompletionStage<String>> call) {
		bind();
		for (int i = 0; i < 10; i++) {
			this.circuit.await(call);
		}
		assertThat(calls("answered")).isEqualTo(10);
		assertThat(calls("unanswered")).isZero();
		assertThat(available()).isEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("failing")
	void callThatFailsIsCountedAndSoAreThoseThatAreNotMade(Supplier<CompletionStage<String>> call) {
		bind();
		for (int i = 0; i < 10; i++) {
			assertThat(this.circuit.await(call)).isEmpty();
		}
		assertThat(calls("unanswered")).isEqualTo(10);
		assertThat(calls("answered")).isZero();
		assertThat(available()).isZero();
	}

	@ParameterizedTest
	@MethodSource("failing")
	void callThatNobodyWaitsForIsCountedAsWell(Supplier<CompletionStage<String>> call) {
		bind();
		this.circuit.send(call);
		Awaitility.await().until(() -> calls("unanswered") == 1);
		assertThat(available()).as("one failure is no loss").isEqualTo(1);
	}

	@Test
	void storeThatAnswersAgainIsAvailableAgain() {
		bind();
		for (int i = 0; i < 10; i++) {
			this.circuit.await(() -> CompletableFuture.failedFuture(new IOException()));
		}
		assertThat(available()).isZero();
		this.now.addAndGet(Duration.ofSeconds(2).toNanos());
		this.circuit.await(() -> CompletableFuture.completedFuture("a"));
		assertThat(available()).isEqualTo(1);
		assertThat(calls("unanswered")).isEqualTo(10);
		assertThat(calls("answered")).isEqualTo(1);
	}

	@Test
	void threadThatIsInterruptedIsNoFailureOfTheStore() {
		bind();
		Thread.currentThread().interrupt();
		this.circuit.await(CompletableFuture<String>::new);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(available()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rasp.store.type=local", "rasp.enabled=true" })
	void applicationThatSharesNothingHasNoSuchMeters(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			context.getBean(MeterBinder.class).bindTo(this.meters);
			assertThat(this.meters.getMeters()).isEmpty();
		});
	}

	@Test
	void applicationWithoutMetersStarts() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void metersHaveNoTagsThatAnybodyCanMakeUp() {
		bind();
		assertThat(this.meters.getMeters()).extracting(Meter::getId)
			.hasSize(3)
			.allSatisfy((id) -> assertThat(id.getTags()).extracting("key").isSubsetOf("store", "outcome"));
	}

	private void bind() {
		this.runner.withBean("circuit", Circuit.class, () -> this.circuit)
			.run((context) -> context.getBean(MeterBinder.class).bindTo(this.meters));
	}

	private double available() {
		return this.meters.get("rasp.store.available").tag("store", "redis").gauge().value();
	}

	private double calls(String outcome) {
		return this.meters.get("rasp.store.calls").tags("store", "redis", "outcome", outcome).functionCounter().count();
	}

}

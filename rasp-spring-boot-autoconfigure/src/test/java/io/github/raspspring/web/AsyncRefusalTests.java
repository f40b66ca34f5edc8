package io.github.raspspring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.web.answer.AsyncRefusals;
import io.github.raspspring.web.answer.RefusedCallException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is refused in a method that nobody waits for is no error of the application, and
 * what fails by itself is. The methods run at once here, on the thread of the test.
 */
class AsyncRefusalTests {

	private static final RuntimeException REFUSAL = new RefusedCallException(
			new Decision(Decision.Action.BLOCK, 100, List.of(), "route", "ref-1", null));

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		logger().addAppender(this.log);
	}

	@AfterEach
	void leave() {
		logger().detachAppender(this.log);
	}

	static Stream<Named<Consumer<AnnotationConfigApplicationContext>>> withoutAnybodyWaiting() {
		return Stream.of(Named.of("method", (context) -> context.getBean(Orders.class).later()),
				Named.of("class", (context) -> context.getBean(Mails.class).send()),
				Named.of("behind an interface", (context) -> context.getBean(Reports.class).write()),
				Named.of("in a transaction", (context) -> context.getBean(Orders.class).laterInTransaction()),
				Named.of("executor by name", (context) -> context.getBean(Orders.class).laterElsewhere()),
				Named.of("within another", (context) -> context.getBean(Mails.class).all()),
				Named.of("listener", (context) -> context.publishEvent("ordered")));
	}

	static Stream<Named<RuntimeException>> refusals() {
		return Stream.of(Named.of("as it is", REFUSAL), Named.of("wrapped", new IllegalStateException(REFUSAL)),
				Named.of("wrapped twice", new IllegalStateException("no", new CompletionException(REFUSAL))),
				Named.of("of a future", new CompletionException(new ExecutionException(REFUSAL))));
	}

	static Stream<Named<RuntimeException>> failures() {
		return Stream.of(Named.of("own", new IllegalStateException("gone")),
				Named.of("wrapped", new IllegalStateException(new IllegalArgumentException("gone"))),
				Named.of("forbidden", new SecurityException("not yours")),
				Named.of("caused by itself", new CompletionException(new ExecutionException(new Error("own")))),
				Named.of("speaks of a refusal", new IllegalStateException("The request was refused.")),
				Named.of("with a refusal beside it", beside()));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failureIsLoggedAsEver(RuntimeException failure) {
		withoutAnybodyWaiting().forEach((call) -> {
			this.log.list.clear();
			run(failure, call.getPayload());
			assertThat(this.log.list).as(call.getName()).hasSize(1);
		});
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void refusalIsLoggedByNobody(RuntimeException refusal) {
		withoutAnybodyWaiting().forEach((call) -> {
			run(refusal, call.getPayload());
			assertThat(this.log.list).as(call.getName()).isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void refusalThatSomebodyWaitsForReachesThem(RuntimeException refusal) {
		run(refusal, (context) -> {
			assertThatThrownBy(() -> context.getBean(Orders.class).soon().join()).hasRootCause(REFUSAL);
			assertThatThrownBy(() -> context.getBean(Orders.class).now())
				.satisfies((thrown) -> assertThat(thrown).isSameAs(refusal));
			assertThatThrownBy(() -> context.getBean(Plain.class).now()).isSameAs(refusal);
		});
		assertThat(this.log.list).isEmpty();
	}

	@Test
	void transactionOfARefusedMethodIsRolledBack() {
		List<String> ends = new ArrayList<>();
		run(REFUSAL, (context) -> {
			context.getBean(Orders.class).laterInTransaction();
			ends.addAll(context.getBean(Transactions.class).ends);
		});
		assertThat(ends).containsExactly("rolled back");
	}

	@Test
	void applicationThatHandlesSuchExceptionsIsTold() {
		try (AnnotationConfigApplicationContext context = context(REFUSAL, OwnHandler.class)) {
			context.getBean(Orders.class).later();
			assertThat(context.getBean(OwnHandler.class).told).containsExactly(REFUSAL);
		}
	}

	private static RuntimeException beside() {
		IllegalStateException failure = new IllegalStateException("gone");
		failure.addSuppressed(REFUSAL);
		return failure;
	}

	private static void run(RuntimeException thrown, Consumer<AnnotationConfigApplicationContext> calls) {
		try (AnnotationConfigApplicationContext context = context(thrown, DefaultHandler.class)) {
			calls.accept(context);
		}
	}

	private static AnnotationConfigApplicationContext context(RuntimeException thrown, Class<?> handler) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(RuntimeException.class, () -> thrown);
		context.register(Application.class, Orders.class, Mails.class, WrittenReports.class, Plain.class, handler);
		context.refresh();
		return context;
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(SimpleAsyncUncaughtExceptionHandler.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	@EnableTransactionManagement
	static class Application {

		@Bean
		static AsyncRefusals refusals(ObjectProvider<AsyncConfigurer> configurers) {
			return new AsyncRefusals(() -> configurers.stream()
				.anyMatch((configurer) -> configurer.getAsyncUncaughtExceptionHandler() != null));
		}

		@Bean
		Executor elsewhere() {
			return Runnable::run;
		}

		@Bean
		Transactions transactions() {
			return new Transactions();
		}

	}

	static class DefaultHandler implements AsyncConfigurer {

		@Override
		public Executor getAsyncExecutor() {
			return Runnable::run;
		}

	}

	static class OwnHandler extends DefaultHandler {

		private final List<Throwable> told = new CopyOnWriteArrayList<>();

		@Override
		public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
			return (failure, method, arguments) -> this.told.add(failure);
		}

	}

	static class Orders {

		private final RuntimeException thrown;

		Orders(RuntimeException thrown) {
			this.thrown = thrown;
		}

		@Async
		public void later() {
			throw this.thrown;
		}

		@Async("elsewhere")
		public void laterElsewhere() {
			throw this.thrown;
		}

		@Async
		@Transactional
		public void laterInTransaction() {
			throw this.thrown;
		}

		@Async
		public CompletableFuture<String> soon() {
			throw this.thrown;
		}

		public void now() {
			throw this.thrown;
		}

		@Async
		@EventListener
		public void ordered(String event) {
			throw this.thrown;
		}

	}

	@Async
	static class Mails {

		private final RuntimeException thrown;

		private final Orders orders;

		Mails(RuntimeException thrown, Orders orders) {
			this.thrown = thrown;
			this.orders = orders;
		}

		public void send() {
			throw this.thrown;
		}

		public void all() {
			this.orders.later();
		}

	}

	interface Reports {

		void write();

	}

	static class WrittenReports implements Reports {

		private final RuntimeException thrown;

		WrittenReports(RuntimeException thrown) {
			this.thrown = thrown;
		}

		@Async
		@Override
		public void write() {
			throw this.thrown;
		}

	}

	static class Plain {

		private final RuntimeException thrown;

		Plain(RuntimeException thrown) {
			this.thrown = thrown;
		}

		void now() {
			throw this.thrown;
		}

	}

	static class Transactions extends AbstractPlatformTransactionManager implements PlatformTransactionManager {

		private final transient List<String> ends = new ArrayList<>();

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			// Nothing is kept.
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.ends.add("committed");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.ends.add("rolled back");
		}

	}

}

package io.github.raspspring.autoconfigure.carrier;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

class RaspTaskAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RaspAutoConfiguration.class, RaspTaskAutoConfiguration.class,
				TaskExecutionAutoConfiguration.class));

	/** Virtual threads need JDK 21; elsewhere the property has no effect. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void supplyAsyncWhenOnBootsExecutorThenInspectionFollows(boolean virtual) {
		this.contextRunner.withPropertyValues("spring.threads.virtual.enabled=" + virtual).run((context) -> {
			InspectionScope scope = context.getBean(InspectionScope.class);
			Executor executor = context.getBean("applicationTaskExecutor", Executor.class);
			Inspection inspection = begin(context);
			CompletableFuture<Inspection> found;
			try (InspectionScope.Binding binding = scope.bind(inspection)) {
				found = CompletableFuture.supplyAsync(scope::current, executor);
			}
			assertThat(found.get()).isSameAs(inspection);
			assertThat(CompletableFuture.supplyAsync(scope::current, executor).get()).isNull();
		});
	}

	@Test
	void asyncMethodWhenCalledThenInspectionFollows() {
		this.contextRunner.withUserConfiguration(AsyncConfiguration.class).run((context) -> {
			Inspection inspection = begin(context);
			CompletableFuture<Inspection> found;
			try (InspectionScope.Binding binding = context.getBean(InspectionScope.class).bind(inspection)) {
				found = context.getBean(AsyncWork.class).current();
			}
			assertThat(found.get()).isSameAs(inspection);
		});
	}

	@Test
	void decorateWhenApplicationHasADecoratorThenBothAreApplied() {
		this.contextRunner.withUserConfiguration(OwnDecorator.class).run((context) -> {
			InspectionScope scope = context.getBean(InspectionScope.class);
			Executor executor = context.getBean("applicationTaskExecutor", Executor.class);
			Inspection inspection = begin(context);
			CompletableFuture<Inspection> found;
			try (InspectionScope.Binding binding = scope.bind(inspection)) {
				found = CompletableFuture.supplyAsync(scope::current, executor);
			}
			assertThat(found.get()).isSameAs(inspection);
			assertThat(context.getBean(AtomicInteger.class)).hasValue(1);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "simple" })
	void executeWhenApplicationDefinesTheExecutorThenInspectionFollows(String bean) {
		this.contextRunner.withUserConfiguration(OwnExecutors.class).run((context) -> {
			InspectionScope scope = context.getBean(InspectionScope.class);
			Executor executor = context.getBean(bean, Executor.class);
			Inspection inspection = begin(context);
			CompletableFuture<Inspection> found;
			try (InspectionScope.Binding binding = scope.bind(inspection)) {
				found = CompletableFuture.supplyAsync(scope::current, executor);
			}
			assertThat(found.get()).isSameAs(inspection);
			assertThat(CompletableFuture.supplyAsync(scope::current, executor).get()).isNull();
			assertThat(context.getBean(AtomicInteger.class)).hasValue(2);
		});
	}

	private static Inspection begin(AssertableWebApplicationContext context) {
		return context.getBean(InspectionPipeline.class)
			.begin(new RequestFacts("GET", "/", new ClientIdentity("192.0.2.1"), false));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class AsyncConfiguration {

		@Bean
		AsyncWork work(InspectionScope scope) {
			return new AsyncWork(scope);
		}

	}

	static class AsyncWork {

		private final InspectionScope scope;

		AsyncWork(InspectionScope scope) {
			this.scope = scope;
		}

		@Async
		public CompletableFuture<Inspection> current() {
			return CompletableFuture.completedFuture(this.scope.current());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Count {

		@Bean
		AtomicInteger decorated() {
			return new AtomicInteger();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Count.class)
	static class OwnDecorator {

		@Bean
		TaskDecorator ownDecorator(AtomicInteger decorated) {
			return (task) -> () -> {
				decorated.incrementAndGet();
				task.run();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Count.class)
	static class OwnExecutors {

		@Bean
		ThreadPoolTaskExecutor pool(AtomicInteger decorated) {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setTaskDecorator((task) -> counted(task, decorated));
			return executor;
		}

		@Bean
		SimpleAsyncTaskExecutor simple(AtomicInteger decorated) {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
			executor.setTaskDecorator((task) -> counted(task, decorated));
			return executor;
		}

		private static Runnable counted(Runnable task, AtomicInteger decorated) {
			decorated.incrementAndGet();
			return task;
		}

	}

}

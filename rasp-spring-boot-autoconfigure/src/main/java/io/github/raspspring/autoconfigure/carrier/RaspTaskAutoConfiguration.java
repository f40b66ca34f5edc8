package io.github.raspspring.autoconfigure.carrier;

import io.github.raspspring.autoconfigure.RaspAutoConfiguration;
import io.github.raspspring.engine.InspectionScope;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.task.TaskDecorator;

/**
 * Auto-configuration that lets the inspection follow the tasks of a request:
 * {@code @Async} methods and all else that runs on the executors of Spring Boot or on
 * executor beans of Spring, on platform or virtual threads.
 */
@AutoConfiguration(after = RaspAutoConfiguration.class, before = TaskExecutionAutoConfiguration.class)
@ConditionalOnBean(InspectionScope.class)
public final class RaspTaskAutoConfiguration {

	@Bean
	TaskDecorator raspTaskDecorator(InspectionScope scope) {
		return scope::carry;
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static TaskExecutorPostProcessor raspTaskExecutors(ObjectProvider<InspectionScope> scope) {
		return new TaskExecutorPostProcessor(scope);
	}

}

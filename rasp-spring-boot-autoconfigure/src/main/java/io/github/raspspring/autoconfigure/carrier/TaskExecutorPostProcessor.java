package io.github.raspspring.autoconfigure.carrier;

import io.github.raspspring.engine.InspectionScope;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Lets the inspection follow tasks to the executors that the application defines itself.
 * A decorator of the application's own runs within.
 */
final class TaskExecutorPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<InspectionScope> scope;

	TaskExecutorPostProcessor(ObjectProvider<InspectionScope> scope) {
		this.scope = scope;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof ThreadPoolTaskExecutor executor) {
			executor.setTaskDecorator(around(decoratorOf(executor)));
		}
		else if (bean instanceof SimpleAsyncTaskExecutor executor) {
			executor.setTaskDecorator(around(decoratorOf(executor)));
		}
		return bean;
	}

	private TaskDecorator around(@Nullable TaskDecorator own) {
		return (task) -> carry((own != null) ? own.decorate(task) : task);
	}

	private Runnable carry(Runnable task) {
		InspectionScope known = this.scope.getIfAvailable();
		return (known != null) ? known.carry(task) : task;
	}

	/**
	 * Spring's executors take a decorator and don't tell it.
	 */
	private static @Nullable TaskDecorator decoratorOf(Object executor) {
		return (TaskDecorator) new DirectFieldAccessor(executor).getPropertyValue("taskDecorator");
	}

}

package io.github.raspspring.carrier.jdbc;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Gives the guarded data source to beans of Spring, such as templates, transaction
 * managers and factories of entity managers, that were made with one by its class.
 */
final class SpringUsers {

	private final GuardedSources sources;

	SpringUsers(GuardedSources sources) {
		this.sources = sources;
	}

	void guard(Object bean) {
		if (this.sources.isEmpty() || bean instanceof DataSource) {
			return;
		}
		PropertyDescriptor property = BeanUtils.getPropertyDescriptor(bean.getClass(), "dataSource");
		if (property == null || !isOfSpring(property.getReadMethod()) || !isOfSpring(property.getWriteMethod())) {
			return;
		}
		Object known = ReflectionUtils.invokeMethod(property.getReadMethod(), bean);
		Object guarded = (known != null) ? this.sources.guarded(known) : null;
		if (guarded != known) {
			ReflectionUtils.invokeMethod(property.getWriteMethod(), bean, guarded);
		}
	}

	private static boolean isOfSpring(@Nullable Method method) {
		return method != null && method.getDeclaringClass().getName().startsWith("org.springframework.");
	}

}

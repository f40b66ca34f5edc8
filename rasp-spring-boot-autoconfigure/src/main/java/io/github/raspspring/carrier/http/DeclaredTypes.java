package io.github.raspspring.carrier.http;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells as what a bean is declared. One that is declared as an interface can be replaced
 * by another implementation of it; one that is declared as a class may be injected as
 * that class.
 *
 * @param beans knows the declarations
 */
record DeclaredTypes(ConfigurableListableBeanFactory beans) {

	boolean isDeclaredAs(String beanName, Class<?> type) {
		return this.beans.containsBeanDefinition(beanName)
				&& this.beans.getMergedBeanDefinition(beanName).getResolvableType().toClass() == type;
	}

}

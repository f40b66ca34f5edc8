package io.github.raspspring.carrier.jdbc;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.core.ResolvableType;

/**
 * An injection point that is given the guarded data source of the bean that it is
 * resolved to.
 */
final class GuardedDescriptor extends DependencyDescriptor {

	private final transient DependencyDescriptor original;

	private final transient GuardedSources sources;

	GuardedDescriptor(DependencyDescriptor original, GuardedSources sources) {
		super(original);
		this.original = original;
		this.sources = sources;
	}

	@Override
	@SuppressWarnings("NullAway") // A bean may be null, which the supertype does not say.
	public Object resolveCandidate(String beanName, Class<?> requiredType, BeanFactory beanFactory) {
		return this.sources.guarded(this.original.resolveCandidate(beanName, requiredType, beanFactory));
	}

	@Override
	public boolean isRequired() {
		return this.original.isRequired();
	}

	@Override
	public boolean usesStandardBeanLookup() {
		return this.original.usesStandardBeanLookup();
	}

	@Override
	public @Nullable Object resolveShortcut(BeanFactory beanFactory) {
		return this.original.resolveShortcut(beanFactory);
	}

	@Override
	public @Nullable Object resolveNotUnique(ResolvableType type, Map<String, Object> matchingBeans) {
		return this.original.resolveNotUnique(type, matchingBeans);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof GuardedDescriptor that && this.original.equals(that.original);
	}

	@Override
	public int hashCode() {
		return this.original.hashCode();
	}

}

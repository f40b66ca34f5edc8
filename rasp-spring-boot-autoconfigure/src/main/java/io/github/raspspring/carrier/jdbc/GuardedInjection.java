package io.github.raspspring.carrier.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Injects guarded data sources where the interface is asked for, and leaves all other
 * injection points to the resolver of the application context.
 */
final class GuardedInjection implements AutowireCandidateResolver {

	private final AutowireCandidateResolver delegate;

	private final DefaultListableBeanFactory beans;

	private final GuardedSources sources;

	private final Consumer<DependencyDescriptor> unguarded;

	/**
	 * Create a resolver.
	 * @param beans where to find what is injected
	 * @param sources knows what is to be injected
	 * @param unguarded told of each injection point that asks for a class
	 */
	GuardedInjection(DefaultListableBeanFactory beans, GuardedSources sources,
			Consumer<DependencyDescriptor> unguarded) {
		this.delegate = beans.getAutowireCandidateResolver();
		this.beans = beans;
		this.sources = sources;
		this.unguarded = unguarded;
	}

	@Override
	public @Nullable Object getLazyResolutionProxyIfNecessary(DependencyDescriptor descriptor,
			@Nullable String beanName) {
		Object lazy = this.delegate.getLazyResolutionProxyIfNecessary(descriptor, beanName);
		if (lazy != null || descriptor instanceof GuardedDescriptor || !isGuarded(descriptor)) {
			return lazy;
		}
		Set<String> names = new LinkedHashSet<>();
		Object found = this.beans.resolveDependency(new GuardedDescriptor(descriptor, this.sources), beanName, names,
				this.beans.getTypeConverter());
		if (beanName != null) {
			names.stream()
				.filter(this.beans::containsBean)
				.forEach((name) -> this.beans.registerDependentBean(name, beanName));
		}
		return guardedElements(found);
	}

	/**
	 * Called for what is fetched later as well, by a provider or a lazy proxy.
	 */
	@Override
	public @Nullable Object getSuggestedValue(DependencyDescriptor descriptor) {
		Object value = this.delegate.getSuggestedValue(descriptor);
		boolean fetched = value == null && !(descriptor instanceof GuardedDescriptor)
				&& descriptor.usesStandardBeanLookup() && descriptor.getDependencyType() == DataSource.class
				&& !isWrapped(descriptor);
		return fetched
				? this.beans.doResolveDependency(new GuardedDescriptor(descriptor, this.sources), null, null, null)
				: value;
	}

	private boolean isGuarded(DependencyDescriptor descriptor) {
		Class<?> type = descriptor.getDependencyType();
		if (DataSource.class.isAssignableFrom(type) && !type.isInterface()) {
			this.unguarded.accept(descriptor);
			return false;
		}
		return (type == DataSource.class || elementType(descriptor) == DataSource.class) && !isWrapped(descriptor);
	}

	/**
	 * Return whether the data source goes into another one, which has a guard itself.
	 */
	private static boolean isWrapped(DependencyDescriptor descriptor) {
		var parameter = descriptor.getMethodParameter();
		boolean produced = parameter != null && parameter.getMethod() != null
				&& DataSource.class.isAssignableFrom(parameter.getMethod().getReturnType());
		return produced || DataSource.class.isAssignableFrom(descriptor.getMember().getDeclaringClass());
	}

	private static @Nullable Class<?> elementType(DependencyDescriptor descriptor) {
		ResolvableType type = descriptor.getResolvableType();
		Class<?> raw = type.toClass();
		if (raw == Map.class) {
			return type.getGeneric(1).toClass();
		}
		if (raw == List.class || raw == Set.class || raw == Collection.class) {
			return type.getGeneric(0).toClass();
		}
		return raw.getComponentType();
	}

	private @Nullable Object guardedElements(@Nullable Object found) {
		if (this.sources.isEmpty()) {
			return found;
		}
		if (found instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> guarded = new LinkedHashMap<>(map);
			guarded.replaceAll((name, element) -> this.sources.guarded(element));
			return guarded;
		}
		if (found instanceof Collection<?> collection) {
			List<@Nullable Object> guarded = new ArrayList<>();
			collection.forEach((element) -> guarded.add(this.sources.guarded(element)));
			return (found instanceof Set) ? new LinkedHashSet<>(guarded) : guarded;
		}
		if (found instanceof DataSource[] array) {
			return Stream.of(array).map(this.sources::guarded).toArray(DataSource[]::new);
		}
		return found;
	}

	@Override
	public boolean isAutowireCandidate(BeanDefinitionHolder holder, DependencyDescriptor descriptor) {
		return this.delegate.isAutowireCandidate(holder, descriptor);
	}

	@Override
	public boolean isRequired(DependencyDescriptor descriptor) {
		return this.delegate.isRequired(descriptor);
	}

	@Override
	public boolean hasQualifier(DependencyDescriptor descriptor) {
		return this.delegate.hasQualifier(descriptor);
	}

	@Override
	public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
		return this.delegate.getSuggestedName(descriptor);
	}

	@Override
	public @Nullable Class<?> getLazyResolutionProxyClass(DependencyDescriptor descriptor, @Nullable String beanName) {
		return this.delegate.getLazyResolutionProxyClass(descriptor, beanName);
	}

	/**
	 * Another factory injects its own beans.
	 */
	@Override
	public AutowireCandidateResolver cloneIfNecessary() {
		return this.delegate.cloneIfNecessary();
	}

}

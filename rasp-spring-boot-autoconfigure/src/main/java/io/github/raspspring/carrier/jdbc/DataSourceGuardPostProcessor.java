package io.github.raspspring.carrier.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkCarrier;
import io.github.raspspring.sink.SinkCoverage;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkKind;
import io.github.raspspring.sink.StatementWatch;
import io.github.raspspring.sink.UnattributedCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Puts the guard around every {@code DataSource} bean. The bean keeps its class, so that
 * it can still be injected, unwrapped and configured as what it is; only the connections
 * it hands out are guarded. A bean whose class allows no stand-in stays as it is, and a
 * guarded one is injected where the interface is asked for. Declare it in a static
 * method.
 */
public final class DataSourceGuardPostProcessor implements BeanPostProcessor, BeanFactoryAware, Ordered, SinkCarrier {

	private static final String BYPASSES = "Connections that don't come from a DataSource bean, such as those of "
			+ "DriverManager or of an unwrapped vendor connection, and those of an XADataSource that no DataSource bean wraps.";

	private final DataSourceGuard guard;

	private final GuardedSources sources = new GuardedSources();

	private final SpringUsers users = new SpringUsers(this.sources);

	private final Set<String> guarded = new ConcurrentSkipListSet<>();

	private final Set<String> unguarded = new ConcurrentSkipListSet<>();

	private final Set<String> classInjections = new ConcurrentSkipListSet<>();

	private @Nullable ConfigurableListableBeanFactory beans;

	/**
	 * Create a post processor without anybody who watches statements.
	 * @param scopes provides the scope that requests are bound to
	 * @param guards provides the guard
	 * @param errors provides the counter of errors of the database
	 * @param unattributed counts statements that run for no request
	 */
	public DataSourceGuardPostProcessor(ObjectProvider<InspectionScope> scopes, ObjectProvider<SinkGuard> guards,
			ObjectProvider<SqlErrors> errors, UnattributedCalls unattributed) {
		this(scopes, guards, errors, unattributed, new ObjectProvider<>() {

			@Override
			public Stream<StatementWatch> stream() {
				return Stream.empty();
			}

		});
	}

	/**
	 * Create a post processor. Nothing is fetched before the first connection is used.
	 * @param scopes provides the scope that requests are bound to
	 * @param guards provides the guard
	 * @param errors provides the counter of errors of the database
	 * @param unattributed counts statements that run for no request
	 * @param watches provides who watches what statements do to rows
	 */
	public DataSourceGuardPostProcessor(ObjectProvider<InspectionScope> scopes, ObjectProvider<SinkGuard> guards,
			ObjectProvider<SqlErrors> errors, UnattributedCalls unattributed, ObjectProvider<StatementWatch> watches) {
		this.guard = new DataSourceGuard(new RequestGuard(scopes, guards, errors, unattributed, watches));
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		if (beanFactory instanceof DefaultListableBeanFactory factory) {
			this.beans = factory;
			factory.setAutowireCandidateResolver(new GuardedInjection(factory, this.sources, this::injectedByClass));
		}
	}

	@Override
	public int getOrder() {
		// Next to the database, inside of what others put around the bean.
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		this.users.guard(bean);
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		// The target behind a scoped proxy is a bean of its own.
		if (bean instanceof DataSource dataSource && !(bean instanceof ScopedObject)) {
			DataSource twin = this.guard.twin(dataSource);
			if (twin != null) {
				this.guarded.add("DataSource bean " + beanName);
				return twin;
			}
			return guardConnections(dataSource, beanName);
		}
		return bean;
	}

	private DataSource guardConnections(DataSource dataSource, String beanName) {
		ConfigurableListableBeanFactory factory = this.beans;
		String bean = "DataSource bean " + beanName;
		DataSource proxy = this.guard.proxyOfInterfaces(dataSource);
		if (proxy != null && isBehindProxyOfInterfaces(beanName)) {
			this.guarded.add(bean);
			return proxy;
		}
		String reason = ": " + dataSource.getClass().getName() + " is final or has final methods.";
		if (proxy == null || factory == null || !factory.isSingleton(beanName)) {
			this.unguarded.add(bean + reason);
			return dataSource;
		}
		this.sources.add(dataSource, proxy);
		this.guarded.add(bean + ", by the connections it hands out where it is injected as a DataSource");
		this.unguarded.add(bean + " where code fetches it from the context, or takes connections of it where it is "
				+ "injected by its class" + reason);
		return dataSource;
	}

	private boolean isBehindProxyOfInterfaces(String beanName) {
		return ScopedProxyUtils.isScopedTarget(beanName)
				&& (this.beans == null || !AutoProxyUtils.shouldProxyTargetClass(this.beans, beanName));
	}

	private void injectedByClass(DependencyDescriptor descriptor) {
		this.classInjections.add(descriptor.getDependencyType().getName() + " at " + descriptor);
	}

	@Override
	public List<SinkCoverage> coverage() {
		List<String> open = new ArrayList<>(this.unguarded);
		if (!this.sources.isEmpty() && !this.classInjections.isEmpty()) {
			open.add("Injected by class: " + String.join("; ", this.classInjections) + ".");
		}
		open.add(BYPASSES);
		return List.of(new SinkCoverage(SinkKind.SQL, List.copyOf(this.guarded), open));
	}

}

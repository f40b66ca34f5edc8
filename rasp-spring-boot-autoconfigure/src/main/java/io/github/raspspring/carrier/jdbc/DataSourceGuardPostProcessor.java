package io.github.raspspring.carrier.jdbc;

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
import io.github.raspspring.sink.UnattributedCalls;

import org.springframework.aop.scope.ScopedObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Puts the guard around every {@code DataSource} bean. The bean keeps its class, so that
 * it can still be injected, unwrapped and configured as what it is; only the connections
 * it hands out are guarded. Declare it in a static method.
 */
public final class DataSourceGuardPostProcessor implements BeanPostProcessor, Ordered, SinkCarrier {

	private static final String BYPASSES = "Connections that don't come from a DataSource bean, such as those of "
			+ "DriverManager or of an unwrapped vendor connection, and those of an XADataSource that no DataSource bean wraps.";

	private final DataSourceGuard guard;

	private final Set<String> guarded = new ConcurrentSkipListSet<>();

	private final Set<String> unguarded = new ConcurrentSkipListSet<>();

	/**
	 * Create a post processor. Nothing is fetched before the first connection is used.
	 * @param scopes provides the scope that requests are bound to
	 * @param guards provides the guard
	 * @param errors provides the counter of errors of the database
	 * @param unattributed counts statements that run for no request
	 */
	public DataSourceGuardPostProcessor(ObjectProvider<InspectionScope> scopes, ObjectProvider<SinkGuard> guards,
			ObjectProvider<SqlErrors> errors, UnattributedCalls unattributed) {
		this.guard = new DataSourceGuard(new RequestGuard(scopes, guards, errors, unattributed));
	}

	@Override
	public int getOrder() {
		// Next to the database, inside of what others put around the bean.
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		// The target behind a scoped proxy is a bean of its own.
		if (bean instanceof DataSource dataSource && !(bean instanceof ScopedObject)) {
			DataSource proxy = this.guard.around(dataSource);
			((proxy != dataSource) ? this.guarded : this.unguarded).add(beanName);
			return proxy;
		}
		return bean;
	}

	@Override
	public List<SinkCoverage> coverage() {
		List<String> carriedBy = this.guarded.stream().map((name) -> "DataSource bean " + name).toList();
		Stream<String> failed = this.unguarded.stream()
			.map((name) -> "DataSource bean " + name + ", which can't be proxied.");
		return List.of(new SinkCoverage(SinkKind.SQL, carriedBy, Stream.concat(failed, Stream.of(BYPASSES)).toList()));
	}

}

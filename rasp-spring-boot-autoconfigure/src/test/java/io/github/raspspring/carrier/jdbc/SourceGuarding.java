package io.github.raspspring.carrier.jdbc;

import javax.sql.DataSource;

import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Guards data sources without an application.
 */
public final class SourceGuarding {

	private SourceGuarding() {
	}

	/**
	 * Guard a data source as if it were a bean.
	 * @param source the data source
	 * @param requests serves the requests of which statements are judged
	 * @return the guarded one
	 */
	public static DataSource guarded(DataSource source, SinkRequests requests) {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("scope", requests.scope());
		beans.registerSingleton("guard", requests.guard());
		return (DataSource) new DataSourceGuardPostProcessor(beans.getBeanProvider(InspectionScope.class),
				beans.getBeanProvider(SinkGuard.class), beans.getBeanProvider(SqlErrors.class), new UnattributedCalls())
			.postProcessAfterInitialization(source, "dataSource");
	}

}

package io.github.raspspring.carrier.jdbc;

import java.sql.Connection;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.attack.sql.SqlErrors;
import io.github.raspspring.attack.sql.SqlJudge;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.sink.SinkGuard;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.UnattributedCalls;
import org.h2.jdbcx.JdbcDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * An application context with data sources of every kind, all on one database with two
 * books.
 */
final class GuardedDatabase implements AutoCloseable {

	static final String URL = "jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1";

	private final SinkRequests requests;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	GuardedDatabase(EnforcementMode mode) {
		this.requests = new SinkRequests(mode, new SqlJudge());
		this.context.registerBean(InspectionScope.class, this.requests::scope);
		this.context.registerBean(SinkGuard.class, this.requests::guard);
		this.context.register(DataSources.class);
		this.context.refresh();
		JdbcTemplate jdbc = jdbc("hikari");
		jdbc.execute("DROP ALL OBJECTS");
		jdbc.execute("CREATE TABLE books (id INT PRIMARY KEY, title VARCHAR(100))");
		jdbc.execute("INSERT INTO books VALUES (1, 'Dune'), (2, 'Emma')");
	}

	SinkRequests requests() {
		return this.requests;
	}

	AnnotationConfigApplicationContext context() {
		return this.context;
	}

	/**
	 * Return a data source as it is injected.
	 */
	DataSource dataSource(String bean) {
		return Objects.requireNonNull(this.context.getBean(SourceUser.class).sources().get(bean));
	}

	JdbcTemplate jdbc(String bean) {
		return new JdbcTemplate(dataSource(bean));
	}

	int count() {
		return jdbc("hikari").queryForList("SELECT id FROM books").size();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Needs the pool by its own class.
	 */
	record PoolUser(HikariDataSource pool) {

	}

	/**
	 * Needs all data sources there are.
	 */
	record SourceUser(Map<String, DataSource> sources) {

	}

	@Configuration(proxyBeanMethods = false)
	static class DataSources {

		@Bean
		static DataSourceGuardPostProcessor dataSourceGuardPostProcessor(ObjectProvider<InspectionScope> scopes,
				ObjectProvider<SinkGuard> guards, ObjectProvider<SqlErrors> errors, UnattributedCalls calls) {
			return new DataSourceGuardPostProcessor(scopes, guards, errors, calls);
		}

		@Bean
		static UnattributedCalls unattributedCalls() {
			return new UnattributedCalls();
		}

		@Bean
		HikariDataSource hikari() {
			HikariDataSource dataSource = new HikariDataSource();
			dataSource.setJdbcUrl(URL);
			dataSource.setMaximumPoolSize(3);
			return dataSource;
		}

		@Bean
		SourceUser sourceUser(Map<String, DataSource> sources) {
			return new SourceUser(sources);
		}

		@Bean
		PoolUser poolUser(HikariDataSource hikari) {
			return new PoolUser(hikari);
		}

		@Bean
		JdbcDataSource finalClass() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setURL(URL);
			return dataSource;
		}

		@Bean
		@Scope(value = BeanDefinition.SCOPE_PROTOTYPE, proxyMode = ScopedProxyMode.INTERFACES)
		DataSource scoped() {
			return finalClass();
		}

		@Bean
		DataSource building(HikariDataSource hikari) {
			return new BuildingDataSource(hikari);
		}

		@Bean
		EmbeddedDatabase embedded() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
				.setName("embedded")
				.addScript("classpath:books.sql")
				.build();
		}

		@Bean
		LazyConnectionDataSourceProxy lazy(HikariDataSource hikari) {
			return new LazyConnectionDataSourceProxy(hikari);
		}

		@Bean
		TransactionAwareDataSourceProxy transactionAware(HikariDataSource hikari) {
			return new TransactionAwareDataSourceProxy(hikari);
		}

		@Bean
		DelegatingDataSource delegating(HikariDataSource hikari) {
			return new DelegatingDataSource(hikari);
		}

		@Bean
		AbstractRoutingDataSource routing(HikariDataSource hikari) {
			AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {

				@Override
				protected Object determineCurrentLookupKey() {
					return "one";
				}

			};
			routing.setTargetDataSources(Map.of("one", hikari));
			return routing;
		}

		@Bean
		DataSource custom(HikariDataSource hikari) {
			return new AbstractDataSource() {

				@Override
				public Connection getConnection() throws java.sql.SQLException {
					return hikari.getConnection();
				}

				@Override
				public Connection getConnection(String username, String password) throws java.sql.SQLException {
					return getConnection();
				}

			};
		}

	}

}

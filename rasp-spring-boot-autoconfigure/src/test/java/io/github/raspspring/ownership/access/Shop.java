package io.github.raspspring.ownership.access;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.raspspring.engine.ClientIdentity;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Subject;
import io.github.raspspring.engine.pipeline.Exchange;
import io.github.raspspring.engine.pipeline.InspectionPipeline;
import io.github.raspspring.engine.pipeline.RequestFacts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An application with orders of alice and bob on H2 or PostgreSQL, and requests to it.
 */
final class Shop implements AutoCloseable {

	private final ConfigurableApplicationContext application;

	Shop(String database, String... properties) {
		this.application = new SpringApplicationBuilder(ShopApplication.class)
			.properties("server.port=0", "shop.database=" + database, "rasp.mode=block",
					"rasp.ownership.rules[0].tables=orders,order_view", "rasp.ownership.rules[0].column=customer",
					"rasp.ownership.rules[0].exempt-authorities=backoffice", "rasp.ownership.rules[1].tables=documents",
					"rasp.ownership.rules[1].column=owner_id", "rasp.ownership.rules[1].claim=uid",
					"rasp.ownership.rules[2].tables=projects", "rasp.ownership.rules[2].column=tenant",
					"rasp.ownership.rules[2].claim=tenants", "spring.jpa.hibernate.ddl-auto=none",
					"spring.main.banner-mode=off", "spring.jpa.properties.hibernate.jdbc.batch_size=10",
					"spring.jpa.open-in-view=false", "logging.level.root=warn", "logging.level.rasp.audit=off")
			.properties(properties)
			.run();
		new ResourceDatabasePopulator(new ClassPathResource("ownership/schema.sql"))
			.execute(bean(HikariDataSource.class));
	}

	<T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	Exchange request(Subject subject) {
		InspectionPipeline pipeline = bean(InspectionPipeline.class);
		Exchange exchange = pipeline
			.begin(new RequestFacts("GET", "/api/orders/1", new ClientIdentity("192.0.2.1"), false));
		exchange.identifiedAs(subject);
		exchange.routedTo("/api/orders/{id}");
		pipeline.enter(exchange, Phase.HANDLER, List.of());
		return exchange;
	}

	static Subject bob() {
		return new Subject("bob", null, Map.of("sub", "bob", "uid", 7, "tenants", List.of("north", "south")));
	}

	static Subject clerk() {
		return new Subject("clerk", null, Map.of("sub", "clerk", "uid", 99, "tenants", List.of()),
				Set.of("backoffice"));
	}

	/**
	 * Do something for a request in a transaction that is rolled back.
	 */
	<T> T serve(Exchange exchange, Callable<T> work) {
		return new TransactionTemplate(bean(org.springframework.transaction.PlatformTransactionManager.class))
			.execute((status) -> {
				status.setRollbackOnly();
				try (InspectionScope.Binding binding = bean(InspectionScope.class).bind(exchange)) {
					return work.call();
				}
				catch (RuntimeException ex) {
					throw ex;
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			});
	}

	@Override
	public void close() {
		this.application.close();
	}

	/**
	 * What it is made of.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableJpaRepositories(basePackageClasses = Shop.class, considerNestedRepositories = true)
	@EnableJdbcRepositories(basePackageClasses = Shop.class, considerNestedRepositories = true)
	static class ShopApplication {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnProperty(name = "shop.database", havingValue = "postgresql")
		static class OnPostgres {

			@Bean(destroyMethod = "close")
			EmbeddedPostgres postgres() throws IOException {
				return EmbeddedPostgres.start();
			}

			@Bean
			HikariDataSource dataSource(EmbeddedPostgres postgres) {
				HikariDataSource dataSource = new HikariDataSource();
				dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
				dataSource.setMaximumPoolSize(4);
				return dataSource;
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnProperty(name = "shop.database", havingValue = "h2")
		static class OnH2 {

			@Bean
			HikariDataSource dataSource() {
				HikariDataSource dataSource = new HikariDataSource();
				dataSource.setJdbcUrl("jdbc:h2:mem:shop-" + System.identityHashCode(this)
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
				dataSource.setMaximumPoolSize(4);
				return dataSource;
			}

		}

	}

}

package io.github.raspspring.setup;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Applications that serve the same books in ways of their own.
 */
final class SetUps {

	static final String URL = "jdbc:h2:mem:setups;DB_CLOSE_DELAY=-1";

	static final String SECURITY = Stream
		.of(SecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
				ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
				UserDetailsServiceAutoConfiguration.class)
		.map(Class::getName)
		.collect(Collectors.joining(","));

	private SetUps() {
	}

	static JdbcDataSource h2() {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL(URL);
		dataSource.setUser("sa");
		return dataSource;
	}

	@RestController
	static class Books {

		private final JdbcTemplate jdbc;

		Books(DataSource dataSource) {
			this.jdbc = new JdbcTemplate(dataSource);
		}

		/** Vulnerable: only the sink can see that the input changes the statement. */
		@GetMapping("/books")
		@Transactional
		List<String> books(@RequestParam String title) {
			return this.jdbc.queryForList("SELECT 'Dune' WHERE 'Dune' = '" + title + "'", String.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Books.class)
	static class Open {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Books.class)
	static class Unsecured {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class OwnDecoder {

		@Bean
		JwtDecoder decoder() {
			return (token) -> {
				throw new BadJwtException("Nobody's");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class FinalSource {

		@Bean
		JdbcDataSource books() {
			return h2();
		}

		@Bean
		@Lazy
		String url(JdbcDataSource books) {
			return books.getURL();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class H2Pool {

		@Bean(destroyMethod = "dispose")
		JdbcConnectionPool books() {
			return JdbcConnectionPool.create(h2());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class OwnPool {

		@Bean
		Pool books() {
			return new Pool(h2());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class Xa {

		@Bean
		XADataSource vendor() {
			return new Vendor(h2());
		}

		@Bean
		DataSource books(XADataSource vendor) {
			return new Pool(h2()) {

				@Override
				public Connection getConnection() throws SQLException {
					return vendor.getXAConnection().getConnection();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class Two {

		@Bean
		@Primary
		DataSource books() {
			return new Pool(h2());
		}

		@Bean
		DataSource orders() {
			return h2();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class Routing {

		@Bean
		DataSource books() {
			AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {

				@Override
				protected Object determineCurrentLookupKey() {
					return "books";
				}

			};
			routing.setTargetDataSources(Map.of("books", h2()));
			return routing;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class Late {

		@Bean
		DataSource books() {
			return new LazyConnectionDataSourceProxy(h2());
		}

	}

	/** Extends nothing of Spring. */
	static class Pool implements DataSource, AutoCloseable {

		private final JdbcDataSource target;

		Pool(JdbcDataSource target) {
			this.target = target;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.target.getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return this.target.getConnection(username, password);
		}

		@Override
		public PrintWriter getLogWriter() {
			return this.target.getLogWriter();
		}

		@Override
		public void setLogWriter(PrintWriter out) {
			this.target.setLogWriter(out);
		}

		@Override
		public void setLoginTimeout(int seconds) {
			this.target.setLoginTimeout(seconds);
		}

		@Override
		public int getLoginTimeout() {
			return this.target.getLoginTimeout();
		}

		@Override
		public Logger getParentLogger() {
			return Logger.getGlobal();
		}

		@Override
		public <T> T unwrap(Class<T> type) throws SQLException {
			return this.target.unwrap(type);
		}

		@Override
		public boolean isWrapperFor(Class<?> type) throws SQLException {
			return this.target.isWrapperFor(type);
		}

		@Override
		public void close() {
			// Holds nothing.
		}

	}

	/** Hands out connections of transactions, and is no data source itself. */
	record Vendor(JdbcDataSource target) implements XADataSource {

		@Override
		public XAConnection getXAConnection() throws SQLException {
			return this.target.getXAConnection();
		}

		@Override
		public XAConnection getXAConnection(String user, String password) throws SQLException {
			return this.target.getXAConnection(user, password);
		}

		@Override
		public PrintWriter getLogWriter() {
			return this.target.getLogWriter();
		}

		@Override
		public void setLogWriter(PrintWriter out) {
			this.target.setLogWriter(out);
		}

		@Override
		public void setLoginTimeout(int seconds) {
			this.target.setLoginTimeout(seconds);
		}

		@Override
		public int getLoginTimeout() {
			return this.target.getLoginTimeout();
		}

		@Override
		public Logger getParentLogger() {
			return Logger.getGlobal();
		}

	}

}

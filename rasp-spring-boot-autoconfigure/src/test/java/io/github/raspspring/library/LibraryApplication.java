package io.github.raspspring.library;

import java.io.IOException;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A library on JPA, on H2 or PostgreSQL, with honest uses and weaknesses.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ LibraryController.class, Weaknesses.class })
class LibraryApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "library.database", havingValue = "postgresql")
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
	@ConditionalOnProperty(name = "library.database", havingValue = "h2")
	static class OnH2 {

		@Bean
		HikariDataSource dataSource() {
			HikariDataSource dataSource = new HikariDataSource();
			dataSource.setJdbcUrl("jdbc:h2:mem:library-" + System.identityHashCode(this));
			dataSource.setMaximumPoolSize(4);
			return dataSource;
		}

	}

}

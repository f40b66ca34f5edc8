package io.github.raspspring.setup;

import java.util.List;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product creates no bean of the application before its time, of which Spring warns.
 * What the application creates too early by itself Spring warns of as ever, and of no
 * more.
 */
@ExtendWith(OutputCaptureExtension.class)
class EarlyBeanTests {

	@ParameterizedTest
	@ValueSource(classes = { Eager.class, EagerTemplate.class, EagerRegistry.class, EagerDependency.class,
			EagerFactory.class, EagerAndOrdered.class })
	void applicationThatIsEarlyItselfIsWarnedOfWhatItWasWarnedOf(Class<?> application, CapturedOutput output) {
		List<String> without = start(application, output, "rasp.enabled=false");
		List<String> with = start(application, output, "rasp.enabled=true");
		assertThat(without).isNotEmpty();
		assertThat(with.subList(without.size(), with.size())).containsExactlyInAnyOrderElementsOf(without);
	}

	@ParameterizedTest
	@ValueSource(classes = { Plain.class, Template.class, Proxied.class, OfFactory.class, LazySource.class,
			ProvidedLater.class, OnStart.class, TwoSources.class })
	void applicationThatIsNotEarlyIsWarnedOfNothing(Class<?> application, CapturedOutput output) {
		assertThat(start(application, output, "rasp.mode=block")).isEmpty();
	}

	/** The beans that Spring says are not eligible for all that processes beans. */
	private static List<String> start(Class<?> application, CapturedOutput output, String property) {
		new SpringApplicationBuilder(application)
			.properties("server.port=0", "spring.main.banner-mode=off", "spring.datasource.url=" + SetUps.URL,
					"spring.datasource.generate-unique-name=false", property,
					"spring.autoconfigure.exclude=" + HibernateJpaAutoConfiguration.class.getName() + ','
							+ DataJpaRepositoriesAutoConfiguration.class.getName() + ','
							+ DataJdbcRepositoriesAutoConfiguration.class.getName())
			.run()
			.close();
		return output.getAll()
			.lines()
			.filter((line) -> line.contains(" WARN ") && line.contains("BeanPostProcessorChecker"))
			.map((line) -> line.substring(line.indexOf("Bean '"), line.indexOf("] is not eligible")))
			.map((line) -> line.replaceAll("@[0-9a-f]+|CGLIB\\$\\$[0-9a-f]+", ""))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class Template {

		@Bean
		String title(JdbcTemplate jdbc) {
			return jdbc.queryForObject("select 'Dune'", String.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	@EnableAsync
	@EnableCaching
	@EnableScheduling
	@EnableTransactionManagement
	@EnableMethodSecurity
	static class Proxied {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class OfFactory {

		@Bean
		FactoryBean<DataSource> books() {
			return new FactoryBean<>() {

				@Override
				public DataSource getObject() {
					return SetUps.h2();
				}

				@Override
				public Class<?> getObjectType() {
					return DataSource.class;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class LazySource {

		@Bean
		static BeanPostProcessor reading(@Lazy DataSource books) {
			return new Nothing(books);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class ProvidedLater {

		@Bean
		static BeanPostProcessor reading(ObjectProvider<DataSource> books, ObjectProvider<MeterRegistry> meters) {
			return new Nothing(books);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class OnStart {

		@Bean
		ApplicationRunner title(DataSource books) {
			return (arguments) -> new JdbcTemplate(books).queryForObject("select 'Dune'", String.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class TwoSources {

		@Bean
		DataSource books() {
			return SetUps.h2();
		}

		@Bean
		DataSource orders() {
			return SetUps.h2();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class Eager {

		@Bean
		static BeanPostProcessor reading(DataSource books) {
			return new Nothing(books);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class EagerTemplate {

		@Bean
		static BeanPostProcessor reading(JdbcTemplate books) {
			return new Nothing(books);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class EagerRegistry {

		@Bean
		static BeanPostProcessor measuring(MeterRegistry meters) {
			return new Nothing(meters);
		}

	}

	/** Whose method needs the configuration itself. */
	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class EagerDependency {

		@Bean
		BeanPostProcessor reading() {
			return new Nothing(this);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Plain.class, OfFactory.class })
	static class EagerFactory {

		@Bean
		static BeanPostProcessor reading(DataSource books) {
			return new Nothing(books);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Plain.class)
	static class EagerAndOrdered {

		@Bean
		static First reading(DataSource books) {
			return new First();
		}

	}

	private record Nothing(Object needed) implements BeanPostProcessor {

	}

	static final class First implements BeanPostProcessor, PriorityOrdered {

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

	}

}

package io.github.raspspring.autoconfigure.actuate;

import java.util.List;
import java.util.stream.Stream;

import io.github.raspspring.actuate.RaspEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The gap of an endpoint through which everybody may act.
 */
class OpenEndpointTests {

	private static final String WRITABLE = "management.endpoint.rasp.access=unrestricted";

	private static final String EXPOSED = "management.endpoints.web.exposure.include=*";

	private static final String OWN_PORT = "management.server.port=0";

	static Stream<Arguments> closed() {
		return Stream.of(arguments(Guarded.class, new String[] { WRITABLE, EXPOSED }),
				arguments(Guarded.class, new String[] { WRITABLE, EXPOSED, OWN_PORT }),
				arguments(Boots.class, new String[] { WRITABLE, EXPOSED }),
				arguments(PermitAll.class, new String[] { EXPOSED }),
				arguments(PermitAll.class,
						new String[] { WRITABLE, "management.endpoints.web.exposure.include=health" }),
				arguments(PermitAll.class,
						new String[] { WRITABLE, EXPOSED, "management.endpoints.access.max-permitted=read-only" }),
				arguments(ReadByAll.class, new String[] { WRITABLE, EXPOSED }),
				arguments(ByAddress.class, new String[] { WRITABLE, EXPOSED }));
	}

	static Stream<Arguments> open() {
		return Stream.of(arguments(PermitAll.class, new String[] { WRITABLE, EXPOSED }),
				arguments(PermitAll.class, new String[] { WRITABLE, EXPOSED, OWN_PORT }),
				arguments(PermitAll.class,
						new String[] { WRITABLE, EXPOSED, "management.endpoints.web.base-path=/manage" }),
				arguments(PermitAll.class,
						new String[] { WRITABLE, EXPOSED, "management.endpoints.web.path-mapping.rasp=shield" }),
				arguments(OtherPathsOnly.class, new String[] { WRITABLE, EXPOSED }),
				arguments(PermitEndpoints.class, new String[] { WRITABLE, EXPOSED }),
				arguments(PermitAll.class,
						new String[] { "management.endpoints.access.default=unrestricted", EXPOSED }),
				arguments(PermitAll.class, new String[] { WRITABLE, EXPOSED, "server.servlet.context-path=/shop" }));
	}

	@ParameterizedTest
	@MethodSource("closed")
	void gapsWhenSomebodyIsAskedThenNone(Class<?> application, String[] properties) {
		assertThat(gaps(application, properties)).noneMatch((gap) -> gap.startsWith("Everybody may"));
	}

	@ParameterizedTest
	@MethodSource("open")
	void gapsWhenNobodyIsAskedThenNamesTheProperty(Class<?> application, String[] properties) {
		assertThat(gaps(application, properties)).filteredOn((gap) -> gap.startsWith("Everybody may"))
			.singleElement()
			.asString()
			.contains("management.endpoint.rasp.access");
	}

	@Test
	void gapsWhenThereIsNoSecurityThenNamesTheProperty() {
		assertThat(gaps(PermitAll.class, WRITABLE, EXPOSED,
				"spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration"))
			.anyMatch((gap) -> gap.startsWith("Everybody may"));
	}

	@SuppressWarnings("unchecked")
	private static List<String> gaps(Class<?> application, String... properties) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.properties("server.port=0", "spring.main.banner-mode=off")
			.properties(properties)
			.run()) {
			return context.getBeanProvider(RaspEndpoint.class)
				.stream()
				.map((endpoint) -> (List<String>) endpoint.summary().get("gaps"))
				.flatMap(List::stream)
				.toList();
		}
	}

	/** What Boot does where the application says nothing. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Boots {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PermitAll {

		@Bean
		SecurityFilterChain all(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PermitEndpoints {

		@Bean
		SecurityFilterChain all(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.toAnyEndpoint())
					.permitAll()
					.anyRequest()
					.authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OtherPathsOnly {

		@Bean
		SecurityFilterChain api(HttpSecurity http) {
			return http.securityMatcher("/api/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ReadByAll {

		@Bean
		SecurityFilterChain reading(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers(org.springframework.http.HttpMethod.GET, "/actuator/**")
							.permitAll()
							.anyRequest()
							.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ByAddress {

		@Bean
		SecurityFilterChain local(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/**")
					.access(org.springframework.security.web.access.IpAddressAuthorizationManager
						.hasIpAddress("10.0.0.1"))
					.anyRequest()
					.authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Guarded {

		@Bean
		@Order(1)
		SecurityFilterChain operators(HttpSecurity http) {
			return http.securityMatcher("/actuator/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("OPERATOR"))
				.httpBasic(Customizer.withDefaults())
				.csrf(AbstractHttpConfigurer::disable)
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain others(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

}

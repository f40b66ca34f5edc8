package io.github.raspspring.comparison;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;

import org.h2.jdbcx.JdbcDataSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Applications that know nothing of the product.
 */
final class Applications {

	private Applications() {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Api.class)
	static class Open {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	/**
	 * Spring Security writes its headers at the end of the first dispatch, when the
	 * thread of the download may be writing already: some are lost then, whatever else
	 * the application does. So this one writes them first.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Api.class)
	static class Downloading {

		@Bean
		SecurityFilterChain headersFirst(HttpSecurity http) {
			return http.headers((headers) -> headers.withObjectPostProcessor(eager())).build();
		}

		private static ObjectPostProcessor<HeaderWriterFilter> eager() {
			return new ObjectPostProcessor<>() {

				@Override
				public <O extends HeaderWriterFilter> O postProcess(O filter) {
					filter.setShouldWriteHeadersEagerly(true);
					return filter;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	@Import(Open.class)
	static class Caching {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Open.class)
	static class FinalSource {

		@Bean
		JdbcDataSource dataSource() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setURL("jdbc:h2:mem:compared-final;DB_CLOSE_DELAY=-1");
			return dataSource;
		}

		@Bean
		String user(JdbcDataSource dataSource) {
			return dataSource.getURL();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Api.class)
	static class Login {

		@Bean
		SecurityFilterChain login(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Api.class)
	static class Resource {

	}

	@RestController
	static class Api {

		private final JdbcTemplate jdbc;

		private final RestClient restClient;

		private final RestTemplateBuilder restTemplate;

		Api(JdbcTemplate jdbc, RestClient.Builder restClient, RestTemplateBuilder restTemplate) {
			this.jdbc = jdbc;
			this.restClient = restClient.build();
			this.restTemplate = restTemplate;
		}

		@GetMapping("/json")
		Map<String, Object> json() {
			return Map.of("title", "Dune");
		}

		@PostMapping("/json")
		Map<String, Object> echo(@RequestBody Map<String, Object> body) {
			return body;
		}

		@RequestMapping("/form")
		String form(@RequestParam String title, @RequestParam(defaultValue = "1") int pages) {
			return title + pages;
		}

		@GetMapping("/failing")
		String failing() {
			throw new IllegalStateException("The application's own failure");
		}

		@PostMapping("/upload")
		long upload(@RequestParam MultipartFile file) {
			return file.getSize();
		}

		@GetMapping("/download")
		ResponseEntity<StreamingResponseBody> download() {
			return ResponseEntity.ok((out) -> out.write(new byte[100_000]));
		}

		@GetMapping("/asynchronous")
		Callable<String> asynchronous() {
			return () -> "done";
		}

		@GetMapping("/books")
		Integer books() {
			return this.jdbc.queryForObject("SELECT 1", Integer.class);
		}

		@GetMapping("/moved")
		ResponseEntity<Void> moved() {
			return ResponseEntity.status(HttpStatus.FOUND).location(uri("/json")).build();
		}

		@GetMapping("/outbound/{way}")
		String outbound(@PathVariable String way) {
			return switch (way) {
				case "rest-client" -> this.restClient.get().uri(uri("/json")).retrieve().body(String.class);
				case "rest-template" -> this.restTemplate.build().getForObject(uri("/json"), String.class);
				default -> this.restClient.get().uri(uri("/moved")).retrieve().body(String.class);
			};
		}

		private static URI uri(String path) {
			return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUri();
		}

	}

}

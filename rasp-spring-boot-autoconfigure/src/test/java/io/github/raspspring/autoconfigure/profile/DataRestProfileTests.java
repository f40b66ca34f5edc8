package io.github.raspspring.autoconfigure.profile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.rest.webmvc.config.RepositoryRestMvcConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients of Spring Data REST honestly send.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataRestProfileTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(ExportedArticles.class)
			.properties("server.port=0", "rasp.mode=block", "logging.level.root=error",
					"spring.datasource.url=jdbc:h2:mem:exported", "spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.open-in-view=false")
			.run();
		assertThat(send("POST", "/articles", "application/json", "{\"title\":\"a\",\"status\":\"draft\"}"))
			.isEqualTo(201);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "POST|/articles|application/json|{'title':'b','status':'published'}|201",
					"POST|/articles|application/hal+json|{'title':'b','_links':{'self':{'href':'x'}}}|201",
					"PUT|/articles/1|application/json|{'id':1,'title':'c','status':'published','_links':{}}|204",
					"PATCH|/articles/1|application/json|{'status':'draft'}|204",
					"PATCH|/articles/1|application/merge-patch+json|{'status':'published'}|204",
					"PATCH|/articles/1|application/json-patch+json|[{'op':'replace','path':'/status','value':'x'}]|204",
					"GET|/articles?page=0&size=5&sort=status,desc&sort=title||''|200",
					"GET|/articles/1?projection=short||''|200", "GET|/profile/articles||''|200",
					"GET|/articles?utm_source=x&status=draft||''|200" })
	void requestWhenItIsHonestThenPasses(String method, String path, String type, String body, int status) {
		assertThat(send(method, path, (type != null) ? type : "application/json", body.replace('\'', '"')))
			.isEqualTo(status);
	}

	private int send(String method, String path, String type, String body) {
		URI uri = URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path);
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Content-Type", type)
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = ProfiledShop.class)
	@EnableJpaRepositories(basePackageClasses = ProfiledShop.class, considerNestedRepositories = true)
	@Import(RepositoryRestMvcConfiguration.class)
	static class ExportedArticles {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}

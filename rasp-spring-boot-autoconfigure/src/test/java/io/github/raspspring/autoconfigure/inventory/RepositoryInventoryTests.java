package io.github.raspspring.autoconfigure.inventory;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;
import org.springframework.data.rest.webmvc.config.RepositoryRestMvcConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inventory of repositories that Spring Data REST exports.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoryInventoryTests {

	private ConfigurableApplicationContext application;

	private InventoryClient films;

	@BeforeAll
	void call() {
		this.application = new SpringApplicationBuilder(FilmApplication.class)
			.properties("server.port=0", "management.endpoints.web.exposure.include=rasp", "logging.level.root=error",
					"spring.datasource.url=jdbc:h2:mem:films", "spring.jpa.hibernate.ddl-auto=create",
					"rasp.mode=block")
			.run();
		this.films = new InventoryClient(this.application);
		assertThat(this.films.send("POST", "/films", "{\"title\":\"Dune\"}").statusCode()).isEqualTo(201);
		assertThat(this.films.get("/films/1")).isEqualTo(200);
		assertThat(this.films.get("/films/1/studio")).isEqualTo(404);
		assertThat(this.films.get("/films/search/byTitle?title=Dune")).isEqualTo(200);
		assertThat(this.films.get("/companies")).isEqualTo(200);
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.films.endpoint("/companies").path("tables").toString()).contains("studio"));
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/films|collection of Film|film", "/films/{id}|item of Film|film,studio",
					"/films/{id}/studio|studio of Film|film,studio", "/films/search/byTitle|findByTitle of Film|film",
					"/companies|collection of Studio|studio", "/companies/{id}|item of Studio|",
					"/films/search|queries of Film|", "/profile/films|profile of Film|" })
	void inventoryWhenRepositoriesAreExportedThenListsEachAndTheTablesItReaches(String pattern, String handler,
			String tables) {
		JsonNode endpoint = this.films.endpoint(pattern);
		assertThat(endpoint.path("kind").asString()).isEqualTo("REPOSITORY");
		assertThat(endpoint.path("handler").asString()).isEqualTo(handler);
		List<String> reached = endpoint.path("tables").values().stream().map(JsonNode::asString).toList();
		assertThat(reached).containsExactly((tables != null) ? tables.split(",") : new String[0]);
	}

	@Test
	void inventoryWhenCollectionIsCalledThenTellsItsMethodsTrafficAndParameters() {
		assertThat(this.films.endpoint("/films").path("methods").toString()).contains("GET", "POST");
		assertThat(this.films.endpoint("/films").path("traffic").path("requests").asInt()).isEqualTo(1);
		assertThat(this.films.endpoint("/films/search/byTitle").path("parameters").get(0).path("name").asString())
			.isEqualTo("title");
	}

	@Test
	void openApiWhenRepositoriesAreExportedThenIsValid() {
		JsonNode document = this.films.inventory("/openapi");
		assertThat(OpenApiSchema.violations(document)).isEmpty();
		assertThat(document.path("paths").path("/films/{id}").has("patch")).isTrue();
	}

	@Entity(name = "RestFilm")
	@Table(name = "film")
	static class Film {

		@Id
		@GeneratedValue
		private Long id;

		private String title;

		@ManyToOne
		private Studio studio;

		public String getTitle() {
			return this.title;
		}

		public void setTitle(String title) {
			this.title = title;
		}

		public Studio getStudio() {
			return this.studio;
		}

		public void setStudio(Studio studio) {
			this.studio = studio;
		}

	}

	@Entity(name = "RestStudio")
	@Table(name = "studio")
	static class Studio {

		@Id
		@GeneratedValue
		private Long id;

		private String name;

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

	}

	@RepositoryRestResource(path = "films")
	public interface FilmRepository extends CrudRepository<Film, Long> {

		@org.springframework.data.rest.core.annotation.RestResource(path = "byTitle")
		List<Film> findByTitle(@Param("title") String title);

	}

	@RepositoryRestResource(path = "companies")
	public interface StudioRepository extends CrudRepository<Studio, Long> {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = RepositoryInventoryTests.class)
	@EnableJpaRepositories(considerNestedRepositories = true,
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*LibraryInventory.*"))
	@Import(RepositoryRestMvcConfiguration.class)
	static class FilmApplication {

		@Bean
		SecurityFilterChain openToAll(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

}

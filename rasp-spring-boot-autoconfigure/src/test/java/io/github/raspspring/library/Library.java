package io.github.raspspring.library;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import io.github.raspspring.event.EventHistory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A running library, and a client of it.
 */
final class Library implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext application;

	Library(String database, String mode, String... properties) {
		this.application = new SpringApplicationBuilder(LibraryApplication.class)
			.properties("server.port=0", "rasp.events.fold-window=0s", "library.database=" + database,
					"rasp.mode=" + mode, "rasp.inspection.enabled=false", "spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.properties.hibernate.jdbc.batch_size=20", "spring.main.banner-mode=off",
					"logging.level.root=warn", "logging.level.rasp.audit=off")
			.properties(properties)
			.run();
		jdbc().execute("create table visits (id int)");
		jdbc().execute("create table secrets (content varchar(100))");
		jdbc().execute("insert into secrets values ('the vault code is 7319')");
		fill();
	}

	void fill() {
		jdbc().execute("delete from titles");
		jdbc().execute("delete from visits");
		jdbc().execute("insert into titles (id, name, author, genre, published, price) values "
				+ "(1, 'Dune', 'Frank Herbert', 'novel', 1965, 9.50), (2, 'Emma', 'Jane Austen', 'novel', 1815, 7), "
				+ "(3, 'Java', 'O''Reilly', 'manual', 2001, 40), (4, 'SQL or Not', 'Ann Union', 'manual', 2010, 30)");
	}

	JdbcTemplate jdbc() {
		return this.application.getBean(JdbcTemplate.class);
	}

	EventHistory events() {
		return this.application.getBean(EventHistory.class);
	}

	int titles() {
		return jdbc().queryForList("select id from titles").size();
	}

	int visits() {
		return jdbc().queryForList("select id from visits").size();
	}

	HttpResponse<String> weak(String way, String q) {
		return get("/weak/" + way + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
	}

	HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	HttpResponse<String> post(String path, String json) {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new AssertionError("The library gave no answer", ex);
		}
	}

	private URI uri(String path) {
		return URI
			.create("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + path);
	}

	@Override
	public void close() {
		this.application.close();
	}

}

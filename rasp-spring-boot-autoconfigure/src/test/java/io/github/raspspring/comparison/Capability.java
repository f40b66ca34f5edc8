package io.github.raspspring.comparison;

import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.github.raspspring.comparison.Applications.Caching;
import io.github.raspspring.comparison.Applications.Downloading;
import io.github.raspspring.comparison.Applications.FinalSource;
import io.github.raspspring.comparison.Applications.Login;
import io.github.raspspring.comparison.Applications.Open;
import io.github.raspspring.comparison.Applications.Resource;
import org.h2.jdbcx.JdbcDataSource;

import org.springframework.cache.CacheManager;

/**
 * Something that an application can do, the application that does it, and what is seen of
 * it from the outside.
 */
enum Capability {

	JSON(Open.class, (seen) -> {
		seen.post("/json", "application/json", "{\"title\":\"Dune\",\"pages\":612}");
		seen.post("/json", "application/json", "{\"title\":");
		seen.post("/json", "text/plain", "Dune");
		seen.get("/json");
	}),

	FORMS(Open.class, (seen) -> {
		seen.post("/form", "application/x-www-form-urlencoded", "title=It%27s+a+book&pages=12");
		seen.get("/form?title=Select+a+book+from+the+list");
	}),

	STATIC_RESOURCES(Open.class, (seen) -> {
		seen.get("/compared.txt");
		seen.get("/compared.txt", "Range", "bytes=2-5");
		seen.get("/nothing.txt");
	}),

	ERROR_PAGES(Open.class, (seen) -> {
		seen.get("/none", "Accept", "text/html");
		seen.get("/none", "Accept", "application/json");
		seen.get("/failing", "Accept", "text/html");
		seen.get("/failing", "Accept", "application/json");
	}),

	UPLOADS(Open.class, (seen) -> {
		seen.upload("/upload", 200_000);
		seen.upload("/upload", 3_000_000);
	}, "spring.servlet.multipart.max-file-size=1MB"),

	DOWNLOADS(Downloading.class, (seen) -> {
		seen.get("/download");
		seen.get("/asynchronous");
	}),

	CACHE(Caching.class, (seen) -> seen.note("cache", seen.bean(CacheManager.class).getClass().getName())),

	POOL(Open.class, (seen) -> {
		seen.get("/books");
		seen.note("pool", seen.bean(DataSource.class).getClass().getSuperclass() != null);
		seen.meter("jdbc.connections.active");
		seen.meter("jdbc.connections.idle");
		seen.meter("jdbc.connections.max");
	}),

	FINAL_DATA_SOURCE(FinalSource.class, (seen) -> {
		seen.get("/books");
		seen.note("class", seen.bean(JdbcDataSource.class).getURL());
	}),

	LOGIN(Login.class, (seen) -> {
		seen.get("/json", "Accept", "text/html");
		seen.get("/json", "Accept", "application/json");
		seen.get("/json", "Authorization", "Basic dXNlcjpwYXNzd29yZA==");
		seen.get("/json", "Authorization", "Basic dXNlcjp3cm9uZw==");
		seen.post("/json", "application/json", "{}");
		seen.get("/login");
	}),

	RESOURCE_SERVER(Resource.class, (seen) -> {
		seen.get("/json");
		seen.get("/nothing.txt");
	}, "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys"),

	ACTUATOR(Open.class, (seen) -> {
		seen.get("/actuator/health");
		seen.get("/actuator/health/liveness");
		seen.get("/actuator/info");
		seen.get("/actuator/metrics/jvm.threads.live", (body) -> "");
		seen.get("/actuator/nothing");
	}, "management.endpoint.health.probes.enabled=true"),

	OUTBOUND(Open.class, (seen) -> {
		seen.get("/outbound/rest-client");
		seen.get("/outbound/rest-template");
		seen.get("/outbound/redirected");
	});

	private final Class<?> application;

	private final Consumer<Observation> look;

	private final List<String> properties;

	Capability(Class<?> application, Consumer<Observation> look, String... properties) {
		this.application = application;
		this.look = look;
		this.properties = List.of(properties);
	}

	Class<?> application() {
		return this.application;
	}

	List<String> properties() {
		return this.properties;
	}

	void look(Observation observation) {
		this.look.accept(observation);
	}

}

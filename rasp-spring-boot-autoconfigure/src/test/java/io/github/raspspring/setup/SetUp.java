package io.github.raspspring.setup;

import java.util.List;

/**
 * A way to set up an application that the product knows nothing of.
 */
enum SetUp {

	PLAIN(SetUps.Open.class),

	WITHOUT_SECURITY(SetUps.Unsecured.class, "spring.autoconfigure.exclude=" + SetUps.SECURITY),

	OWN_DECODER(SetUps.OwnDecoder.class),

	VIRTUAL_THREADS(SetUps.Open.class, "spring.threads.virtual.enabled=true"),

	MANAGEMENT_PORT(SetUps.Open.class, "management.server.port=0"),

	CONTEXT_PATH(SetUps.Open.class, "server.servlet.context-path=/shop"),

	SERVLET_PATH(SetUps.Open.class, "spring.mvc.servlet.path=/api"),

	LAZY(SetUps.Open.class, "spring.main.lazy-initialization=true"),

	LAZY_WITH_FINAL_SOURCE(SetUps.FinalSource.class, "spring.main.lazy-initialization=true"),

	FINAL_SOURCE(SetUps.FinalSource.class),

	POOL_OF_THE_DATABASE(SetUps.H2Pool.class),

	OWN_POOL(SetUps.OwnPool.class),

	OWN_POOL_THAT_IS_LAZY(SetUps.OwnPool.class, "spring.main.lazy-initialization=true"),

	XA(SetUps.Xa.class),

	TWO_SOURCES(SetUps.Two.class),

	ROUTING(SetUps.Routing.class),

	LATE_CONNECTIONS(SetUps.Late.class),

	UNNAMED_POOL(SetUps.Open.class, "spring.datasource.hikari.maximum-pool-size=1"),

	TWO_PROXIES(SetUps.Open.class, "rasp.client.trusted-proxies=127.0.0.1,10.0.0.2"),

	FORWARDED_BY_TOMCAT(SetUps.Open.class, "server.forward-headers-strategy=native");

	private final Class<?> application;

	private final List<String> properties;

	SetUp(Class<?> application, String... properties) {
		this.application = application;
		this.properties = List.of(properties);
	}

	Class<?> application() {
		return this.application;
	}

	List<String> properties() {
		return this.properties;
	}

	String path() {
		return switch (this) {
			case CONTEXT_PATH -> "/shop";
			case SERVLET_PATH -> "/api";
			default -> "";
		};
	}

}

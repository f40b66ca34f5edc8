package io.github.raspspring.carrier.jvm;

import java.util.List;

/**
 * Tells tasks and threads of libraries, which serve more than the request that happens to
 * start them, from those of the application.
 */
final class LibraryTypes {

	private static final List<String> PACKAGES = List.of("io.github.raspspring.engine.", "java.", "jdk.", "sun.",
			"com.sun.", "org.springframework.", "org.apache.", "org.eclipse.", "io.netty.", "reactor.", "com.zaxxer.",
			"org.h2.", "org.postgresql.", "com.mysql.", "io.lettuce.", "io.micrometer.", "ch.qos.", "org.quartz.",
			"com.github.benmanes.", "okhttp3.", "com.mongodb.", "org.neo4j.", "io.opentelemetry.", "io.grpc.",
			"com.rabbitmq.", "com.hazelcast.", "org.infinispan.", "redis.clients.", "com.datastax.", "software.amazon.",
			"com.google.", "com.azure.");

	/** What these hand over is a task of somebody else. */
	private static final List<String> WRAPPERS = List.of("org.springframework.security.concurrent.",
			"org.springframework.core.task.", "org.springframework.scheduling.", "org.springframework.aop.interceptor.",
			"io.micrometer.context.", "io.micrometer.core.instrument.", "io.opentelemetry.context.",
			"com.google.common.util.concurrent.");

	private LibraryTypes() {
	}

	/**
	 * Return whether a class is one of a library.
	 */
	static boolean own(Class<?> type) {
		return begins(type, PACKAGES);
	}

	/**
	 * Return whether a task is one of the application, if only within that of a library.
	 */
	static boolean isOfApplication(Class<?> task) {
		return !own(task) || begins(task, WRAPPERS);
	}

	private static boolean begins(Class<?> type, List<String> packages) {
		return packages.stream().anyMatch(type.getName()::startsWith);
	}

}

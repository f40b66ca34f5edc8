package io.github.raspspring.autoconfigure.web;

import java.io.IOException;
import java.util.function.Function;

import org.apache.coyote.BadRequestException;

import org.springframework.util.ClassUtils;

/**
 * Makes the exceptions by which a refusal passes through the container, which closes the
 * connection where the answer is on its way. Any exception does, but Tomcat logs all
 * others as failures of the application.
 */
final class RefusalOfContainer {

	private RefusalOfContainer() {
	}

	static Function<String, IOException> of(ClassLoader classLoader) {
		boolean tomcat = ClassUtils.isPresent("org.apache.coyote.BadRequestException", classLoader);
		return tomcat ? Tomcat::refusal : IOException::new;
	}

	/** Loaded where there is a Tomcat only. */
	private static final class Tomcat {

		static IOException refusal(String message) {
			return new BadRequestException(message);
		}

	}

}

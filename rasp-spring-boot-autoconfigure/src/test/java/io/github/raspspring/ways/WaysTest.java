package io.github.raspspring.ways;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * A test against the application that refuses, on a real server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WaysTest {

	private WaysServer server;

	@BeforeAll
	final void start() {
		this.server = new WaysServer("block");
	}

	@AfterAll
	final void stop() {
		this.server.close();
	}

	final WaysServer server() {
		return this.server;
	}

}

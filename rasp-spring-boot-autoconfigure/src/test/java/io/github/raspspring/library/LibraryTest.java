package io.github.raspspring.library;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Tests of a library in mode block on one database, which is filled anew for each.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LibraryTest {

	private final String database;

	private Library guarded;

	LibraryTest(String database) {
		this.database = database;
	}

	@BeforeAll
	void start() {
		this.guarded = new Library(this.database, "block");
	}

	@AfterAll
	void stop() {
		this.guarded.close();
	}

	@BeforeEach
	void fill() {
		this.guarded.fill();
	}

	String database() {
		return this.database;
	}

	Library guarded() {
		return this.guarded;
	}

}

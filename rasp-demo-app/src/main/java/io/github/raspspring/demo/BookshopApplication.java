package io.github.raspspring.demo;

import io.github.raspspring.demo.security.SigningKeyInitializer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the bookshop.
 */
@SpringBootApplication
public class BookshopApplication {

	public static void main(String[] args) {
		application().run(args);
	}

	static SpringApplication application() {
		SpringApplication application = new SpringApplication(BookshopApplication.class);
		application.addInitializers(new SigningKeyInitializer());
		return application;
	}

}

package io.github.raspspring.demo;

import io.github.raspspring.demo.security.SigningKeyInitializer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/**
 * Starts the bookshop, or, with the profile {@code gateway}, what stands in front of a
 * service that does not protect itself.
 */
@SpringBootApplication(scanBasePackageClasses = SigningKeyInitializer.class)
@Import(ShopConfiguration.class)
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

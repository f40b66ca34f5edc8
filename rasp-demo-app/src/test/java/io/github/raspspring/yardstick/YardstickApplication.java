package io.github.raspspring.yardstick;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application that is measured. It knows nothing of the product, which is on its
 * class path or not.
 */
@SpringBootApplication
public class YardstickApplication {

	/**
	 * Start the application.
	 * @param arguments properties
	 */
	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(YardstickApplication.class);
		application.setDefaultProperties(Map.of("server.address", "127.0.0.1", "logging.level.root", "warn",
				"spring.main.banner-mode", "off", "spring.datasource.url", "jdbc:h2:mem:yardstick;DB_CLOSE_DELAY=-1"));
		application.run(arguments);
	}

}

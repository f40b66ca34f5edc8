package io.github.raspspring.pressure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Runs in a JVM of its own. Its handlers keep little of what they are sent, so that what
 * fills the heap is the product's. Says the port it listens on and each thread that dies.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SmallHeapApplication.Handlers.class)
class SmallHeapApplication {

	static final String PORT = "listens on ";

	static final String DEAD = "died: ";

	public static void main(String[] arguments) {
		Thread.setDefaultUncaughtExceptionHandler(
				(thread, failure) -> System.out.println(DEAD + thread.getName() + ' ' + failure));
		ConfigurableApplicationContext context = SpringApplication.run(SmallHeapApplication.class, arguments);
		int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
		System.out.println(PORT + port);
	}

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@RestController
	static class Handlers {

		@GetMapping("/ping")
		String ping() {
			return "pong";
		}

		@PostMapping("/bound")
		String bound(@RequestBody Review review) {
			return "author " + review.getAuthor();
		}

		@PostMapping("/raw")
		String raw(InputStream body) throws IOException {
			return "bytes " + body.transferTo(OutputStream.nullOutputStream());
		}

		@PostMapping("/form")
		String form(@RequestParam MultiValueMap<String, String> fields) {
			return "fields " + fields.size();
		}

		@PostMapping("/parts")
		String parts(MultipartHttpServletRequest request) {
			return "parts " + (request.getParameterMap().size() + request.getMultiFileMap().size());
		}

	}

	/**
	 * A bean: a record would keep in memory what it does not know.
	 */
	static final class Review {

		private String author = "";

		private String text = "";

		public String getAuthor() {
			return this.author;
		}

		public void setAuthor(String author) {
			this.author = author;
		}

		public String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

}

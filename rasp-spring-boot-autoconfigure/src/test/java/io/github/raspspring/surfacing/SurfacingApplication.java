package io.github.raspspring.surfacing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.view.RedirectView;

/**
 * An application that runs one weak query and does all it can to hide that it failed.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@Import({ SurfacingApplication.Handlers.class, SurfacingApplication.Views.class, SurfacingApplication.Work.class,
		SurfacingApplication.CatchAll.class })
class SurfacingApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	record Note(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object content) {

	}

	@Bean
	JsonMapperBuilderCustomizer careless() {
		return (builder) -> builder
			.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build());
	}

	static class Work {

		private final JdbcTemplate jdbc;

		Work(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		public int run(String q) {
			return this.jdbc.queryForList("select 1 from (values (1)) where '" + q + "' = 'x'").size();
		}

		@Transactional
		public int runInTransaction(String q) {
			return run(q);
		}

		@Transactional(rollbackFor = Exception.class)
		public int runWrapped(String q) throws Exception {
			try {
				return run(q);
			}
			catch (RuntimeException ex) {
				throw new Exception("wrapped", new IllegalStateException("twice", ex));
			}
		}

		@Async
		public CompletableFuture<Integer> runElsewhere(String q) {
			return CompletableFuture.completedFuture(run(q));
		}

	}

	@RestController
	static class Handlers {

		private final Work work;

		private final JsonMapper json;

		Handlers(Work work, JsonMapper json) {
			this.work = work;
			this.json = json;
		}

		@GetMapping("/plain")
		String plain(@RequestParam String q) {
			return "rows " + this.work.run(q);
		}

		@GetMapping("/transaction")
		String transaction(@RequestParam String q) {
			return "rows " + this.work.runInTransaction(q);
		}

		@GetMapping("/wrapped")
		String wrapped(@RequestParam String q) throws Exception {
			return "rows " + this.work.runWrapped(q);
		}

		@GetMapping("/swallowed")
		String swallowed(@RequestParam String q) {
			try {
				return plain(q);
			}
			catch (RuntimeException ex) {
				return "no rows";
			}
		}

		@GetMapping("/swallowed-status")
		ResponseEntity<String> swallowedWithStatus(@RequestParam String q) {
			try {
				return ResponseEntity.ok(plain(q));
			}
			catch (RuntimeException ex) {
				return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body("sorry");
			}
		}

		@GetMapping("/replaced")
		String replaced(@RequestParam String q) {
			try {
				return plain(q);
			}
			catch (RuntimeException ex) {
				throw new UnsupportedOperationException("no cause");
			}
		}

		@GetMapping("/callable")
		Callable<String> callable(@RequestParam String q) {
			return () -> plain(q);
		}

		@GetMapping("/future")
		CompletableFuture<String> future(@RequestParam String q) {
			return this.work.runElsewhere(q).thenApply((rows) -> "rows " + rows);
		}

		@GetMapping("/joined")
		String joined(@RequestParam String q) {
			return "rows " + this.work.runElsewhere(q).join();
		}

		@GetMapping("/written")
		void written(@RequestParam String q, HttpServletResponse response) throws IOException {
			response.getWriter().print("a start ");
			response.getWriter().print(plain(q));
		}

		@GetMapping("/committed")
		void committed(@RequestParam String q, HttpServletResponse response) throws IOException {
			response.getWriter().print("a start ");
			response.flushBuffer();
			response.getWriter().print(plain(q));
		}

		@GetMapping("/committed-swallowed")
		void committedAndSwallowed(@RequestParam String q, HttpServletResponse response) throws IOException {
			response.getWriter().print("a start ");
			response.flushBuffer();
			response.getWriter().print(swallowed(q));
		}

		@GetMapping("/stream")
		StreamingResponseBody stream(@RequestParam String q) {
			return (output) -> output.write(plain(q).getBytes());
		}

		@GetMapping("/redirect")
		void redirect(@RequestParam String q, HttpServletResponse response) throws IOException {
			response.sendRedirect(q);
		}

		@GetMapping("/redirect-entity")
		ResponseEntity<Void> redirectEntity(@RequestParam String q) {
			return ResponseEntity.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, q).build();
		}

		@GetMapping("/header")
		String header(@RequestParam String q, HttpServletResponse response) {
			response.setHeader("Content-Disposition", "attachment; filename=" + q);
			return "download";
		}

		@GetMapping("/typed-json")
		String typedJson(@RequestParam String q) {
			return "read " + this.json.readValue(q, Note.class).content();
		}

		@GetMapping("/default-typing")
		String defaultTyping(@RequestParam String q) {
			JsonMapper typed = this.json.rebuild()
				.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
						DefaultTyping.JAVA_LANG_OBJECT)
				.build();
			return "read " + typed.readValue(q, Object.class);
		}

		@GetMapping("/object")
		String object(@RequestParam String q) throws Exception {
			byte[] bytes = Base64.getUrlDecoder().decode(q);
			try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
				return "read " + input.readObject();
			}
		}

	}

	@Controller
	static class Views {

		@GetMapping("/redirect-view")
		RedirectView view(@RequestParam String q) {
			return new RedirectView(q);
		}

		@GetMapping("/redirect-name")
		String name(@RequestParam String q) {
			return "redirect:" + q;
		}

	}

	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Throwable.class)
		ResponseEntity<String> handle(Throwable ex) {
			return ResponseEntity.ok("nothing happened");
		}

	}

}

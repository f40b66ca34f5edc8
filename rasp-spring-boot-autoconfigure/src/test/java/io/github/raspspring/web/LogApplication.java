package io.github.raspspring.web;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An application that logs whatever goes wrong in it, wherever it can catch it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ LogApplication.Attempts.class, LogApplication.Handlers.class, LogApplication.OwnHandler.class,
		LogApplication.CatchAll.class, LogServlets.class })
class LogApplication {

	static final Logger LOGGER = LoggerFactory.getLogger("shop");

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	FirstResolver first() {
		return new FirstResolver();
	}

	@Bean
	RouterFunction<ServerResponse> functions(Attempts attempts) {
		return RouterFunctions.route().GET("/function", (request) -> {
			throw attempts.blocked();
		})
			.POST("/function", (request) -> ServerResponse.ok().body(request.body(String.class)))
			.GET("/function-failing", (request) -> {
				throw new IllegalStateException("The application's own failure");
			})
			.GET("/function-query", (request) -> ServerResponse.ok().body(request.param("q").orElseThrow()))
			.onError(Exception.class, (failure, request) -> {
				LOGGER.error("A function failed", failure);
				return ServerResponse.status(500).build();
			})
			.build();
	}

	/** Of the highest order there is, and declared before all others. */
	static final class FirstResolver implements HandlerExceptionResolver, Ordered {

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

		@Override
		public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
				Exception ex) {
			LOGGER.error("A request failed", ex);
			return null;
		}

	}

	/** Of doing what is refused where it would be done. */
	static class Attempts {

		private static final Rule RULE = new Rule("seen", "CWE-0", "It was seen.", "Do not send it.");

		private final InspectionScope scope;

		private final FindingReporter reporter;

		Attempts(InspectionScope scope, FindingReporter reporter) {
			this.scope = scope;
			this.reporter = reporter;
		}

		SinkBlockedException blocked() {
			return new SinkBlockedException(this.reporter.report(this.scope.current(),
					Finding.of("test-sink", Category.INJECTION, RULE).confidence(Confidence.CERTAIN).build()));
		}

	}

	@RestController
	static class Handlers {

		private final Attempts attempts;

		Handlers(Attempts attempts) {
			this.attempts = attempts;
		}

		@RequestMapping("/query")
		String query(@RequestParam String q) {
			return q;
		}

		@PostMapping("/json")
		String json(@RequestBody Request request) {
			return request.q();
		}

		@PostMapping("/text")
		String text(@RequestBody String text) {
			return text;
		}

		@PostMapping("/upload")
		String upload(@RequestParam MultipartFile file, @RequestParam String q) {
			return q + file.getSize();
		}

		@PostMapping("/raw")
		String raw(HttpServletRequest request) throws IOException {
			return request.getReader().readLine();
		}

		@GetMapping("/sink")
		String sink() {
			throw this.attempts.blocked();
		}

		@GetMapping("/wrapped")
		String wrapped() {
			throw new IllegalStateException("Could not load the order", this.attempts.blocked());
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> {
				throw this.attempts.blocked();
			};
		}

		@GetMapping("/future")
		CompletableFuture<String> future() {
			return CompletableFuture.failedFuture(this.attempts.blocked());
		}

		@GetMapping("/caught")
		String caught() {
			try {
				throw this.attempts.blocked();
			}
			catch (Exception ex) {
				LOGGER.error("Could not load the order", ex);
				return "none";
			}
		}

		@PostMapping("/caught")
		String caught(HttpServletRequest request) {
			try {
				return request.getReader().readLine();
			}
			catch (Exception ex) {
				LOGGER.error("Could not read the order", ex);
				return "none";
			}
		}

		@GetMapping("/committed")
		void committed(HttpServletResponse response) throws IOException {
			response.getOutputStream().write(1);
			response.flushBuffer();
			throw this.attempts.blocked();
		}

		@GetMapping("/failing")
		String failing() {
			throw new IllegalStateException("The application's own failure");
		}

		@GetMapping("/failing-later")
		Callable<String> failingLater() {
			return () -> {
				throw new IOException("The application's own failure");
			};
		}

	}

	@RestController
	static class OwnHandler {

		@GetMapping("/own")
		String own(@RequestParam int number, @RequestParam String q) {
			return q + 10 / number;
		}

		@ExceptionHandler(Throwable.class)
		@ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
		String failed(Throwable failure) {
			LOGGER.error("A number failed", failure);
			return "own";
		}

	}

	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		@ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
		String failed(Exception failure) {
			LOGGER.error("Something failed", failure);
			return "handled";
		}

	}

	record Request(String q) {

	}

}

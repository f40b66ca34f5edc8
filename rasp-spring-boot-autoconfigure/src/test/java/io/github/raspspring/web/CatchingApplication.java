package io.github.raspspring.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Asks a database in a way that may be refused, or fails by itself, and treats what is
 * thrown in the ways that applications do.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@EnableTransactionManagement
@Import({ CatchingApplication.Orders.class, CatchingApplication.Pages.class, CatchingApplication.Advice.class,
		CatchingApplication.LastResolver.class })
class CatchingApplication {

	static final Logger LOGGER = LoggerFactory.getLogger("orders");

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> functions(Orders orders) {
		return RouterFunctions.route()
			.GET("/function", (request) -> ServerResponse.ok().body(orders.find(request.param("q").orElseThrow())))
			.onError((failure) -> failure instanceof ErrorResponse, (failure, request) -> {
				ErrorResponse response = (ErrorResponse) failure;
				return ServerResponse.status(response.getStatusCode()).body(response.getBody());
			})
			.onError(Exception.class, (failure, request) -> failed(failure, ServerResponse.status(500).build()))
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> filteredFunctions(Orders orders) {
		return RouterFunctions.route()
			.GET("/filtered-function",
					(request) -> ServerResponse.ok().body(orders.find(request.param("q").orElseThrow())))
			.filter((request, next) -> {
				try {
					return next.handle(request);
				}
				catch (Exception ex) {
					if (ex instanceof ErrorResponse response) {
						return ServerResponse.status(response.getStatusCode()).build();
					}
					return failed(ex, ServerResponse.status(500).build());
				}
			})
			.build();
	}

	static <T> T failed(Throwable failure, T answer) {
		LOGGER.error("An order failed", failure);
		return answer;
	}

	static class Orders {

		private final JdbcTemplate jdbc;

		private final AtomicInteger attempts = new AtomicInteger();

		Orders(DataSource dataSource) {
			this.jdbc = new JdbcTemplate(dataSource);
			this.jdbc.execute("create table if not exists orders (id int, title varchar(100))");
			this.jdbc.execute("insert into orders values (1, 'Dune')");
		}

		/** Fails by itself for {@code broken}. */
		String find(String q) {
			this.attempts.incrementAndGet();
			if ("broken".equals(q)) {
				throw new IllegalStateException("The database is gone");
			}
			return "found " + this.jdbc.queryForList("select id from orders where title = '" + q + "'", Integer.class);
		}

		@Transactional
		public String note(String q) {
			this.jdbc.execute("insert into orders values (2, 'noted')");
			return find(q);
		}

		@Async
		public void later(String q) {
			find(q);
		}

		@Async
		public CompletableFuture<String> soon(String q) {
			return CompletableFuture.completedFuture(find(q));
		}

		List<Integer> noted() {
			return this.jdbc.queryForList("select id from orders where title = 'noted'", Integer.class);
		}

		int attempts() {
			return this.attempts.getAndSet(0);
		}

	}

	@RestController
	static class Pages {

		private final Orders orders;

		private final AsyncTaskExecutor executor;

		Pages(Orders orders, AsyncTaskExecutor executor) {
			this.orders = orders;
			this.executor = executor;
		}

		@GetMapping("/direct")
		String direct(@RequestParam String q) {
			return this.orders.find(q);
		}

		@GetMapping("/wrapped")
		String wrapped(@RequestParam String q) {
			return wrapping(() -> this.orders.find(q));
		}

		@GetMapping("/wrapped-thrice")
		String wrappedThrice(@RequestParam String q) {
			return wrapping(() -> wrapping(() -> wrapping(() -> this.orders.find(q))));
		}

		@GetMapping("/replaced")
		String replaced(@RequestParam String q) {
			try {
				return this.orders.find(q);
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("Could not load the order: " + ex.getMessage());
			}
		}

		@GetMapping("/error-response")
		ResponseEntity<?> errorResponse(@RequestParam String q) {
			try {
				return ResponseEntity.ok(this.orders.find(q));
			}
			catch (Exception ex) {
				if (ex instanceof ErrorResponse response) {
					return ResponseEntity.status(response.getStatusCode()).body(response.getBody());
				}
				return failed(ex, ResponseEntity.internalServerError().build());
			}
		}

		@GetMapping("/annotated")
		String annotated(@RequestParam String q) {
			try {
				return this.orders.find(q);
			}
			catch (RuntimeException ex) {
				ResponseStatus status = AnnotationUtils.findAnnotation(ex.getClass(), ResponseStatus.class);
				if (status != null && status.code().is4xxClientError()) {
					throw ex;
				}
				return failed(ex, "none");
			}
		}

		@GetMapping("/transaction")
		String transaction(@RequestParam String q) {
			return this.orders.note(q);
		}

		@GetMapping("/retried")
		String retried(@RequestParam String q) {
			RuntimeException last = new IllegalStateException();
			for (int i = 0; i < 3; i++) {
				try {
					return this.orders.find(q);
				}
				catch (RuntimeException ex) {
					last = ex;
				}
			}
			throw last;
		}

		@GetMapping("/callable")
		Callable<String> callable(@RequestParam String q) {
			return () -> this.orders.find(q);
		}

		@GetMapping("/task")
		WebAsyncTask<String> task(@RequestParam String q) {
			return new WebAsyncTask<>(() -> wrapping(() -> this.orders.find(q)));
		}

		@GetMapping("/deferred")
		DeferredResult<String> deferred(@RequestParam String q) {
			DeferredResult<String> result = new DeferredResult<>();
			this.executor.execute(() -> {
				try {
					result.setResult(this.orders.find(q));
				}
				catch (RuntimeException ex) {
					result.setErrorResult(ex);
				}
			});
			return result;
		}

		@GetMapping("/future")
		CompletableFuture<String> future(@RequestParam String q) {
			return CompletableFuture.supplyAsync(() -> this.orders.find(q), this.executor);
		}

		@GetMapping("/soon")
		CompletableFuture<String> soon(@RequestParam String q) {
			return this.orders.soon(q).thenApply(String::trim);
		}

		@GetMapping("/joined")
		String joined(@RequestParam String q) {
			return CompletableFuture.supplyAsync(() -> this.orders.find(q), this.executor).join();
		}

		@GetMapping("/got")
		String got(@RequestParam String q) throws Exception {
			return this.executor.submit(() -> this.orders.find(q)).get();
		}

		@GetMapping("/unpacked")
		String unpacked(@RequestParam String q) throws InterruptedException {
			try {
				return this.orders.soon(q).get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("Could not load the order", ex.getCause());
			}
		}

		@RequestMapping("/caught")
		String caught(@RequestParam String q) {
			try {
				return this.orders.find(q);
			}
			catch (Exception ex) {
				return failed(ex, "none");
			}
		}

		@GetMapping("/later")
		String later(@RequestParam String q) {
			this.orders.later(q);
			return "accepted";
		}

		private static String wrapping(Supplier<String> call) {
			try {
				return call.get();
			}
			catch (RuntimeException ex) {
				throw new IllegalStateException("Could not load the order", ex);
			}
		}

	}

	/** As the reference of Spring recommends it, with a handler for the rest. */
	@RestControllerAdvice
	static class Advice extends ResponseEntityExceptionHandler {

		@ExceptionHandler(Exception.class)
		ResponseEntity<ProblemDetail> rest(Exception ex) {
			return failed(ex, ResponseEntity.of(ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR)).build());
		}

	}

	static class LastResolver implements HandlerExceptionResolver {

		@Override
		public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
				Exception ex) {
			return failed(ex, null);
		}

	}

}

package io.github.raspspring.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Decision;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.FindingReporter;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.InspectionScope;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.engine.ValueDetector;
import io.github.raspspring.engine.ValueView;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An application with every kind of argument, and a detector that knows one word.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ MarkerApplication.Handlers.class, MarkerApplication.Exchanges.class, MarkerApplication.CatchAll.class })
class MarkerApplication {

	/** Has a comma, which two parameters of one name are joined by. */
	static final String MARKER = "ma,rker";

	private static final Rule RULE = new Rule("seen", "CWE-0", "The word was seen.", "Do not send it.");

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	ValueDetector markerDetector() {
		return new MarkerDetector();
	}

	@Bean
	Calls calls() {
		return new Calls();
	}

	@Bean
	RouterFunction<ServerResponse> functional(Calls calls) {
		return RouterFunctions.route()
			.GET("/functional", (request) -> ServerResponse.ok().body(calls.note("functional")))
			.POST("/functional", (request) -> ServerResponse.ok().body(calls.note(request.body(Text.class))))
			.build();
	}

	static final class Calls {

		private final AtomicInteger count = new AtomicInteger();

		String note(Object argument) {
			this.count.incrementAndGet();
			return String.valueOf(argument);
		}

		int count() {
			return this.count.get();
		}

		void clear() {
			this.count.set(0);
		}

	}

	private static final class MarkerDetector implements ValueDetector {

		@Override
		public String name() {
			return "word";
		}

		@Override
		public Category category() {
			return Category.INJECTION;
		}

		@Override
		public void detect(ValueView view, Findings findings) {
			if (view.text().contains(MARKER) || view.text().contains("marker")) {
				findings.add(Finding.of(this, RULE).at(view.input()).build());
			}
		}

	}

	record Text(String text) {

	}

	static class Bean1 {

		private String text = "";

		public String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

	@RestController
	static class Handlers {

		private final Calls calls;

		private final InspectionScope scope;

		private final FindingReporter reporter;

		Handlers(Calls calls, InspectionScope scope, FindingReporter reporter) {
			this.calls = calls;
			this.scope = scope;
			this.reporter = reporter;
		}

		@GetMapping("/query")
		String query(@RequestParam(required = false) String q) {
			return this.calls.note(q);
		}

		@GetMapping("/async")
		Callable<String> async(@RequestParam String q) {
			return () -> this.calls.note(q);
		}

		@GetMapping({ "/path/{p}", "/monitored/{p}", "/off/{p}" })
		String path(@PathVariable String p) {
			return this.calls.note(p);
		}

		@GetMapping("/all/{*rest}")
		String all(@PathVariable String rest) {
			return this.calls.note(rest);
		}

		@PostMapping("/form")
		String form(@RequestParam String f) {
			return this.calls.note(f);
		}

		@PostMapping("/bean")
		String bean(@ModelAttribute Bean1 bean) {
			return this.calls.note(bean.getText());
		}

		@PostMapping("/formmap")
		String formMap(@RequestBody MultiValueMap<String, String> map) {
			return this.calls.note(map);
		}

		@PostMapping("/record")
		String record(@RequestBody Text text) {
			return this.calls.note(text.text());
		}

		@PostMapping("/class")
		String bound(@RequestBody Bean1 bean) {
			return this.calls.note(bean.getText());
		}

		@PostMapping("/map")
		String map(@RequestBody Map<String, Object> map) {
			return this.calls.note(map);
		}

		@PostMapping("/node")
		String node(@RequestBody JsonNode node) {
			return this.calls.note(node);
		}

		@PostMapping("/list")
		String list(@RequestBody List<String> list) {
			return this.calls.note(list);
		}

		@PostMapping("/text")
		String text(@RequestBody String text) {
			return this.calls.note(text);
		}

		@PostMapping("/bytes")
		String bytes(@RequestBody byte[] bytes) {
			return this.calls.note(bytes.length);
		}

		@PostMapping("/entity")
		String entity(HttpEntity<Map<String, Object>> entity) {
			return this.calls.note(entity.getBody());
		}

		@PostMapping("/multipart")
		String multipart(@RequestParam Map<String, String> parts) {
			return this.calls.note(parts);
		}

		@PostMapping("/part")
		String part(@RequestPart Text p) {
			return this.calls.note(p);
		}

		@PostMapping("/textpart")
		String textPart(@RequestPart String p) {
			return this.calls.note(p);
		}

		@PostMapping("/nested")
		String nested(@ModelAttribute Outer outer) {
			return this.calls.note(outer.inner().getText());
		}

		@PostMapping(path = "/consumes", consumes = "application/json")
		String consumes(@RequestBody Text text) {
			return this.calls.note(text.text());
		}

		@PostMapping("/stream")
		String stream(InputStream body) throws IOException {
			body.readAllBytes();
			return this.calls.note("stream");
		}

		@PostMapping("/request")
		String request(HttpServletRequest request) throws IOException {
			request.getReader().readLine();
			return this.calls.note("request");
		}

		@GetMapping("/sink")
		String sink() {
			throw blocked();
		}

		@GetMapping("/asyncsink")
		Callable<String> asyncSink() {
			return () -> {
				throw blocked();
			};
		}

		@GetMapping("/swallow")
		String swallow() {
			try {
				throw blocked();
			}
			catch (RuntimeException ex) {
				return "all is well";
			}
		}

		private SinkBlockedException blocked() {
			Inspection inspection = this.scope.current();
			Decision decision = this.reporter.report(inspection,
					Finding.of("test-sink", Category.INJECTION, RULE).confidence(Confidence.CERTAIN).build());
			return new SinkBlockedException(decision);
		}

	}

	@HttpExchange("/exchange")
	interface Exchanging {

		@PostExchange("/{p}")
		String exchange(@PathVariable String p, @RequestParam String q, @RequestBody Text text);

	}

	@RestController
	static class Exchanges implements Exchanging {

		private final Calls calls;

		Exchanges(Calls calls) {
			this.calls = calls;
		}

		@Override
		public String exchange(String p, String q, Text text) {
			return this.calls.note(p + q + text.text());
		}

	}

	record Outer(Bean1 inner) {

	}

	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		ResponseEntity<String> handle(Exception ex) {
			int status = (ex instanceof org.springframework.web.ErrorResponse response)
					? response.getStatusCode().value() : 500;
			return ResponseEntity.status(status).body("handled: " + ex.getClass().getSimpleName());
		}

	}

}

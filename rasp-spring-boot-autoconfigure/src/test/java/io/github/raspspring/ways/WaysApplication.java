package io.github.raspspring.ways;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * An application that reads requests in every way there is, and answers what it read.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class })
@Import({ WaysApplication.Handlers.class, ElsewhereHandlers.class })
class WaysApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	ServletRegistrationBean<ReadingServlet> servlet() {
		ServletRegistrationBean<ReadingServlet> registration = new ServletRegistrationBean<>(new ReadingServlet());
		registration.addUrlMappings(ReadingPaths.all());
		registration.setMultipartConfig(new MultipartConfigElement(""));
		registration.setAsyncSupported(true);
		return registration;
	}

	/** Tomcat drops trailers that it was not told of. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> trailers() {
		return (factory) -> factory
			.addConnectorCustomizers((connector) -> connector.setProperty("allowedTrailerHeaders", "x-any"));
	}

	@Bean
	ErrorPageRegistrar errorPage() {
		return (registry) -> registry.addErrorPages(new ErrorPage(HttpStatus.I_AM_A_TEAPOT, "/read/now/parameter"));
	}

	@Bean
	FilterRegistrationBean<ReadingFilter> filter() {
		FilterRegistrationBean<ReadingFilter> registration = new FilterRegistrationBean<>(new ReadingFilter());
		registration.addUrlPatterns("/filter/*");
		return registration;
	}

	/** Answers before anybody judges. */
	@Bean
	FilterRegistrationBean<ReadingFilter> earlyFilter() {
		FilterRegistrationBean<ReadingFilter> registration = new FilterRegistrationBean<>(new ReadingFilter());
		registration.setName("early");
		registration.addUrlPatterns("/early/*");
		registration.setOrder(Integer.MIN_VALUE + 1);
		return registration;
	}

	@Bean
	FilterRegistrationBean<CachingFilter> outerCache() {
		return cache("outer", Integer.MIN_VALUE);
	}

	@Bean
	FilterRegistrationBean<CachingFilter> innerCache() {
		return cache("inner", Integer.MAX_VALUE - 1);
	}

	private static FilterRegistrationBean<CachingFilter> cache(String name, int order) {
		FilterRegistrationBean<CachingFilter> registration = new FilterRegistrationBean<>(new CachingFilter());
		registration.setName(name);
		registration.addUrlPatterns("/filter/" + name + "/*");
		registration.setOrder(order);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route()
			.POST("/functional/param", (request) -> ok(request.param("q").orElse("")))
			.POST("/functional/body", (request) -> ok(request.body(String.class)))
			.POST("/functional/request", (request) -> ok(request.servletRequest().getParameter("q")))
			.POST("/functional/part", (request) -> ok(text(request)))
			.POST("/functional/bind", (request) -> ok(request.bind(Text.class).q()))
			.POST("/functional/params", (request) -> ok(request.params().getFirst("q")))
			.GET("/functional/path/{q}", (request) -> ok(request.pathVariable("q")))
			.GET("/functional/param", (request) -> ok(request.param("q").orElse("")))
			.build();
	}

	private static String text(ServerRequest request) throws IOException, ServletException {
		return new String(request.multipartData().getFirst("q").getInputStream().readAllBytes(),
				StandardCharsets.UTF_8);
	}

	private static ServerResponse ok(String text) {
		return ServerResponse.ok().body(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Answers by itself, before any servlet. */
	static final class ReadingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String path = request.getRequestURI();
			if (path.endsWith("/echo")) {
				Handlers.echoLines(request, response);
				return;
			}
			ReadingServlet.answer(path.substring(path.lastIndexOf('/') + 1), request, response);
		}

	}

	/** Keeps what is read, and adds how much that was. */
	static final class CachingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			ContentCachingRequestWrapper wrapper = new ContentCachingRequestWrapper(request, 10_000_000);
			chain.doFilter(wrapper, response);
			if (!response.isCommitted()) {
				response.getOutputStream()
					.write(("|" + wrapper.getContentAsByteArray().length).getBytes(StandardCharsets.UTF_8));
			}
		}

	}

	record Text(String q) {

	}

	@RestController
	@RequestMapping(path = "/mvc", produces = "application/octet-stream")
	static class Handlers {

		@RequestMapping("/request/parameter")
		byte[] request(HttpServletRequest request) {
			return bytes(request.getParameter("q"));
		}

		@RequestMapping("/servlet-request/parameter")
		byte[] servletRequest(ServletRequest request) {
			return bytes(request.getParameter("q"));
		}

		@RequestMapping("/beside/parameter")
		byte[] beside(@RequestParam String q, HttpServletRequest request) {
			return bytes(q.equals(request.getParameter("q")) ? q : "other");
		}

		@RequestMapping("/model/parameter")
		byte[] model(@ModelAttribute Text text) {
			return bytes(text.q());
		}

		@RequestMapping("/map/parameter")
		byte[] map(@RequestParam Map<String, String> parameters) {
			return bytes(parameters.get("q"));
		}

		@RequestMapping("/stream")
		byte[] stream(InputStream body) throws IOException {
			return body.readAllBytes();
		}

		@RequestMapping("/reader")
		byte[] reader(Reader body) throws IOException {
			StringBuilder text = new StringBuilder();
			for (int next = body.read(); next >= 0; next = body.read()) {
				text.append((char) next);
			}
			return bytes(text.toString());
		}

		@RequestMapping("/request/stream")
		byte[] requestStream(HttpServletRequest request) throws IOException {
			return request.getInputStream().readAllBytes();
		}

		@RequestMapping("/string")
		byte[] string(@RequestBody String body) {
			return bytes(body);
		}

		@RequestMapping("/bytes")
		byte[] bytes(@RequestBody byte[] body) {
			return body;
		}

		@RequestMapping("/entity")
		byte[] entity(HttpEntity<String> entity) {
			return bytes(entity.getBody());
		}

		@RequestMapping("/object")
		byte[] object(@RequestBody Text text) {
			return bytes(text.q());
		}

		@RequestMapping("/callable")
		Callable<byte[]> callable(HttpServletRequest request) {
			return () -> bytes(request.getParameter("q"));
		}

		@RequestMapping("/part")
		byte[] part(@RequestPart MultipartFile q) throws IOException {
			return q.getBytes();
		}

		@RequestMapping("/file-name")
		byte[] fileName(@RequestPart MultipartFile q) {
			return bytes(q.getOriginalFilename());
		}

		@RequestMapping("/redirect")
		void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.sendRedirect(request.getParameter("q"));
		}

		/** Answers each line as it comes. */
		@RequestMapping("/echo")
		void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
			echoLines(request, response);
		}

		static void echoLines(HttpServletRequest request, HttpServletResponse response) throws IOException {
			ServletInputStream body = request.getInputStream();
			response.setContentType("application/octet-stream");
			byte[] line = new byte[1000];
			for (int count = body.readLine(line, 0, 1000); count >= 0; count = body.readLine(line, 0, 1000)) {
				response.getOutputStream().write(line, 0, count);
				response.flushBuffer();
			}
		}

		@RequestMapping("/unread")
		byte[] unread() {
			return bytes("unread");
		}

		private static byte[] bytes(String text) {
			return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
		}

	}

}

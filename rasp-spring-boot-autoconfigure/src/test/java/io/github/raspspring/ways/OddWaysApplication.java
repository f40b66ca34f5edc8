package io.github.raspspring.ways;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An application that reads requests in ways that few do, and answers what it read.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OddWaysApplication.Handlers.class)
class OddWaysApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route()
			.POST("/functional/bind", (request) -> ServerResponse.ok().body(request.bind(Text.class).q()))
			.POST("/functional/params", (request) -> ServerResponse.ok().body(request.params().getFirst("q")))
			.POST("/functional/map", (request) -> ServerResponse.ok()
				.body(String.valueOf(request.body(new ParameterizedTypeReference<Map<String, Object>>() {
				}).get("q"))))
			.GET("/functional/header", (request) -> ServerResponse.ok().body(request.headers().header("X-Q").get(0)))
			.build();
	}

	record Text(String q) {

	}

	record Deep(Map<String, List<Text>> all) {

	}

	@RestController
	@RequestMapping("/odd")
	static class Handlers {

		@RequestMapping("/byte-buffer")
		String byteBuffer(HttpServletRequest request) throws IOException {
			ByteBuffer buffer = ByteBuffer.allocate(4096);
			request.getInputStream().read(buffer);
			return StandardCharsets.UTF_8.decode(buffer).toString();
		}

		@RequestMapping("/skip")
		String skip(HttpServletRequest request) throws IOException {
			request.getInputStream().skip(1);
			return new String(request.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
		}

		@RequestMapping("/skip-reader")
		String skipReader(HttpServletRequest request) throws IOException {
			request.getReader().skip(1);
			return request.getReader().readLine();
		}

		@RequestMapping("/lines")
		String lines(HttpServletRequest request) throws IOException {
			return request.getReader().lines().collect(Collectors.joining("\n"));
		}

		@RequestMapping("/char-buffer")
		String charBuffer(HttpServletRequest request) throws IOException {
			CharBuffer buffer = CharBuffer.allocate(4096);
			request.getReader().read(buffer);
			return buffer.flip().toString();
		}

		@RequestMapping("/transfer")
		String transfer(HttpServletRequest request) throws IOException {
			StringWriter text = new StringWriter();
			request.getReader().transferTo(text);
			return text.toString();
		}

		@RequestMapping("/mark")
		String mark(HttpServletRequest request) throws IOException {
			request.getReader().mark(4096);
			request.getReader().read();
			request.getReader().reset();
			return request.getReader().readLine();
		}

		@RequestMapping("/future")
		CompletableFuture<String> future(HttpServletRequest request) {
			return CompletableFuture.supplyAsync(() -> request.getParameter("q"));
		}

		@RequestMapping("/thread")
		String thread(HttpServletRequest request) throws InterruptedException {
			String[] read = new String[1];
			Thread thread = new Thread(() -> read[0] = request.getParameter("q"));
			thread.start();
			thread.join();
			return String.valueOf(read[0]);
		}

		@RequestMapping("/part-name")
		String partName(HttpServletRequest request) throws IOException, ServletException {
			return request.getParts().iterator().next().getName();
		}

		@RequestMapping("/part-object")
		String partObject(@RequestPart Text q) {
			return q.q();
		}

		@RequestMapping("/part-bytes")
		byte[] partBytes(HttpServletRequest request) throws IOException, ServletException {
			return request.getPart("q").getInputStream().readAllBytes();
		}

		@RequestMapping("/part-redirect")
		void partRedirect(HttpServletRequest request, HttpServletResponse response)
				throws IOException, ServletException {
			response.sendRedirect(new String(partBytes(request), StandardCharsets.UTF_8));
		}

		@RequestMapping("/credentials")
		String credentials(HttpServletRequest request) {
			return request.getHeader("Proxy-Authorization");
		}

		@RequestMapping("/part-type")
		String partType(@RequestPart MultipartFile q) {
			return q.getContentType();
		}

		@RequestMapping("/matrix/{path}")
		String matrix(@PathVariable String path, @MatrixVariable String q) {
			return q;
		}

		@RequestMapping("/web-request")
		String webRequest(WebRequest request) {
			return request.getParameter("q");
		}

		@RequestMapping("/object")
		String object(@RequestBody Object body) {
			return body.toString();
		}

		@RequestMapping("/deep")
		String deep(@RequestBody Deep body) {
			return body.all().values().iterator().next().get(0).q();
		}

		@RequestMapping("/text")
		String text(@RequestBody String body) {
			return body;
		}

	}

}

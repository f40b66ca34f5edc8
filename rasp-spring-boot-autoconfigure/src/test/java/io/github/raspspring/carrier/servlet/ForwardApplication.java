package io.github.raspspring.carrier.servlet;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.function.RenderingResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An application whose pages are chosen by its clients.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ForwardApplication.Pages.class)
class ForwardApplication {

	@Bean
	SecurityFilterChain openToAll(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	@Bean("page-list")
	View list() {
		return new View() {

			@Override
			public String getContentType() {
				return "text/plain";
			}

			@Override
			public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
					throws IOException {
				response.getWriter().write("view page-list");
			}

		};
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route()
			.GET("/functional",
					(request) -> RenderingResponse.create("page-" + request.param("page").orElse("")).build())
			.build();
	}

	@Controller
	static class Pages {

		private final ServletContext context;

		Pages(ServletContext context) {
			this.context = context;
		}

		@GetMapping("/forward")
		void forward(@RequestParam String page, HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			dispatcher(request.getRequestDispatcher("/pages/" + page)).forward(request, response);
		}

		@GetMapping("/whole")
		void whole(@RequestParam String page, HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			dispatcher(request.getRequestDispatcher(page)).forward(request, response);
		}

		@GetMapping("/include")
		void include(@RequestParam String page, HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			response.getOutputStream().print("included ");
			dispatcher(request.getRequestDispatcher("/pages/" + page)).include(request, response);
		}

		@GetMapping("/include-parameter")
		void includeParameter(@RequestParam String page, HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			dispatcher(request.getRequestDispatcher("/pages/list?page=" + page)).include(request, response);
		}

		@GetMapping("/context")
		void context(@RequestParam String page, HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			dispatcher(this.context.getRequestDispatcher("/pages/" + page)).forward(request, response);
		}

		@GetMapping("/context-include")
		void contextInclude(@RequestParam String page, HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			dispatcher(this.context.getRequestDispatcher("/pages/" + page)).include(request, response);
		}

		@GetMapping("/view")
		String view(@RequestParam String page) {
			return page;
		}

		@GetMapping("/model")
		ModelAndView model(@RequestParam String page) {
			return new ModelAndView("page-" + page);
		}

		@GetMapping("/redirect")
		String redirect(@RequestParam String page) {
			return "redirect:" + page;
		}

		@GetMapping("/static")
		String fixed() {
			return "forward:/pages/list";
		}

		@GetMapping("/exception")
		void exception(@RequestParam String page) {
			throw new IllegalStateException(page);
		}

		@ExceptionHandler(IllegalStateException.class)
		String chosen(IllegalStateException ex) {
			return ex.getMessage();
		}

		@GetMapping("/exception-model")
		void exceptionModel(@RequestParam String page) {
			throw new UnsupportedOperationException(page);
		}

		@ExceptionHandler(UnsupportedOperationException.class)
		ModelAndView chosenModel(UnsupportedOperationException ex) {
			return new ModelAndView("page-" + ex.getMessage());
		}

		@GetMapping("/dispatch")
		void dispatch(@RequestParam String page, HttpServletRequest request, HttpServletResponse response) {
			AsyncContext context = request.startAsync();
			// No timeout ends it, so whatever refuses the dispatch has to.
			context.setTimeout(0);
			context.dispatch("/pages/" + page);
		}

		@GetMapping("/dispatch-again")
		void dispatchAgain(@RequestParam String page, HttpServletRequest request, HttpServletResponse response) {
			request.startAsync(request, response);
			request.getAsyncContext().dispatch(request.getServletContext(), "/pages/" + page);
		}

		@GetMapping("/failing")
		void failing(@RequestParam String page, HttpServletResponse response) throws IOException {
			response.sendError(HttpStatus.CONFLICT.value(), page);
		}

		@GetMapping("/pages/{name}")
		void page(@PathVariable String name, HttpServletResponse response) throws IOException {
			response.getOutputStream().print("page " + name);
		}

		@GetMapping("/secret/{name}")
		@ResponseBody
		String secret(@PathVariable String name) {
			return "secret " + name;
		}

		private static RequestDispatcher dispatcher(RequestDispatcher dispatcher) {
			if (dispatcher == null) {
				throw new IllegalArgumentException("No such page");
			}
			return dispatcher;
		}

	}

}

package io.github.raspspring.web;

import java.io.IOException;
import java.util.function.Supplier;

import io.github.raspspring.engine.SinkBlockedException;
import io.github.raspspring.web.LogApplication.Attempts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlets and filters that the container serves without Spring, and whose failures it
 * logs.
 */
@Configuration(proxyBeanMethods = false)
class LogServlets {

	@Bean
	ServletRegistrationBean<Plain> plain(Attempts attempts) {
		ServletRegistrationBean<Plain> registration = new ServletRegistrationBean<>(new Plain(attempts::blocked),
				"/plain/*");
		registration.setAsyncSupported(true);
		return registration;
	}

	@Bean
	FilterRegistrationBean<Failing> failing(Attempts attempts) {
		FilterRegistrationBean<Failing> registration = new FilterRegistrationBean<>(new Failing(attempts::blocked));
		registration.addUrlPatterns("/filtered/*");
		return registration;
	}

	static final class Plain extends HttpServlet {

		private static final long serialVersionUID = 1L;

		private final transient Supplier<SinkBlockedException> blocked;

		Plain(Supplier<SinkBlockedException> blocked) {
			this.blocked = blocked;
		}

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
			switch ((included != null) ? included.toString() : request.getPathInfo()) {
				case "/sink" -> throw this.blocked.get();
				case "/wrapped" -> throw new ServletException("Could not load the order", this.blocked.get());
				case "/unread" -> throw new IOException("Could not read the order", this.blocked.get());
				case "/forward" -> request.getRequestDispatcher("/plain/sink").forward(request, response);
				case "/include" -> request.getRequestDispatcher("/plain/sink").include(request, response);
				case "/dispatch" -> request.startAsync().dispatch("/plain/sink");
				case "/committed" -> {
					response.flushBuffer();
					throw this.blocked.get();
				}
				case "/swallowed" -> swallow(response);
				case "/failing" -> throw new ServletException("The application's own failure");
				case "/failing-forward" -> request.getRequestDispatcher("/plain/failing").forward(request, response);
				case "/failing-include" -> request.getRequestDispatcher("/plain/failing").include(request, response);
				case "/text-forward" -> request.getRequestDispatcher("/plain/text").forward(request, response);
				case "/text-include" -> request.getRequestDispatcher("/plain/text").include(request, response);
				default -> response.getWriter()
					.print(HttpMethod.POST.matches(request.getMethod()) ? request.getReader().readLine()
							: request.getParameter("q"));
			}
		}

		private void swallow(HttpServletResponse response) throws IOException {
			response.flushBuffer();
			this.blocked.get();
		}

	}

	static final class Failing extends OncePerRequestFilter {

		private final Supplier<SinkBlockedException> blocked;

		Failing(Supplier<SinkBlockedException> blocked) {
			this.blocked = blocked;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException {
			throw new ServletException("Could not filter", this.blocked.get());
		}

	}

}
